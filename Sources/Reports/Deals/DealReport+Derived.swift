import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealReport {
  /// What follows from the terms and the assumptions, base case.
  var derivedSection: PropertyReport.Section {
    PropertyReport.Section(
      heading: "Derived, base case", entries: derivedEntries + averageIncomeEntries)
  }

  /// Rate, contract value, NOI and term; blank where the deal cannot be projected.
  var derivedEntries: [PropertyReport.Entry] {
    let lease = projection?.lease
    let total = flows?.total(of: .baseRent)
    let stated = statedContractValue
    let difference = total.flatMap { total in stated.map { total - $0 } }
    return [
      .init(
        "first_year_rate_per_kw_month", "first-year rent",
        projection.map { .decimal($0.averageFirstYearRate) } ?? .blank,
        kind: .decimal(fractionDigits: 4), unit: "\(currencyCode)/kW-month"),
      .init(
        "stated_contract_value", "stated contract value", amount(stated), kind: .amount,
        unit: currencyCode),
      .init(
        "total_contract_value", "total contract value", amount(total), kind: .amount,
        unit: currencyCode),
      .init(
        "rounding_difference", "rounding difference", amount(difference), kind: .amount,
        unit: currencyCode),
      .init(
        "noi", "NOI", amount(flows?.netOperatingIncome), kind: .amount, unit: currencyCode),
      .init(
        "first_commencement", "first commencement",
        lease.map { .date($0.firstCommencement) } ?? .blank),
      .init(
        "last_day", "last day",
        lease.map { .date($0.expiry.adding(days: -1)) } ?? .blank),
      .init(
        "walt_years", "WALT from commencement",
        lease.flatMap { weightedAverageLeaseTerm(of: $0.halls) }.map { .decimal($0) } ?? .blank,
        kind: .decimal(fractionDigits: 2), unit: "years"),
    ]
  }

  /// The three bases on which "average annual NOI" is published.
  var averageIncomeEntries: [PropertyReport.Entry] {
    let averages = projection?.averageNOI
    let bases: [(key: String, label: String, value: PreciseReal?)] = [
      ("nominal", "average NOI, nominal", averages?.overNominalTerm),
      ("mw_weighted", "average NOI, MW-weighted", averages?.overMegawattYears),
      ("span", "average NOI, whole span", averages?.overSpan),
    ]
    return bases.map { basis in
      .init(
        basis.key, basis.label, amount(basis.value?.times(100).roundedHalfEven()),
        kind: .amount, unit: currencyCode)
    }
  }

  private var currencyCode: String { (analysed.currency ?? .usd).code }

  private var statedContractValue: Int64? {
    analysed.deal.terms.statedContractValue
  }

  private func amount(_ minorUnits: Int64?) -> Value { minorUnits.map { .amount($0) } ?? .blank }
}
