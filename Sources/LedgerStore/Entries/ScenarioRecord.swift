public import FinanceBasics
public import LeaseModel

/// A version of a scenario to record, with its file.
public struct ScenarioRecord: Sendable {
  /// What it changes.
  public let scenario: Scenario
  /// The file that it was read from, whose hash names the version.
  public let document: Document

  /// Takes the parts as they are.
  public init(_ scenario: Scenario, document: Document) {
    self.scenario = scenario
    self.document = document
  }

  /// From when the version holds; the earliest day where it has no beginning.
  public var effective: CalendarDate { scenario.announcement?.effective ?? .earliest }

  /// When the public knew it; the earliest day where that is not dated.
  public var known: CalendarDate { scenario.announcement?.known ?? .earliest }

  /// Why there is the version.
  public var reason: String? { scenario.announcement?.reason }
}
