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

  @Option(help: "How many deals have books.")
  var bookDeals = 2_000

  @Option(help: "How many postings the books have, to whole months.")
  var postings = 1_000_000

  @Option(help: "How often each measurement is repeated.")
  var repetitions = 7

  @Option(help: "An empty folder for what is written.")
  var scratch: String

  @Option(help: "The release of leasebook; compare is left out without it.")
  var command: String?

  @Option(help: "A ledger of the samples for compare.")
  var ledger: String?

  func validate() throws {
    guard [leases, bookLeases, deals, bookDeals, postings, repetitions].allSatisfy({ $0 > 0 })
    else {
      throw ValidationError("Leases, deals, postings and repetitions are above zero.")
    }
    guard (command == nil) == (ledger == nil) else {
      throw ValidationError("--command and --ledger go together.")
    }
  }

  var scale: Scale {
    Scale(
      leases: leases, bookLeases: bookLeases, deals: deals, bookDeals: bookDeals,
      postings: postings, repetitions: repetitions, scratch: scratch)
  }

  /// All that can be measured with these options.
  var workloads: [Workload] {
    Workload.allCases.filter { !$0.isOfCommand || command != nil }
  }

  /// The same options for a process that measures one thing.
  var arguments: [String] {
    var words = ["--leases", "\(leases)", "--book-leases", "\(bookLeases)"]
    words += ["--deals", "\(deals)", "--book-deals", "\(bookDeals)", "--postings", "\(postings)"]
    words += ["--repetitions", "\(repetitions)", "--scratch", scratch]
    if let command, let ledger { words += ["--command", command, "--ledger", ledger] }
    return words
  }
}
