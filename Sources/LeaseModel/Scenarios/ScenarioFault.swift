public import FinanceBasics

/// What is wrong with a scenario, by itself or against the deals that it is applied to.
public enum ScenarioFault: Fault, Hashable {
  case idMissing
  case empty
  case headField(String)
  case notAnAssumption(String)
  case sourced(String)
  case dealUnknown(String, nearest: String?)
  case hallUnknown(String, deal: String?, nearest: String?)
  case termStated(path: String, deal: String, term: StatedTerm)

  /// The term that a scenario would change: only amendments do.
  public struct StatedTerm: Hashable, Sendable {
    /// The path that the deal states, without its block.
    public let path: String
    /// As written.
    public let text: String
    /// The line in the document that the term was recorded from, from 1; 0 where it was in none.
    public let line: Int
    /// The sources that stand behind it, with commas.
    public let sources: String

    /// The words of a field of a deal.
    init(_ field: DealField) {
      path = field.path.description
      text = field.text
      line = field.line
      sources = field.sources.map(\.text).joined(separator: ", ")
    }
  }

  private enum Code: String, CaseIterable {
    case idMissing = "scenario.id-missing"
    case empty = "scenario.empty"
    case headField = "scenario.head-field"
    case notAnAssumption = "scenario.not-an-assumption"
    case sourced = "scenario.sourced"
    case dealUnknown = "scenario.deal-unknown"
    case hallUnknown = "scenario.hall-unknown"
    case termStated = "scenario.term-stated"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .idMissing: Code.idMissing.rawValue
    case .empty: Code.empty.rawValue
    case .headField: Code.headField.rawValue
    case .notAnAssumption: Code.notAnAssumption.rawValue
    case .sourced: Code.sourced.rawValue
    case .dealUnknown: Code.dealUnknown.rawValue
    case .hallUnknown: Code.hallUnknown.rawValue
    case .termStated: Code.termStated.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .idMissing: "the scenario has no id"
    case .empty: "the scenario changes nothing"
    case .headField(let path):
      "'\(path)' is of the head of a deal; a scenario changes assumptions and delays alone"
    case .notAnAssumption(let path):
      "'\(path)' is never assumed; a scenario changes assumptions and delays alone"
    case .sourced(let path): "'\(path)' names a source; what a scenario states has none"
    case .dealUnknown(let id, _): "the scenario changes the deal '\(id)', which is not in the book"
    case .hallUnknown(let hall, let deal?, _): "the deal \(deal) has no hall '\(hall)'"
    case .hallUnknown(let hall, nil, _): "no deal that was asked for has a hall '\(hall)'"
    case .termStated(let path, let deal, let term): Self.text(path, deal, term)
    }
  }

  private static func text(_ path: String, _ deal: String, _ term: StatedTerm) -> String {
    let place =
      [
        term.line > 0 ? "line \(term.line)" : "",
        term.sources.isEmpty ? "" : "source \(term.sources)",
      ]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    let stated = "the terms of \(deal) state '\(term.path)' as '\(term.text)'"
    let changed = path == term.path ? "" : ", which '\(path)' would change"
    return stated + (place.isEmpty ? "" : " (\(place))") + changed
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .idMissing: "begin with scenario: and an id such as late-and-dear"
    case .empty: "give assumptions, delays, or deals with either"
    case .headField, .notAnAssumption: "take it away; to correct a deal, record an amendment"
    case .sourced: "take the source away, or say where the figure comes from as a note"
    case .dealUnknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant, or see `leasebook list`" }
        ?? "write the id of a deal: see `leasebook list`"
    case .hallUnknown(_, _, let nearest):
      nearest.map { "write '\($0)', if that is what is meant" }
        ?? "write the name of a hall, or \(HallDelay.all) for every hall"
    case .termStated: "leave it as it is: terms are changed by amendments, not by scenarios"
    }
  }
}
