import FinanceBasics

extension LeaseResolution {
  /// The options in order; none where their number or their length is not known.
  mutating func renewals() -> [RenewalOption] {
    guard let exercised = terms.renewals?.exercised else { return options() }
    let count = use(exercised)
    return options().enumerated().map { place, option in
      RenewalOption(
        months: option.months, rent: option.rent, probability: option.probability,
        notice: option.notice, isExercised: place < count)
    }
  }

  private mutating func options() -> [RenewalOption] {
    guard let renewals = terms.renewals else { return [] }
    guard renewals.options.isEmpty else {
      return renewals.options.compactMap { option in
        self.option(
          option.length, rent: option.rent ?? renewals.rent,
          probability: option.probability ?? renewals.probability,
          notice: option.notice ?? renewals.notice)
      }
    }
    guard let count = renewals.count, let each = renewals.each else {
      let path = renewals.count?.path ?? renewals.each?.path
      if let path {
        remark(.leftOut(path, because: "the number and the length are not both known"))
      }
      return []
    }
    let option = option(
      each, rent: renewals.rent, probability: renewals.probability, notice: renewals.notice)
    return option.map { Array(repeating: $0, count: use(count)) } ?? []
  }

  private mutating func option(
    _ length: Stated<Tenor>, rent: Stated<RenewalRentTerms>?, probability: Stated<Figure>?,
    notice: Stated<Tenor>?
  ) -> RenewalOption? {
    guard let months = use(length).months else {
      remark(.leftOut(length.path, because: "a renewal is counted in months"))
      return nil
    }
    return RenewalOption(
      months: months, rent: rent.map { self.rent($0) } ?? .continued,
      probability: probability.map { fraction($0) }, notice: notice.map { use($0) })
  }

  private mutating func rent(_ stated: Stated<RenewalRentTerms>) -> RenewalOption.Rent {
    switch use(stated) {
    case .continued: return .continued
    case .flat: return .flat
    case .fixed(let figure):
      guard let rate = rate(stated.map { _ in figure }) else { return .continued }
      return .fixed(rate, escalator: lastEscalator())
    case .market(let market):
      guard let curve = series(market.curve) else { return .continued }
      let unit = MeasureUnit.moneyPerKilowattMonth(currency ?? .usd).description
      if curve.unit != unit {
        miss(
          .seriesNotOfRents(
            market.curve.value, path: market.curve.path, unit: curve.unit, expected: unit))
      }
      let rent = MarketRent(
        curve: curve, share: market.share.map { fraction($0) } ?? .one,
        floor: market.floor.map { fraction($0) }, cap: market.cap.map { fraction($0) },
        afterLast: market.afterLast.map { fraction($0) })
      return .market(rent, escalator: lastEscalator())
    }
  }

  /// How rent grows at the end of the base term.
  private mutating func lastEscalator() -> Escalator {
    let own = terms.periods.last?.rent.escalator
    return escalator(own ?? terms.rent.escalator, at: "rent.escalator")
  }

  /// The early end that happened or is assumed, within the base term and not before the right to it.
  mutating func termination(of halls: [Hall], capital: CapitalPlan?) -> Termination? {
    guard let exercised = terms.termination.exercised,
      let first = halls.map(\.baseTerm.lowerBound).min(),
      let end = halls.map(\.baseTerm.upperBound).max()
    else { return nil }
    let day = day(exercised)
    let isAssumed = exercised.basis == .assumed
    if day < first || day >= end {
      miss(
        .terminationOutsideTerm(
          day, first: first, last: end.adding(days: -1), isAssumed: isAssumed))
    }
    if let from = terms.termination.from {
      let earliest =
        switch use(from) {
        case .date(let date): date.first
        case .leaseYear(let year): first.adding(months: 12 * (year - 1))
        }
      if day < earliest {
        miss(.terminationTooEarly(day, from: earliest, isAssumed: isAssumed))
      }
    }
    return Termination(lastDay: day, fee: fee(capital: capital))
  }

  private mutating func fee(capital: CapitalPlan?) -> Termination.Fee? {
    let terms = terms.termination
    if terms.holder.map({ use($0) }) == .landlord {
      let path = FieldPath(known: "termination.fee")
      if terms.statesFee {
        remark(.leftOut(path, because: "a fee that the landlord pays is not projected"))
      }
      return nil
    }
    if let amount = terms.feeAmount { return .amount(number(amount)) }
    if let months = terms.feeMonthsOfRent { return .monthsOfRent(number(months)) }
    if !terms.feeSchedule.isEmpty {
      return .schedule(
        terms.feeSchedule.map { row in
          Termination.Row(
            leaseYear: row.value.leaseYear, amount: number(row.map { $0.amount }))
        })
    }
    guard let unamortised = terms.feeIsUnamortisedCost, use(unamortised) else { return nil }
    guard capital != nil else {
      remark(.leftOut(unamortised.path, because: "the landlord's capital cost is not known"))
      return nil
    }
    return .unamortisedCost
  }

  /// A stay after the term, where both its rent and its length are known.
  mutating func holdover() -> Holdover? {
    let terms = terms.holdover
    switch (terms.rent, terms.length) {
    case (nil, nil): return nil
    case (let rent?, nil):
      remark(.leftOut(rent.path, because: "nobody assumes for how long the tenant stays"))
      return nil
    case (nil, let length?):
      remark(.leftOut(length.path, because: "the rent of a tenant that stays is not known"))
      return nil
    case (let rent?, let length?):
      return Holdover(
        share: fraction(rent), length: use(length), isCertain: length.basis == .disclosed)
    }
  }

  /// What the landlord pays to restore the halls; `nil` where the tenant does.
  mutating func restorationCost() -> ExactDecimal? {
    let terms = terms.restoration
    guard let cost = terms.cost else { return nil }
    guard let payer = terms.payer else {
      remark(.landlordRestores)
      return number(cost)
    }
    return use(payer) == .landlord ? number(cost) : nil
  }
}

extension TerminationTerms {
  /// Whether any fee is stated.
  fileprivate var statesFee: Bool {
    feeAmount != nil || feeMonthsOfRent != nil || !feeSchedule.isEmpty
      || feeIsUnamortisedCost?.value == true
  }
}
