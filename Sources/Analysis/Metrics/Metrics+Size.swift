import LeaseModel
import CashFlowEngine
import FinanceBasics

extension MetricRegistry {
  /// How much is contracted.
  static let sizeMetrics: [Metric] = [
    Metric(
      id: "deals", name: "Deals", kind: .count,
      formula: "the contracted leases and hosting contracts, projected or not",
      megawattBasis: nil, period: "as of the known-on date"
    ) { MetricValue(value: .count($0.count), deals: $0.count) },
    Metric(
      id: "contracted_it_mw", name: "Contracted IT MW", kind: .decimal(fractionDigits: 1),
      formula: "sum of critical IT megawatts", megawattBasis: .criticalIT,
      period: "at full delivery"
    ) { sum($0, number: \.megawatts) },
    Metric(
      id: "stated_contract_value", name: "Stated contract value", kind: .amount,
      formula: "sum of the contract values as announced",
      megawattBasis: nil, period: "base term"
    ) { sum($0, \.statedContractValue) },
    Metric(
      id: "total_contract_value", name: "Projected base rent", kind: .amount,
      formula: "sum of posted base rent",
      megawattBasis: nil, period: "base term"
    ) { sum($0, \.baseRent) },
  ]

  /// What a megawatt of critical IT rents for.
  static let rentMetrics: [Metric] = [
    Metric(
      id: "first_year_rate_per_kw_month", name: "First-year rent, $/kW-month",
      kind: .decimal(fractionDigits: 2),
      formula: "first-year rent of all halls ÷ (critical IT kW × 12)",
      megawattBasis: .criticalIT, period: "lease year 1, before abatement"
    ) { quotient($0, { $0.firstYearRent.map { $0 / 100 / 12_000 } }, over: \.projectedMegawatts) },
    Metric(
      id: "average_rate_per_kw_month", name: "Average rent, $/kW-month",
      kind: .decimal(fractionDigits: 2),
      formula: "posted base rent ÷ critical IT kW-months in force",
      megawattBasis: .criticalIT, period: "base term"
    ) { quotient($0, { $0.baseRent.map { $0.asDouble / 100 } }, over: \.kilowattMonths) },
    Metric(
      id: "first_year_rent_per_mw_year", name: "First-year rent per MW-year",
      kind: .amountPerMegawatt,
      formula: "first-year rent of all halls ÷ critical IT MW",
      megawattBasis: .criticalIT, period: "lease year 1, before abatement"
    ) { quotient($0, \.firstYearRent, over: \.projectedMegawatts, isAmount: true) },
    Metric(
      id: "average_rent_per_mw_year", name: "Average rent per MW-year", kind: .amountPerMegawatt,
      formula: "posted base rent ÷ critical IT MW-years in force",
      megawattBasis: .criticalIT, period: "base term"
    ) {
      quotient(
        $0, { $0.baseRent?.asDouble }, over: { $0.kilowattMonths.map { $0 / 12_000 } },
        isAmount: true)
    },
  ]

  /// When rent begins.
  static let dateMetrics: [Metric] = [
    Metric(
      id: "first_commencement", name: "First commencement", kind: .date,
      formula: "earliest rent commencement of any hall", megawattBasis: nil, period: "base term"
    ) { extreme($0.compactMap { $0.projection?.lease.firstCommencement }) { $0.min() } },
    Metric(
      id: "last_commencement", name: "Last commencement", kind: .date,
      formula: "latest rent commencement of any hall", megawattBasis: nil, period: "base term"
    ) {
      extreme($0.compactMap { $0.projection?.lease.halls.map(\.baseTerm.lowerBound).max() }) {
        $0.max()
      }
    },
  ]

  private static func extreme(
    _ dates: [CalendarDate], _ choose: ([CalendarDate]) -> CalendarDate?
  ) -> MetricValue {
    MetricValue(value: choose(dates).map { .date($0) }, deals: dates.count)
  }
}
