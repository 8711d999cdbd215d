import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Reports

/// Scenarios one on the other, with the hashes of their files.
struct ScenarioStack {
  /// One scenario, and where it comes from.
  struct Layer {
    let scenario: Scenario
    /// SHA-256 of the file; `nil` of what the command line says.
    let hash: String?
  }

  /// In the order in which they are applied.
  private(set) var layers: [Layer] = []

  /// What is recorded, and nothing else.
  static let recorded = ScenarioStack()

  var isEmpty: Bool { layers.isEmpty }

  var scenarios: [Scenario] { layers.map(\.scenario) }

  /// Both stacks, the other one on top.
  func with(_ other: ScenarioStack) -> ScenarioStack {
    ScenarioStack(layers: layers + other.layers)
  }

  /// Whether any hall is brought forward.
  var hastensDelivery: Bool {
    scenarios.flatMap { $0.delays + $0.parts.flatMap(\.delays) }.contains { delay in
      delay.delay.months < 0 || delay.delay.days < 0
    }
  }

  /// What a report says of the stack; `nil` as recorded.
  func statement(of deals: [AnalysedDeal], in projectionCase: ProjectionCase) -> ScenarioStatement?
  {
    guard !isEmpty else { return nil }
    let count = { (basis: Basis) in
      deals.reduce(0) { $0 + $1.inputs(basis, in: projectionCase) }
    }
    return ScenarioStatement(
      layers: layers.map { layer in
        ScenarioStatement.Layer(
          id: layer.scenario.id.text, name: layer.scenario.name, hash: layer.hash,
          delays: layer.scenario.statedDelays)
      }, assumedInputs: count(.assumed), solvedInputs: count(.solved),
      scenarioInputs: count(.scenario))
  }
}

extension ScenarioStack {
  /// The delays of the command line as a scenario without a file; empty where there are none.
  init(delays: [StatedDelay]) {
    guard !delays.isEmpty else { return }
    var deals: [DealID] = []
    for case let deal? in delays.map(\.deal) where !deals.contains(deal) { deals.append(deal) }
    let scenario = Scenario(
      id: ScenarioID("delay"), delays: delays.filter { $0.deal == nil }.map(\.delay),
      parts: deals.map { deal in
        Scenario.Part(
          deal: deal, line: 0, delays: delays.filter { $0.deal == deal }.map(\.delay))
      })
    layers = [Layer(scenario: scenario, hash: nil)]
  }
}

extension Scenario {
  /// Each delay in words, with its deal where it is of one.
  fileprivate var statedDelays: [String] {
    let word = { (delay: HallDelay) in "\(delay.hall ?? HallDelay.all): \(delay.delay)" }
    return delays.map(word)
      + parts.flatMap { part in part.delays.map { "\(part.deal)/\(word($0))" } }
  }
}
