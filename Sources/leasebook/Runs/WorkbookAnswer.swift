import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports
import Spreadsheets

/// A question whose answer goes into a workbook, with all that it rests on.
struct WorkbookAnswer<Verb: KeptVerb> {
  private let verb: Verb

  init(_ verb: Verb) {
    self.verb = verb
  }

  /// The answer of one state of the ledger, with the entries, files and publications behind it.
  func answered(
    _ ask: (LedgerView) throws -> any Answer
  ) throws -> (any Answer, WorkbookNotes) {
    let (answer, notes) = try answered { view in
      let answer = try ask(view)
      return NotedAnswer(answer: answer, conventions: answer.conventions)
    }
    return (answer.answer, notes)
  }

  /// The same of an answer that says which conventions it follows.
  func answered<Answered: Noted>(
    _ ask: (LedgerView) throws -> Answered
  ) throws -> (Answered, WorkbookNotes) {
    try Ledger.reading(verb.ledger.path) { ledger in
      let head = try ledger.head()
      let view = LedgerView(ledger, through: min(verb.asOf.recordedBy ?? head.count, head.count))
      let answer = try ask(view)
      let inputs = try view.log?.inputs(in: ledger) ?? []
      let notes = WorkbookNotes(
        question: Leasebook.question, program: Leasebook.program,
        head: WorkbookNotes.Head(entry: head.count, hash: head.hash),
        conventions: answer.conventions, inputs: inputs.map(WorkbookNotes.Input.init),
        sources: try sources(of: inputs, in: view))
      return (answer, notes)
    }
  }

  /// The publications behind the deals that were read, in the order of the deals.
  private func sources(
    of inputs: [RunInput], in view: LedgerView
  ) throws -> [WorkbookNotes.Source] {
    let deals = Set(
      inputs.compactMap { input -> String? in
        guard case .entry(let entry) = input, entry.kind == .deal else { return nil }
        return entry.subject
      })
    return try BookSession(view, asOf: verb.asOf).deals.map(\.deal)
      .filter { deals.contains($0.id.text) }
      .flatMap { deal in
        deal.sources.map { source in
          WorkbookNotes.Source(
            deal: deal.id.text, name: source.id.text, tier: source.tier.rawValue,
            date: source.date?.description ?? "",
            place: [source.title, source.url].compactMap(\.self).joined(separator: ", "))
        }
      }
  }
}

/// What says which conventions its figures follow.
protocol Noted {
  var conventions: [String] { get }
}

/// A report with its conventions.
private struct NotedAnswer: Noted {
  let answer: any Answer
  let conventions: [String]
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
