import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports
import Spreadsheets

/// A question whose answer goes into a workbook, with all that it rests on.
struct WorkbookAnswer {
  private let ledger: LedgerOptions
  private let asOf: AsOfOptions

  init(of ledger: LedgerOptions, _ asOf: AsOfOptions) {
    self.ledger = ledger
    self.asOf = asOf
  }

  /// The answer of one state of the ledger, with the entries, files and publications behind it.
  func answered(
    _ ask: (LedgerView) throws -> any TabularReport
  ) throws -> (any TabularReport, WorkbookNotes) {
    let (answer, notes) = try answered { view in NotedReport(report: try ask(view)) }
    return (answer.report, notes)
  }

  /// The same of an answer that says which conventions it follows.
  func answered<Answered: Noted>(
    _ ask: (LedgerView) throws -> Answered
  ) throws -> (Answered, WorkbookNotes) {
    try Ledger.reading(ledger.path) { ledger in
      let head = try ledger.head()
      let view = LedgerView(ledger, through: min(asOf.recordedBy ?? head.count, head.count))
      let answer = try ask(view)
      let inputs = try view.log?.inputs(in: ledger) ?? []
      let notes = WorkbookNotes(
        question: Leasebook.question, program: Leasebook.program,
        head: WorkbookNotes.Head(entry: head.count, hash: head.hash),
        conventions: answer.conventions, inputs: inputs.map(WorkbookNotes.Input.init),
        sources: try sources(of: inputs, in: view, of: ledger))
      return (answer, notes)
    }
  }

  /// The publications behind the deals that were read, in the order of the deals, and behind the
  /// series.
  private func sources(
    of inputs: [RunInput], in view: LedgerView, of ledger: Ledger
  ) throws -> [WorkbookNotes.Source] {
    let entries = inputs.compactMap { input -> RecordedInput? in
      if case .entry(let entry) = input { entry } else { nil }
    }
    let deals = Set(entries.filter { $0.kind == .deal }.map(\.subject))
    let published = try BookSession(view, asOf: asOf).deals.map(\.deal)
      .filter { deals.contains($0.id.text) }
      .flatMap { deal in deal.sources.map { WorkbookNotes.Source($0, of: deal.id.text) } }
    let series = Set(entries.filter { $0.kind == .series }.map(\.entry))
    guard !series.isEmpty else { return published }
    let versions = try ledger.seriesHistory().filter { series.contains($0.entry) }
    let others = versions.flatMap { version in
      version.series.heading.sources.map { WorkbookNotes.Source($0, of: version.id.text) }
    }
    // Several versions of a series have most of their sources in common.
    var seen: Set<WorkbookNotes.Source> = []
    return published + others.filter { seen.insert($0).inserted }
  }
}

/// What says which conventions its figures follow.
protocol Noted {
  var conventions: [String] { get }
}

/// A report, which says its conventions.
private struct NotedReport: Noted {
  let report: any TabularReport

  var conventions: [String] { report.conventions }
}

extension WorkbookNotes.Source {
  fileprivate init(_ source: LeaseModel.Source, of subject: String) {
    self.init(
      subject: subject, name: source.id.text, tier: source.tier.rawValue,
      date: source.date?.description ?? "",
      place: [source.title, source.url].compactMap(\.self).joined(separator: ", "))
  }
}

extension WorkbookNotes.Input {
  fileprivate init(_ input: RunInput) {
    switch input {
    case .entry(let entry):
      self.init(
        kind: entry.kind.rawValue, subject: entry.subject, entry: entry.entry,
        document: entry.documentHash)
    case .file(let file):
      self.init(kind: "file", subject: file.name, entry: nil, document: file.hash)
    }
  }
}
