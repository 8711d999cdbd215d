import LeaseModel

/// One setting of levers after the other, of which each is projected once while only the rate moves,
/// and each first lever put at its value once while only the second moves.
struct SettingRun {
  let question: SensitivityQuestion
  private var projected: (settings: [LeverSetting], flows: [DealCashFlows])?
  private var settled: (settings: [LeverSetting], deals: SettledDeals)?
  /// What some deals keep, each once.
  private(set) var remarks: [String] = []

  init(_ question: SensitivityQuestion) {
    self.question = question
  }

  /// The measure with levers at stated values; `nil` where it is not defined.
  mutating func value(under settings: [LeverSetting]) throws -> MeasuredValue? {
    let flows = try flows(under: settings.filter { !$0.lever.isOfDiscounting })
    let basis = try question.basis(under: settings)
    do {
      return try question.value(of: flows, on: basis)
    } catch {
      throw SettingProblem.located(error, at: settings)
    }
  }

  private mutating func flows(under settings: [LeverSetting]) throws -> [DealCashFlows] {
    if let projected, projected.settings == settings { return projected.flows }
    var deals = try before(Array(settings.dropLast()))
    if let last = settings.last { deals = try deals.moving(last) }
    let flows = try question.flows(of: deals, under: settings)
    remarks = (remarks + deals.remarks).distinct
    projected = (settings, flows)
    return flows
  }

  /// The deals with all levers but the last at their values.
  private mutating func before(_ settings: [LeverSetting]) throws -> SettledDeals {
    if let settled, settled.settings == settings { return settled.deals }
    let deals = try settings.reduce(SettledDeals(question.deals)) { try $0.moving($1) }
    settled = (settings, deals)
    return deals
  }
}
