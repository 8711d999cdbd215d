public import FinanceBasics
public import LeaseModel

/// Deals as a stack of scenarios has them.
///
/// A scenario changes every deal of the question that leaves a path open or assumes it. What a deal
/// states stays in that deal; where no deal takes a change, the question is refused. Every version
/// of a deal is changed alike, so that the days before an amendment follow the same scenario.
public struct ScenarioQuestion: Sendable {
  /// In the order given.
  public let deals: [AnalysedDeal]
  /// What some of the deals state and so keep, in sentences for the foot of a report.
  public let remarks: [String]

  /// Applies scenarios one after the other: later ones win on the same path, and delays add up.
  ///
  /// - Parameters:
  ///   - stack: In the order in which they are applied.
  ///   - deals: As recorded.
  ///   - known: The id of every deal of the book, among which those that a scenario names must be.
  /// - Throws: `scenario.deal-unknown`; a change or a delay that no deal has room for
  ///   (`scenario.term-stated`, `scenario.hall-unknown`); what is wrong with a deal that results.
  public init(
    _ stack: [Scenario], on deals: [AnalysedDeal], known: [DealID]
  ) throws(Diagnostics) {
    var faults = stack.flatMap { Self.unknownDeals(in: $0, known: known) }
    var kept: [String: [DealID]] = [:]
    var order: [String] = []
    var versions = deals.map(\.versions)
    var delays = deals.map(\.delays)
    for scenario in stack {
      var round = ScenarioRound(of: scenario)
      for index in deals.indices {
        let sums = scenario.delays(of: deals[index].deal)
        delays[index].merge(sums) { $0 + $1 }
        versions[index] = try round.apply(to: versions[index])
      }
      faults += round.faults
      for (path, deals) in round.kept {
        let key = "\(scenario.id) leaves \(path)"
        if kept[key] == nil { order.append(key) }
        kept[key, default: []] += deals
      }
    }
    guard faults.isEmpty else { throw Diagnostics(Diagnostics.sorted(faults)) }
    self.deals = deals.indices.map { index in
      AnalysedDeal(
        versions: versions[index], firstAnnounced: deals[index].firstAnnounced,
        series: deals[index].series, delays: delays[index], end: deals[index].end)
    }
    remarks = order.map { Self.remark($0, kept[$0] ?? []) }
  }

  /// The most deals that a sentence names rather than counts.
  private static let mostNames = 5

  private static func remark(_ change: String, _ deals: [DealID]) -> String {
    let names =
      deals.count <= mostNames
      ? deals.map(\.text).joined(separator: ", ") : "\(deals.count) deals"
    return "\(change) as the terms of \(names) state it"
  }

  private static func unknownDeals(in scenario: Scenario, known: [DealID]) -> [any Diagnostic] {
    scenario.parts.filter { !known.contains($0.deal) }.map { part in
      let fault = ScenarioFault.dealUnknown(
        part.deal.text, nearest: nearestName(to: part.deal.text, among: known.map(\.text)))
      return LocatedFault(
        fault,
        at: DiagnosticLocation(
          file: scenario.file, line: part.line > 0 ? part.line : nil,
          field: "deals.\(part.deal)"))
    }
  }
}

/// One scenario on its way through the deals of a question.
private struct ScenarioRound {
  let scenario: Scenario
  /// What is said of single deals and does not fit them.
  private var ownFaults: [any Diagnostic] = []
  /// What is said of every deal: how often it fitted, and what became of it elsewhere.
  private var misfits: [ScenarioApplication.Misfit] = []
  private var misfitDeals: [String: [DealID]] = [:]
  private var statedDeals: [String: [DealID]] = [:]
  private var dealCount = 0
  private var hallNames: [String] = []

  init(of scenario: Scenario) {
    self.scenario = scenario
  }

  /// The versions with the scenario in them; faults are those of the version in force.
  mutating func apply(to versions: [Deal]) throws(Diagnostics) -> [Deal] {
    var changed: [Deal] = []
    for (index, version) in versions.enumerated() {
      let application = ScenarioApplication(of: scenario, to: version)
      changed.append(try application.result())
      guard index == versions.count - 1 else { continue }
      dealCount += 1
      hallNames += version.hallNames
      ownFaults += application.ownMisfits.map(\.fault)
      for misfit in application.commonMisfits {
        if misfitDeals[misfit.path] == nil { misfits.append(misfit) }
        misfitDeals[misfit.path, default: []].append(version.id)
        if misfit.isStated { statedDeals[misfit.path, default: []].append(version.id) }
      }
    }
    return changed
  }

  /// What fits no deal at all, and what is said of a deal and does not fit it.
  var faults: [any Diagnostic] {
    let common = misfits.filter { misfitDeals[$0.path]?.count == dealCount }.map { misfit in
      guard dealCount > 1, case .hallUnknown(let hall, _, _)? = misfit.fault.fault as? ScenarioFault
      else { return misfit.fault }
      let fault = ScenarioFault.hallUnknown(
        hall, deal: nil, nearest: nearestName(to: hall, among: hallNames))
      return LocatedFault(fault, at: misfit.fault.location)
    }
    return ownFaults + common
  }

  /// The paths that some deals take and others state, with those that state them.
  var kept: [(path: String, deals: [DealID])] {
    misfits.compactMap { misfit in
      guard misfitDeals[misfit.path]?.count != dealCount, let deals = statedDeals[misfit.path]
      else { return nil }
      return (misfit.path, deals)
    }
  }
}
