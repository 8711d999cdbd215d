import ArgumentParser
import FinanceBasics
import LedgerStore

/// Which past state of the book a question is about.
struct AsOfOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only what the public knew on this day, included.", valueName: "date"),
    transform: readDay)
  var knownOn: CalendarDate?

  @Option(
    help: ArgumentHelp("The terms in force on this day, included.", valueName: "date"),
    transform: readDay)
  var effectiveOn: CalendarDate?

  @Option(help: entryHelp) var recordedBy: Int?

  /// Of every option that takes the last entry that counts.
  static let entryHelp = ArgumentHelp(
    "Only what this ledger held after its entry of this number.", valueName: "number")

  /// Without bounds: the whole ledger.
  static var all: AsOfOptions { recorded(by: nil) }

  /// All that was recorded up to an entry.
  static func recorded(by entry: Int?) -> AsOfOptions {
    var options = AsOfOptions()
    options.knownOn = nil
    options.effectiveOn = nil
    options.recordedBy = entry
    return options
  }

  func validate() throws { try Self.validate(recordedBy: recordedBy) }

  static func validate(recordedBy entry: Int?) throws {
    if let entry, entry < 0 {
      throw ValidationError(
        "--recorded-by takes the number of an entry, from 0; `leasebook history` lists them.")
    }
  }

  var asOf: AsOf {
    AsOf(
      knownOn: knownOn, effectiveOn: effectiveOn, recordedBy: recordedBy.map { .sequence($0) })
  }

  /// Whether a version was known, in force and recorded by then.
  func includes(_ known: CalendarDate, _ effective: CalendarDate, entry: Int) -> Bool {
    known <= knownOn ?? .latest && effective <= effectiveOn ?? .latest
      && entry <= recordedBy ?? .max
  }
}
