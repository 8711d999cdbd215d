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
}
