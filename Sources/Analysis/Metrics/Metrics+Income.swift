import LeaseModel
import CashFlowEngine
import FinanceBasics

extension MetricRegistry {
  /// What is left of rent, and what it cost to build.
  static let incomeMetrics: [Metric] = [
    Metric(
      id: "noi", name: "NOI", kind: .amount,
      formula: "rent + recoveries + other income − operating cost, posted",
      megawattBasis: nil, period: "base term"
    ) { sum($0, \.operatingIncome) },
    Metric(
      id: "average_annual_noi", name: "Average annual NOI", kind: .amount,
      formula: "sum over deals of NOI ÷ years of the nominal term",
      megawattBasis: nil, period: "base term, nominal"
    ) { sum($0, \.averageIncome) },
    Metric(
      id: "noi_margin", name: "NOI margin", kind: .percent,
      formula: "NOI ÷ posted base rent", megawattBasis: nil, period: "base term"
    ) { quotient($0, { $0.operatingIncome?.asDouble }, over: { $0.baseRent?.asDouble }) },
    Metric(
      id: "capital_cost_per_mw", name: "Capital cost per MW", kind: .amountPerMegawatt,
      formula: "capital cost that the landlord pays ÷ critical IT MW",
      megawattBasis: .criticalIT, period: "until ready for service"
    ) { quotient($0, { $0.capitalCost?.asDouble }, over: \.projectedMegawatts, isAmount: true) },
    Metric(
      id: "yield_on_cost", name: "Yield on cost", kind: .percent,
      formula: "stabilised NOI ÷ capital cost that the landlord pays",
      megawattBasis: nil, period: "first 12 months in which all halls pay full rent"
    ) { quotient($0, { $0.stabilisedIncome?.asDouble }, over: { $0.capitalCost?.asDouble }) },
  ]

  /// What it is worth.
  static let valueMetrics: [Metric] = [
    Metric(
      id: "walt_years", name: "WALT, years", kind: .decimal(fractionDigits: 2),
      formula: "sum over unexpired halls of MW × years to expiry ÷ their MW; years of 365.25 days, "
        + "no renewals",
      megawattBasis: .criticalIT, period: "from --on, or commencement if later, to expiry"
    ) { quotient($0, \.remainingMegawattYears, over: \.unexpiredMegawatts) },
    Metric(
      id: "pv_noi", name: "PV of NOI", kind: .amount,
      formula: "present value of NOI on --on at --rate, on cash dates; past flows left out",
      megawattBasis: nil, period: "base term from --on"
    ) { sum($0, \.presentValueOfNOI) },
    Metric(
      id: "pv_noi_per_mw", name: "PV of NOI per MW", kind: .amountPerMegawatt,
      formula: "PV of NOI ÷ critical IT MW", megawattBasis: .criticalIT,
      period: "base term from --on"
    ) {
      quotient(
        $0, { $0.presentValueOfNOI?.asDouble }, over: \.projectedMegawatts, isAmount: true)
    },
  ]

  /// Who stands behind it.
  static let riskMetrics: [Metric] = [
    Metric(
      id: "guaranteed_share", name: "Guaranteed share", kind: .percent,
      formula: "posted base rent that a named guarantor covers, up to its cap ÷ posted base rent",
      megawattBasis: nil, period: "base term"
    ) { quotient($0, { $0.guaranteedRent?.asDouble }, over: { $0.baseRent?.asDouble }) },
    Metric(
      id: "tenant_concentration_hhi", name: "Tenant concentration, HHI",
      kind: .decimal(fractionDigits: 0),
      formula: "sum over tenants of (share of critical IT MW in percent)²; 10,000 is one tenant",
      megawattBasis: .criticalIT, period: "at full delivery"
    ) { Concentration(of: $0, by: .tenant).metricValue },
    Metric(
      id: "largest_tenant", name: "Largest tenant", kind: .party,
      formula: "the tenant with the most critical IT MW", megawattBasis: .criticalIT,
      period: "at full delivery"
    ) { Concentration(of: $0, by: .tenant).largest },
  ]
}

extension DealMeasures {
  /// Critical IT of the projected halls, in megawatts.
  var projectedMegawatts: Double? {
    projection.map { $0.lease.criticalIT.real.times(share).doubleValue }
  }
}
