public import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// Deals, how their flows are valued, and which measure is asked for while levers are moved.
public struct SensitivityQuestion: Sendable {
  /// Valued together, as recorded or as scenarios have them; all in one currency.
  public let deals: [AnalysedDeal]
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// The date, the rate and the convention where no lever moves the rate.
  public let basis: ValuationBasis
  /// What is asked for.
  public let measure: SensitivityMeasure

  /// - Precondition: At least one deal.
  public init(
    of deals: [AnalysedDeal], case projectionCase: ProjectionCase, basis: ValuationBasis,
    measure: SensitivityMeasure = .presentValue
  ) {
    precondition(!deals.isEmpty, "a sensitivity is of at least one deal")
    self.deals = deals
    self.projectionCase = projectionCase
    self.basis = basis
    self.measure = measure
  }

  /// The measure with levers at stated values, exactly as a single run gives it; `nil` where it is
  /// not defined.
  ///
  /// - Throws: What a scenario with these changes meets, located at the option that asks for it.
  public func value(under settings: [LeverSetting] = []) throws -> MeasuredValue? {
    try value(of: flows(under: settings), on: basis(under: settings))
  }

  /// The currency of the deals.
  ///
  /// - Throws: `book.currencies-mixed`.
  public func currency() throws -> Currency {
    try commonCurrency(of: try flows(under: []))
  }

  /// How flows are valued with levers at stated values.
  ///
  /// - Throws: `sensitivity.rate-not-used`, `sensitivity.spread-not-used`.
  func basis(under settings: [LeverSetting]) throws -> ValuationBasis {
    try settings.reduce(basis) { basis, setting in
      do throws(SensitivityFault) {
        return try setting.moving(basis)
      } catch {
        throw LocatedFault(error, at: DiagnosticLocation(field: setting.option))
      }
    }
  }

  /// The projected flows with levers at stated values.
  func flows(under settings: [LeverSetting]) throws -> [DealCashFlows] {
    let changed = try settings.reduce(SettledDeals(deals)) { try $0.moving($1) }
    return try flows(of: changed, under: settings)
  }

  /// The projected flows of deals that have levers at stated values.
  func flows(of settled: SettledDeals, under settings: [LeverSetting]) throws -> [DealCashFlows] {
    if settings.count > 1 { try checkThatAllHold(settings, in: settled.deals) }
    do {
      return try settled.deals.map { try DealCashFlows($0, case: projectionCase) }
    } catch {
      throw SettingProblem.located(error, at: settings)
    }
  }

  /// A later lever may state the same thing in another form, such as a rent by rate and by value.
  private func checkThatAllHold(
    _ settings: [LeverSetting], in changed: [AnalysedDeal]
  ) throws {
    for setting in settings {
      guard case .assumption(let path) = setting.lever.target else { continue }
      let holds = changed.contains { analysed in
        analysed.deal.fields.contains {
          $0.block == .scenario && $0.path == path && $0.text == setting.text
        }
      }
      guard !holds, let other = settings.last(where: { $0.lever != setting.lever }) else {
        continue
      }
      throw LocatedFault(
        SensitivityFault.displaced(setting.lever.name, by: other.lever.name),
        at: DiagnosticLocation(field: other.option))
    }
  }
}

/// Deals with levers at stated values, and what some of them keep.
struct SettledDeals {
  let deals: [AnalysedDeal]
  /// In sentences, each once.
  let remarks: [String]

  init(_ deals: [AnalysedDeal], remarks: [String] = []) {
    self.deals = deals
    self.remarks = remarks
  }

  /// The deals with one lever more at its value; rates and spreads are no part of a deal.
  ///
  /// - Throws: What the scenario meets, at the option that asks for it.
  func moving(_ setting: LeverSetting) throws -> SettledDeals {
    switch setting.lever.target {
    case .rate, .spread, .tier: return self
    case .rent:
      return SettledDeals(try deals.map { try $0.charging(setting) }, remarks: remarks)
    case .delay, .assumption:
      let question = try ScenarioQuestion(
        [setting.scenario(on: deals)], on: deals, known: deals.map(\.deal.id))
      return SettledDeals(question.deals, remarks: (remarks + question.remarks).distinct)
    }
  }
}

extension LeverSetting {
  /// The unnamed scenario that puts the lever at its value in every deal.
  fileprivate func scenario(on deals: [AnalysedDeal]) -> Scenario {
    guard case .assumption(let path) = lever.target else {
      return Scenario(
        id: Self.scenario, delays: [HallDelay(hall: nil, delay: scale.delay(of: number))],
        file: place)
    }
    let changes = deals.map { ($0.deal.id, $0.deal.restating(path, as: text, in: Self.scenario)) }
    // A list that is restated is that of its deal; what is one field is said of every deal.
    let lists = changes.filter { $0.1.count > 1 }
    let single = changes.first { $0.1.count == 1 }?.1 ?? []
    return Scenario(
      id: Self.scenario, changes: single,
      parts: lists.map { Scenario.Part(deal: $0.0, line: 0, changes: $0.1) }, file: place)
  }

  /// The word for the scenario in the remarks of a report.
  static let scenario = ScenarioID("vary")
}
