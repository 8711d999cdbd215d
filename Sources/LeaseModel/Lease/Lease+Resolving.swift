public import FinanceBasics

extension Deal {
  /// The lease that the deal describes, terms, solved values and assumptions joined.
  ///
  /// - Parameter series: The price indexes that CPI escalators may name.
  /// - Throws: What is missing, all of it at once, with the paths to fill in.
  public func lease(series: [String: IndexSeries] = [:]) throws(NotProjectable) -> Lease {
    try resolvedLease(series: series).lease
  }

  /// The lease with the choices that were made and the leaves that it rests on.
  ///
  /// A stated period is taken at its end unless `periodDay` assumes otherwise, a range at its
  /// middle. Rent of a hall begins on its own `rentCommencement`, else when it is ready for
  /// service, else on the deal's `rentCommencement`, last or first delivery.
  ///
  /// - Throws: What is missing, all of it at once, with the paths to fill in.
  public func resolvedLease(
    series: [String: IndexSeries] = [:]
  ) throws(NotProjectable) -> ResolvedLease {
    var resolution = LeaseResolution(of: terms, series: series)
    let halls = resolution.halls()
    let periods = resolution.periods()
    let rules = resolution.rules()
    let renewals = resolution.renewals()
    let first = halls.map(\.baseTerm.lowerBound).min() ?? effective
    let costs = resolution.operatingCosts()
    let capital = resolution.capital(halls: halls)
    let prepayment = resolution.prepayment(from: first)
    let deposit = resolution.deposit(from: first)
    let ownership = terms.ownership.map { resolution.fraction($0) } ?? .one
    guard resolution.faults.isEmpty, !halls.isEmpty, !periods.isEmpty else {
      throw NotProjectable(deal: id, faults: resolution.faults)
    }
    let lease = Lease(
      id: id, currency: resolution.currency ?? .usd, halls: halls, periods: periods,
      renewals: renewals, rules: rules, operatingCosts: costs, capital: capital,
      prepayment: prepayment, deposit: deposit, ownership: ownership,
      nominalTerm: terms.term?.value)
    return ResolvedLease(lease: lease, remarks: resolution.remarks, inputs: resolution.inputs)
  }
}
