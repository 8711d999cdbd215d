import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// One hall until a day and another from it on, in place of one hall.
@Suite("A term split at any day")
struct SplitLawTests {
  @Test(
    "changes no exact amount of a month, and no posted one by more than a cent",
    arguments: GeneratedLeases.seeds)
  func split(seed: UInt64) throws {
    var random = TestSupport.SplitMix64(seed: seed ^ 0x5EED)
    let leases = GeneratedLeases(seed, without: Self.left).leases.map(\.withOneHall)
    for lease in leases {
      let term = lease.halls[0].baseTerm
      let days = term.lowerBound.days(until: term.upperBound)
      guard days > 1 else { continue }
      let border = term.lowerBound.adding(days: Int.random(in: 1..<days, using: &random))
      try expectSame(lease, splitOn: border)
    }
  }

  /// What one hall's commencement or last day decides is not the same for two halls.
  private static let left: Set<GeneratedLeases.Mechanism> = [
    .abatement, .ramp, .ownRates, .periods, .renewals, .margin, .recoveryLimits, .restoration,
    .capital, .ownSpending, .delays, .prepayment, .deposit, .lateDelivery, .termination, .holdover,
  ]

  /// Of 38 digits, after some hundred products and sums.
  private static let roundingOfDigits = 1e-30

  private func expectSame(_ lease: Lease, splitOn border: CalendarDate) throws {
    guard let whole = try? project(lease) else { return }
    let split = try project(lease.split(on: border))
    for charge in Charge.allCases where whole.total(of: charge) != 0 {
      let exact = whole.exact([charge])
      let exactParts = split.exact([charge])
      let posted = whole.posted(charge)
      let postedParts = split.posted(charge)
      #expect(Set(exact.keys) == Set(exactParts.keys))
      let moved = exact.first { month, amount in
        let gap = amount.minus(exactParts[month] ?? .zero).doubleValue
        let cents = abs((posted[month] ?? 0) - (postedParts[month] ?? 0))
        return abs(gap) > Self.roundingOfDigits * max(1, abs(amount.doubleValue)) || cents > 1
      }
      #expect(moved == nil, "\(charge), split on \(border)")
    }
  }
}

extension Lease {
  /// The first hall alone, in months by days, under clocks that do not begin with a hall.
  fileprivate var withOneHall: Lease {
    changing { parts in
      let hall = parts.halls[0]
      parts.halls = [hall]
      parts.rules = parts.rules.with(
        proration: .actualMonth, escalationClock: .date(hall.baseTerm.lowerBound))
      parts.periods = parts.periods.map {
        RentPeriod(rent: $0.rent.perKilowatt, escalator: $0.escalator)
      }
      parts.costLines = parts.costLines.map(\.byCalendar)
      parts.otherIncome = parts.otherIncome.map(\.byCalendar)
    }
  }

  /// The one hall until a day and again from it on.
  fileprivate func split(on border: CalendarDate) -> Lease {
    changing { parts in
      let hall = parts.halls[0]
      let (start, end) = (hall.baseTerm.lowerBound, hall.baseTerm.upperBound)
      parts.halls = [
        hall.with(name: "before", baseTerm: start..<border, ramp: nil, abatement: nil),
        hall.with(name: "after", baseTerm: border..<end, ramp: nil, abatement: nil),
      ]
    }
  }
}

extension BaseRent {
  /// A rate a kilowatt in place of one of the whole lease, which halls share by megawatt.
  fileprivate var perKilowatt: BaseRent {
    switch self {
    case .rate(.perYear), .rate(.perMonth): .rate(.perKilowattMonth(number("128.0157")))
    case .rate, .contractValue, .steps: self
    }
  }
}

extension CostLine {
  /// The line a kilowatt, growing on 1 January, in force while a hall is.
  ///
  /// A share of rent or power keeps what its first day in a month does, so that no day may matter.
  fileprivate var byCalendar: CostLine {
    let (rate, isShare): (Amount, Bool) =
      switch amount {
      case .perYear: (.perKilowattMonth(number("3.125")), false)
      case .perKilowattMonth, .perMegawattHour, .perKilowattMonthOfDemand: (amount, false)
      case .shareOfRent, .shareOfPower: (amount, true)
      }
    let dated = reductions.filter { reduction in
      if case .date = reduction.start { !isShare } else { false }
    }
    return CostLine(
      name: name, kind: kind, amount: rate, growth: growth, growthDay: .newYear,
      reductions: dated, recovery: recovery)
  }
}

extension IncomeLine {
  /// The income a kilowatt, growing on 1 January.
  fileprivate var byCalendar: IncomeLine {
    IncomeLine(
      name: name, amount: CostLimit(.perKilowattMonth(number("1.75")), growth: amount.growth))
  }
}
