import Reports
import Testing

@Suite("Statements of scenarios")
struct ScenarioStatementTests {
  private static let hash = "a95988d2358590d453f5ea03b878852f5736b8f2308184a941fa42f578b7cda6"

  private static let statement = ScenarioStatement(
    layers: [
      ScenarioStatement.Layer(
        id: "late-and-dear", name: "Late, and dear", hash: hash, delays: ["all: 6 months"]),
      ScenarioStatement.Layer(id: "plain", name: nil, hash: hash, delays: []),
      ScenarioStatement.Layer(id: "delay", name: nil, hash: nil, delays: ["hall 1: 90 days"]),
    ], assumedInputs: 7, solvedInputs: 1, scenarioInputs: 2)

  @Test("name each scenario with the first 12 digits of its hash, and its delays")
  func sentences() {
    #expect(
      Self.statement.sentences == [
        "scenario late-and-dear (a95988d23585): Late, and dear; delay of all: 6 months",
        "scenario plain (a95988d23585)",
        "on the command line: delay of hall 1: 90 days",
      ])
  }

  @Test("are called by their ids with plus signs, as the command line takes them")
  func label() {
    #expect(Self.statement.label == "late-and-dear+plain+delay")
  }

  @Test("have the same for programs, and the counts of inputs")
  func members() {
    let object = JSONValue.object(Self.statement.members)
    #expect(object["assumed_inputs"] == 7)
    #expect(object["solved_inputs"] == 1)
    #expect(object["scenario_inputs"] == 2)
    #expect(
      object["scenarios"] == [
        [
          "id": "late-and-dear", "name": "Late, and dear", "hash": "a95988d23585",
          "delays": ["all: 6 months"],
        ],
        ["id": "plain", "name": nil, "hash": "a95988d23585", "delays": []],
        ["id": "delay", "name": nil, "hash": nil, "delays": ["hall 1: 90 days"]],
      ])
  }
}
