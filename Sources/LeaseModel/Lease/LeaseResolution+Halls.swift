import FinanceBasics

extension LeaseResolution {
  /// The halls with their megawatts and terms; empty where a fault was met.
  mutating func halls() -> [Hall] {
    let halls = terms.halls.isEmpty ? [oneHall()] : terms.halls
    let megawatts = megawatts(of: halls)
    let isNamed = !terms.halls.isEmpty
    var dates: [HallDates] = []
    for hall in halls {
      guard let days = self.dates(of: hall) else {
        miss(.deliveryMissing(hall: isNamed ? hall.name : nil))
        continue
      }
      dates.append(days)
    }
    let clock = termClock()
    guard let megawatts, dates.count == halls.count else { return [] }
    let starts = dates.map(\.commencement)
    return halls.indices.compactMap { index in
      let hall = halls[index]
      let abatement = hall.abatement.refining(terms.rent.abatement)
      guard
        let term = baseTerm(of: hall, index, from: starts, clock: clock, abatement: abatement)
      else {
        if clock == nil { miss(.termMissing(hall: isNamed ? hall.name : nil)) }
        return nil
      }
      guard !term.isEmpty else {
        miss(.termEmpty(hall: hall.name))
        return nil
      }
      let size = megawatts[index]
      return Hall(
        name: hall.name, criticalIT: size, baseTerm: term,
        delivery: delivery(of: hall, dates[index]),
        ramp: ramp(of: hall, size: size, delay: delay(of: hall)),
        abatement: self.abatement(abatement, extendsTerm: extendsTerm(of: hall, clock, abatement)),
        rate: hall.rate.flatMap { rate($0) },
        capitalCost: capitalCost(of: hall, size: size),
        capitalSpending: spending(hall.capitalSpending))
    }
  }

  /// All megawatts of the deal as one hall, ready at the last delivery.
  private mutating func oneHall() -> HallTerms {
    remark(.oneHallAssumed)
    var hall = HallTerms(name: HallTerms.ofWholeDeal)
    hall.criticalIT = terms.criticalIT
    hall.readyForService = terms.lastDelivery ?? terms.rentCommencement ?? terms.firstDelivery
    hall.rentCommencement = terms.rentCommencement
    return hall
  }

  /// The megawatts of each hall; what the halls leave of the deal's is shared by those without.
  private mutating func megawatts(of halls: [HallTerms]) -> [ExactDecimal]? {
    let stated = halls.map { hall in hall.criticalIT.map { number($0) } }
    let sum = stated.compactMap(\.self).reduce(ExactDecimal.zero, +)
    let open = halls.indices.filter { stated[$0] == nil }
    for index in halls.indices {
      guard let size = stated[index], size <= .zero else { continue }
      miss(.criticalITMissing(hall: terms.halls.isEmpty ? nil : halls[index].name))
      return nil
    }
    let total = terms.criticalIT
    guard !open.isEmpty else {
      if let total, sum < total.value.low {
        remark(.hallsBelowTotal(halls: sum, total: total.value.point.normalized))
      }
      return stated.compactMap(\.self)
    }
    guard let total, sum < total.value.point else {
      for index in open {
        miss(.criticalITMissing(hall: terms.halls.isEmpty ? nil : halls[index].name))
      }
      return nil
    }
    let shares = Self.shares(of: number(total) - sum, among: open.count)
    remark(
      .remainderShared(
        megawatts: (number(total) - sum).normalized, halls: open.map { halls[$0].name }))
    var result = stated
    for (place, index) in open.enumerated() { result[index] = shares[place] }
    return result.compactMap(\.self)
  }

  /// Equal shares to a watt; the last one takes what is left.
  static func shares(of megawatts: ExactDecimal, among count: Int) -> [ExactDecimal] {
    let places = max(6, megawatts.fractionDigits)
    let digits = megawatts.scaled(byPowerOfTen: places)?.digits ?? megawatts.digits
    let share = ExactDecimal(digits: digits / Int128(count), fractionDigits: places).normalized
    let others = (0..<count - 1).reduce(ExactDecimal.zero) { sum, _ in sum + share }
    return Array(repeating: share, count: count - 1) + [(megawatts - others).normalized]
  }

  private mutating func abatement(_ abatement: AbatementTerms, extendsTerm: Bool) -> Abatement? {
    guard let length = abatement.length else { return nil }
    let charges = Set(abatement.covers.map { use($0) })
    return Abatement(
      length: use(length), share: abatement.share.map { fraction($0) } ?? .one,
      charges: charges.isEmpty ? [.baseRent] : charges, extendsTerm: extendsTerm)
  }

  /// Delivered steps move with the hall; what is paid for in any case stays on its stated days.
  private mutating func ramp(of hall: HallTerms, size: ExactDecimal, delay: Delay) -> Ramp? {
    guard !hall.ramp.isEmpty else { return nil }
    return Ramp(
      delivered: steps(hall.ramp, of: hall, size: size, delay: delay),
      committed: steps(hall.takeOrPay, of: hall, size: size, delay: .none))
  }

  private mutating func steps(
    _ steps: [RampStepTerms], of hall: HallTerms, size: ExactDecimal, delay: Delay
  ) -> [Ramp.Step] {
    steps.map { step in
      let criticalIT = number(step.criticalIT)
      if size < criticalIT {
        miss(.rampExceedsHall(path: step.criticalIT.path, step: criticalIT, hall: size))
      }
      switch use(step.start) {
      case .month(let month): return Ramp.Step(from: .month(month), criticalIT: criticalIT)
      case .date(let date):
        let stated = day(step.start.map { _ in date })
        return Ramp.Step(from: .date(delay.applied(to: stated)), criticalIT: criticalIT)
      }
    }
  }
}
