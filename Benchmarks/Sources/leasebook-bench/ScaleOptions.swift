import ArgumentParser
import Foundation

/// How much is measured, and where.
struct ScaleOptions: ParsableArguments {
  @Option(help: "How many leases to project and value.")
  var leases = 100_000

  @Option(help: "How many leases the book has.")
  var bookLeases = 200_000

  @Option(help: "How many deals to record and load.")
  var deals = 100_000

  @Option(help: "How often each measurement is repeated.")
  var repetitions = 7

  @Option(help: "An empty folder for what is written.")
  var scratch: String

  @Option(help: "The release of leasebook; compare is left out without it.")
  var command: String?

  @Option(help: "A ledger of the samples for compare.")
  var ledger: String?

  func validate() throws {
    guard leases > 0, bookLeases > 0, deals > 0, repetitions > 0 else {
      throw ValidationError("Leases, deals and repetitions are above zero.")
    }
    guard (command == nil) == (ledger == nil) else {
      throw ValidationError("--command and --ledger go together.")
    }
  }

  var scale: Scale {
    Scale(
      leases: leases, bookLeases: bookLeases, deals: deals, repetitions: repetitions,
      scratch: scratch)
  }

  /// All that can be measured with these options.
  var workloads: [Workload] {
    Workload.allCases.filter { !$0.isOfCommand || command != nil }
  }

  /// The same options for a process that measures one thing.
  var arguments: [String] {
    var words = ["--leases", "\(leases)", "--book-leases", "\(bookLeases)"]
    words += ["--deals", "\(deals)"]
    words += ["--repetitions", "\(repetitions)", "--scratch", scratch]
    if let command, let ledger { words += ["--command", command, "--ledger", ledger] }
    return words
  }
}
