import FinanceBasics
import LedgerStore
import Reports

extension LedgerReading {
  /// The kept runs in the order of recording.
  func runs() throws -> [ReportedRun] {
    try reading { try $0.runs().map { ReportedRun($0) } }
  }

  /// A kept run by its name.
  ///
  /// - Throws: `run.unknown`, with the nearest name.
  func run(_ name: String) throws -> ReportedRun {
    try reading { ReportedRun(try $0.run(name)) }
  }

  /// Two kept runs beside each other.
  ///
  /// - Throws: `run.unknown`, with the nearest name.
  func runs(_ before: String, _ after: String) throws -> RunDifferenceReport {
    try reading { ledger in
      RunDifferenceReport(ReportedRun(try ledger.run(before)), ReportedRun(try ledger.run(after)))
    }
  }

  /// A kept run beside the answer that its question gets now: of the ledger as it was then, or as it
  /// is.
  ///
  /// - Throws: `run.unknown`; what the question meets in the ledger.
  func repeated(_ name: String, ofLedgerNow isNow: Bool) throws -> RunDifferenceReport {
    try reading { ledger in
      let run = try ledger.run(name)
      let state = isNow ? try ledger.head() : run.question.asOf
      let answered = try RunRepetition(run).answered(by: ledger, asOf: state)
      return RunDifferenceReport(
        ReportedRun(run), ReportedRun(name: isNow ? "\(name) now" : "\(name) again", answered))
    }
  }
}

extension Ledger {
  /// A kept run by its name.
  ///
  /// - Throws: `run.unknown`, with the nearest name.
  fileprivate func run(_ name: String) throws -> StoredRun {
    let all = try runs()
    if let run = all.first(where: { $0.name == name }) { return run }
    throw RunProblem.unknown(name, nearest: nearestName(to: name, among: all.map(\.name)))
  }
}
