import FinanceBasics
import LeaseModel

extension LeaseGenerator {
  /// One to three halls of about so many months.
  mutating func halls(months: Int) -> [Hall] {
    let abatement = chance(.abatement, oneIn: 3) ? abatement(months: months) : nil
    return (0..<(1 + pick(3))).map { index in
      let start = commencement()
      let length = pick(4) == 0 ? months + pick(7) : months
      let size = decimal(1 + pick(4000), pick(3))
      let isOwn = chance(.ownSpending, oneIn: 4)
      return Hall(
        name: "hall \(index + 1)", criticalIT: size,
        baseTerm: start..<start.adding(months: length).adding(days: pick(5) == 0 ? pick(40) : 0),
        delivery: delivery(from: start), ramp: chance(.ramp, oneIn: 3) ? ramp(of: size) : nil,
        abatement: chance(.abatement, oneIn: 5) ? self.abatement(months: length) : abatement,
        rate: chance(.ownRates, oneIn: 5) ? .perKilowattMonth(rentPerKilowatt()) : nil,
        capitalCost: isOwn ? decimal(1 + pick(2_000_000_000), 2) : nil,
        capitalSpending: isOwn && pick(2) == 0 ? spending(from: start) : nil)
    }
  }

  private mutating func abatement(months: Int) -> Abatement {
    let length: Tenor =
      pick(4) == 0 ? .days(1 + pick(200)) : .months(1 + pick(max(1, months - 1)))
    let share = [decimal(1, 0), decimal(5, 1), decimal(pick(101), 2)][pick(3)]
    let charges: Set<Abatement.Charge> = [
      [.baseRent], [.baseRent], [.baseRent, .recovery], [.baseRent, .recovery, .powerRecovery],
      [.powerRecovery],
    ][pick(5)]
    return Abatement(length: length, share: share, charges: has(.costLines) ? charges : [.baseRent])
  }

  private mutating func delivery(from start: CalendarDate) -> HallDelivery {
    let ready = start.adding(days: -pick(3) * pick(60))
    let isLate = chance(.lateDelivery, oneIn: 3)
    return HallDelivery(
      readyForService: ready, guaranteed: isLate ? ready.adding(days: 20 - pick(150)) : nil,
      outsideDate: isLate && pick(2) == 0 ? ready.adding(days: 40 - pick(100)) : nil,
      delayDays: chance(.delays, oneIn: 5) ? pick(120) - 30 : 0)
  }

  private mutating func ramp(of size: ExactDecimal) -> Ramp {
    Ramp(
      delivered: rampSteps(of: size, from: 0, count: 1 + pick(4)),
      committed: pick(2) == 0 ? [] : rampSteps(of: size, from: pick(6), count: 1 + pick(3)))
  }

  /// Steps some months apart, rising or falling, as shares of a hall in fifths.
  private mutating func rampSteps(
    of size: ExactDecimal, from first: Int, count: Int
  ) -> [Ramp.Step] {
    var month = first
    return (0..<count).map { _ in
      let step = Ramp.Step(
        from: .month(month), criticalIT: (size * decimal(2 * pick(6), 1)).normalized)
      month += 1 + pick(9)
      return step
    }
  }

  mutating func lateDelivery() -> LateDelivery {
    var day = 1 + pick(20)
    let isByRent = pick(2) == 0
    let ladder = (0..<(1 + pick(3))).map { _ in
      let rung = LateDelivery.Rung(
        fromDay: day,
        credit: isByRent
          ? .daysOfRent(decimal(pick(31), 1)) : .amount(decimal(1 + pick(5_000_000), 2)))
      day += 1 + pick(40)
      return rung
    }
    let caps: [LateDelivery.Credit?] = [
      nil, .daysOfRent(decimal(1 + pick(120), 0)), .amount(decimal(1 + pick(90_000_000), 2)),
    ]
    return LateDelivery(ladder: ladder, cap: caps[pick(3)])
  }

  /// On a day on which every hall has begun.
  mutating func termination(_ halls: [Hall]) -> Termination {
    let start = halls.map(\.baseTerm.lowerBound).max() ?? .earliest
    let end = halls.map(\.baseTerm.upperBound).max() ?? .latest
    let days = max(40, start.days(until: end))
    let fee: Termination.Fee? =
      switch pick(5) {
      case 0: .amount(decimal(1 + pick(900_000_000), 2))
      case 1: .monthsOfRent(decimal(1 + pick(240), 1))
      case 2:
        .schedule(
          [1, 3, 6, 11].map {
            Termination.Row(leaseYear: $0 + pick(2), amount: decimal(1 + pick(90_000_000), 1))
          })
      case 3: .unamortisedCost
      default: nil
      }
    return Termination(lastDay: start.adding(days: 32 + pick(days)), fee: fee)
  }

  mutating func holdover() -> Holdover {
    Holdover(
      share: [decimal(15, 1), decimal(125, 2), decimal(1, 0)][pick(3)],
      length: pick(2) == 0 ? .months(1 + pick(6)) : .days(1 + pick(100)))
  }
}
