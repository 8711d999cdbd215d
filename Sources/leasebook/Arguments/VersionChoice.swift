import ArgumentParser
import FinanceBasics

/// A version of a deal or a series, as the command line names one.
enum VersionChoice: Hashable, CustomStringConvertible {
  /// Among the versions of the thing, from 1 in the order of recording.
  case number(Int)
  /// The number of the entry in the ledger.
  case entry(Int)
  /// What the book held as known on a day, included.
  case known(CalendarDate)
  /// What was in force on a day, included.
  case effective(CalendarDate)

  static let help =
    "A version: its number, such as 2, or entry:74, known:2025-12-31, effective:2026-04-30."

  /// Reads `2`, `entry:74`, `known:2025-12-31` or `effective:2026-04-30`.
  ///
  /// - Throws: `ValidationError` that says what is wrong with it.
  init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let number = parts.last.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    switch (parts.count, parts.first, number) {
    case (1, _, let number?): self = .number(number)
    case (2, "entry", let number?): self = .entry(number)
    case (2, "known", _): self = .known(try readDay(parts[1]))
    case (2, "effective", _): self = .effective(try readDay(parts[1]))
    default:
      throw ValidationError(
        "'\(text)' is no version; write a number from 1, entry:NUMBER, known:DATE or "
          + "effective:DATE, as `leasebook history` lists them.")
    }
  }

  var description: String {
    switch self {
    case .number(let number): "version \(number)"
    case .entry(let entry): "entry \(entry)"
    case .known(let day): "known on \(day)"
    case .effective(let day): "in force on \(day)"
    }
  }
}
