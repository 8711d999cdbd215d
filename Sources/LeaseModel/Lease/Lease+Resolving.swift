public import FinanceBasics

extension Deal {
  /// The lease that the deal describes, terms, solved values and assumptions joined.
  ///
  /// - Parameters:
  ///   - series: The price indexes and market rents that the deal may name.
  ///   - delays: By how much halls are late, by their names or `Delay.everyHall`.
  /// - Throws: What is missing, all of it at once, with the paths to fill in.
  public func lease(
    series: [String: IndexSeries] = [:], delays: [String: Delay] = [:]
  ) throws(NotProjectable) -> Lease {
    try resolvedLease(series: series, delays: delays).lease
  }

  /// The lease with the choices that were made and the leaves that it rests on.
  ///
  /// A stated period is taken at its end unless `periodDay` assumes otherwise, a range at its
  /// middle. Rent of a hall begins on its own `rentCommencement`, else when it is ready for
  /// service, else on the deal's `rentCommencement`, last or first delivery.
  ///
  /// A delay moves the day on which a hall is ready, its rent commencement, the days of its ramp
  /// and, with the term clock, its expiry. A hall's own delay is added to that of every hall. A
  /// stated last day stays, and so do the days that were promised, those of take or pay, of
  /// deposits and of prepayments. Names of no hall of the deal are passed over.
  ///
  /// - Throws: What is missing, all of it at once, with the paths to fill in.
  public func resolvedLease(
    series: [String: IndexSeries] = [:], delays: [String: Delay] = [:]
  ) throws(NotProjectable) -> ResolvedLease {
    var resolution = LeaseResolution(of: terms, series: series, delays: delays)
    let lease = resolution.lease(of: self)
    guard let lease, resolution.faults.isEmpty else {
      throw NotProjectable(deal: id, faults: resolution.faults)
    }
    return ResolvedLease(lease: lease, remarks: resolution.remarks, inputs: resolution.inputs)
  }
}

extension LeaseResolution {
  /// The whole lease; `nil` where it has no hall or no rent.
  fileprivate mutating func lease(of deal: Deal) -> Lease? {
    let halls = halls()
    let periods = periods()
    let rules = rules()
    let renewals = renewals()
    let first = halls.map(\.baseTerm.lowerBound).min() ?? deal.effective
    let costs = operatingCosts(of: halls)
    let power = power(of: costs)
    let otherIncome = otherIncome(of: halls)
    let capital = capital(halls: halls)
    let prepayment = prepayment(from: first)
    let deposit = deposit(from: first)
    let lateDelivery = lateDelivery(of: halls)
    let termination = termination(of: halls, capital: capital)
    let holdover = holdover()
    let restorationCost = restorationCost()
    let ownership = terms.ownership.map { fraction($0) } ?? .one
    guard !halls.isEmpty, !periods.isEmpty else { return nil }
    return Lease(
      id: deal.id, currency: currency ?? .usd, halls: halls, periods: periods,
      renewals: renewals, rules: rules, operatingCosts: costs, power: power,
      otherIncome: otherIncome, capital: capital, prepayment: prepayment, deposit: deposit,
      lateDelivery: lateDelivery, termination: termination, holdover: holdover,
      restorationCost: restorationCost, ownership: ownership,
      nominalTerm: terms.term?.value)
  }
}
