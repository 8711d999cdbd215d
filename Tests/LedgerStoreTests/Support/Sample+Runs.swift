import FinanceBasics
import LeaseModel

@testable import LedgerStore

/// Questions with answers made up, over the entries of a ledger.
extension Sample {
  /// Of the deal and its landlord, with a scenario that was read from a file.
  static func question(
    of ledger: Ledger, verb: RunVerb = .value, rate: String = "8%", entries: Set<Int> = [1, 4],
    conventions: [String] = ["8 % effective annual, convention actual365"],
    answer: String = "{\"present_value\": 1.00}\n"
  ) throws -> AnsweredQuestion {
    AnsweredQuestion(
      verb: verb, asked: "\(verb.rawValue) hut8-river-bend --rate \(rate)",
      options: [RunOption("deal", "hut8-river-bend"), RunOption("rate", rate)],
      asOf: try ledger.head(),
      inputs: try ledger.inputs(entries: entries) + [.file(scenarioFile("downside", months: 3))],
      conventions: conventions, answer: Array(answer.utf8))
  }

  /// Keeps a question an hour after noon.
  static func keep(
    _ question: AnsweredQuestion, in ledger: Ledger, as name: String? = nil,
    program: String = "test 1"
  ) throws -> KeptRun {
    try ledger.keep(
      question, as: name, recordedAt: .at("2028-05-01T13:00:00Z"), program: program)
  }
}
