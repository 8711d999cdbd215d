public import FinanceBasics

/// What is wrong with series and scenarios that files and a ledger give together.
public enum BatchFault: Fault, Hashable {
  case seriesDoubled(String, other: String)
  /// The ledger says something else from the same day on, in words such as `2026-05 was 335.1`.
  case seriesRecorded(String, announced: String, difference: String)
  /// A table that no heading of the batch names.
  case headingMissing
  case scenarioDoubled(String, other: String)

  private enum Code: String, CaseIterable {
    case seriesDoubled = "series.doubled"
    case seriesRecorded = "series.recorded"
    case headingMissing = "series.heading-missing"
    case scenarioDoubled = "scenario.doubled"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .seriesDoubled: Code.seriesDoubled.rawValue
    case .seriesRecorded: Code.seriesRecorded.rawValue
    case .headingMissing: Code.headingMissing.rawValue
    case .scenarioDoubled: Code.scenarioDoubled.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .seriesDoubled(let id, let other):
      "the series '\(id)' announced on the same day is already given by \(other)"
    case .seriesRecorded(let id, let day, let difference):
      "the series '\(id)' announced \(day) is recorded already, and not the same: \(difference)"
    case .headingMissing: "this is a table of values, and no file given says what they are"
    case .scenarioDoubled(let id, let other):
      "the scenario '\(id)' is already given by \(other)"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .seriesDoubled: "keep one, or give the later one the day on which it was announced"
    case .seriesRecorded:
      "give as announced the later day on which these values became known"
    case .headingMissing:
      "give the heading instead: a .yaml file with series, kind, unit and file, as "
        + "docs/series.md says"
    case .scenarioDoubled: "give it another id, or join the two"
    }
  }
}
