import CashFlowEngine
import FinanceBasics
import LeaseModel

extension PaymentMatcher {
  /// The plainest point of a family as halls that the engine projects, with the ranges of all.
  ///
  /// Where the engine finds none of the first ones within the rows, the nearest of them; `nil`
  /// where it can project none.
  func fit(of family: Family, deal: DealID) -> PaymentFit? {
    let isMet = family.points.contains { $0.point.strain <= PaymentPoint.withinPrecision }
    let ranked = family.points.map { met in
      (met, isMet ? plainness(of: met, in: family) : met.point.strain)
    }.sorted { $0.1 < $1.1 }
    var nearest: PaymentFit?
    for ((point, ends), _) in ranked.prefix(20) {
      guard let fit = fit(at: point, ends: ends, of: family, deal: deal) else { continue }
      if fit.meetsItsRows { return fit }
      if nearest?.worst?.strain ?? .infinity > fit.worst?.strain ?? .infinity { nearest = fit }
    }
    return nearest
  }

  /// How far a point is from days and rents that people agree on: firsts and middles of months,
  /// periods as stated, few digits.
  private func plainness(
    of met: (point: PaymentPoint, ends: TermEnds?), in family: Family
  ) -> Double {
    var cost = 0.0
    for (place, day) in met.point.days.enumerated() {
      cost += day.day == 1 ? 0 : (15...16).contains(day.day) ? 2 : 3
      // Two months beyond its period are as odd as a day in the middle of a month.
      let window = terms.halls[family.tranches[place].hall].window
      cost += window.map { Double($0.distance(to: day)) / 30 } ?? 0
    }
    if let end = met.ends?.chosen?.end { cost += end.day == 1 ? 0 : 3 }
    for rent in met.point.rents {
      cost += Double(plainNumber(in: rent.perKilowatt, places: 6).fractionDigits)
    }
    return cost + met.point.strain / 1000
  }

  private func fit(
    at point: PaymentPoint, ends: TermEnds?, of family: Family, deal: DealID
  ) -> PaymentFit? {
    guard let ranges = FamilyRanges(family) else { return nil }
    let stated = family.plan.isGrowthFree ? nil : terms.growth
    let growth =
      stated
      ?? plainNumber(in: point.growth.scaled(by: 100), places: 6).scaled(byPowerOfTen: -2) ?? .zero
    let isPlain = point.rents.count == 1 && point.strain <= PaymentPoint.withinPrecision
    let rates = point.rents.indices.map { rent in
      let solved = point.solved[rent] / 1000
      return plainNumber(
        in: isPlain ? point.rents[rent].perKilowatt : solved...solved, places: isPlain ? 4 : 7)
    }
    let halls = halls(at: point, ends: ends, rates: rates, of: family)
    let lease = Lease(
      id: deal, currency: table.currency, halls: halls,
      periods: [RentPeriod(rent: .rate(.perKilowattMonth(.one)), escalator: .fixed(growth))],
      rules: family.plan.rules, nominalTerm: terms.term)
    guard let rows = try? table.residuals(of: lease, leftOut: family.leftOut) else { return nil }
    let yearly = family.tranches.reduce(PreciseReal.zero) { sum, tranche in
      sum.plus(rates[tranche.rent].real.times(tranche.size.real).times(12_000))
    }
    let isSized = terms.halls.allSatisfy { $0.criticalIT != nil }
    let megawatts = lease.criticalIT
    return PaymentFit(
      departures: departures(of: family, point: point, ends: ends),
      halls: fitted(halls, rates: rates, ranges: ranges, ends: ends, of: family),
      escalator: FittedTerm(
        value: (growth.scaled(byPowerOfTen: 2) ?? .zero).real,
        within: ranges.growth.scaled(by: 100)),
      rentPerKilowattMonth: isSized
        ? FittedTerm(
          value: yearly.divided(by: megawatts.real.times(12_000)),
          within: ranges.monthlyRents.scaled(by: 1 / (1000 * megawatts.doubleValue))) : nil,
      firstYearRent: FittedTerm(
        value: yearly, within: ranges.monthlyRents.scaled(by: 12), places: 2),
      rows: rows, rules: family.plan.rules, alternatives: family.points.count - 1, lease: lease)
  }

  /// The tranches as halls with their base terms; one that has no end pays through the years.
  private func halls(
    at point: PaymentPoint, ends: TermEnds?, rates: [ExactDecimal], of family: Family
  ) -> [Hall] {
    let dayAfter = ends?.ends(from: point.days, halls: family.tranches.map(\.hall))
    let endOfYears = table.years.last?.days.upperBound ?? .latest
    return family.tranches.enumerated().map { place, tranche in
      let start = point.days[place]
      let hall = terms.halls[tranche.hall]
      let end = max(start.adding(days: 1), dayAfter?[place] ?? endOfYears)
      return Hall(
        name: tranche.phase.map { "\(hall.name), phase \($0)" } ?? hall.name,
        criticalIT: tranche.size, baseTerm: start..<end, abatement: hall.abatement,
        rate: .perKilowattMonth(rates[tranche.rent]))
    }
  }

  private func fitted(
    _ halls: [Hall], rates: [ExactDecimal], ranges: FamilyRanges, ends: TermEnds?,
    of family: Family
  ) -> [FittedHall] {
    halls.enumerated().map { place, hall in
      let tranche = family.tranches[place]
      let stated = terms.halls[tranche.hall]
      let yearly = rates[tranche.rent].real.times(tranche.size.real).times(12_000)
      return FittedHall(
        name: hall.name, criticalIT: stated.criticalIT == nil ? nil : tranche.size,
        commencement: hall.baseTerm.lowerBound, commencements: ranges.days[place],
        announced: stated.begins, lastDay: hall.baseTerm.upperBound.adding(days: -1),
        isLastDayFitted: ends?.chosen?.hall == tranche.hall,
        firstYearRent: FittedTerm(
          value: yearly,
          within: ranges.rents[tranche.rent].scaled(by: 12 * tranche.megawatts), places: 2))
    }
  }

  private func departures(
    of family: Family, point: PaymentPoint, ends: TermEnds?
  ) -> [PaymentDeparture] {
    var departures = family.plan.departures
    for (place, hall) in terms.halls.enumerated() {
      guard let window = hall.window, let begins = hall.begins else { continue }
      let days = family.tranches.indices.filter { family.tranches[$0].hall == place }
      guard days.contains(where: { !window.contains(point.days[$0]) }) else { continue }
      departures.append(.beyondAnnounced(hall: hall.name, announced: begins))
    }
    if let choice = family.choice.departure(of: terms, end: ends?.chosen?.end) {
      departures.append(choice)
    }
    return departures
  }
}

extension ClosedRange<CalendarDate> {
  /// Days from the range to a day; zero within it.
  fileprivate func distance(to day: CalendarDate) -> Int {
    max(0, day.days(until: lowerBound), upperBound.days(until: day))
  }
}

extension ClosedRange<Double> {
  /// Both ends times a factor above zero.
  func scaled(by factor: Double) -> Self { lowerBound * factor...upperBound * factor }

  /// Rents a megawatt as rents a kilowatt.
  var perKilowatt: Self { lowerBound / 1000...upperBound / 1000 }
}
