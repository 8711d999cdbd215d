import ArgumentParser
import FinanceBasics
import LedgerStore
import Reports

/// A verb whose answers can be kept, asked again and compared.
protocol KeptVerb: ParsableCommand {
  static var verb: RunVerb { get }

  var keeping: KeepOptions { get }
  var ledger: LedgerOptions { get }
  var asOf: AsOfOptions { get }
  var output: ListingOptions { get }

  /// What holds where an option is not given, beside what the help declares: only options that may
  /// be given with the others.
  var usual: [RunOption] { get }

  /// - Throws: What the question meets in the ledger.
  func answer(from view: LedgerView) throws -> any Answer
}

extension KeptVerb {
  /// Answers the question and prints the answer; keeps it first, where that is asked for.
  func ask() throws {
    try output.checkDestination()
    let kept = keeping.keep ? try RunKeeper(self).keep() : nil
    guard output.format == .workbook else {
      return try output.print(try kept ?? answer(from: LedgerView(ledger)))
    }
    let (answer, notes) = try WorkbookAnswer(of: ledger, asOf).answered { view in
      try self.answer(from: view)
    }
    try output.write(answer, notes: notes)
  }
}

extension RunVerb {
  /// The command that asks it.
  var command: any KeptVerb.Type {
    switch self {
    case .project: Leasebook.Project.self
    case .value: Leasebook.Value.self
    case .compare: Leasebook.Compare.self
    }
  }
}
