public import FinanceBasics
public import LeaseModel

/// A part of a hall's full rent that one month charges at the level of one lease year.
public struct RentShare: Hashable, Sendable {
  /// The month that earns it.
  public let month: YearMonth
  /// The day on which it is paid.
  public let due: CalendarDate
  /// The anniversaries before it, by the escalation clock; 0 at the first level.
  public let leaseYear: Int
  /// Of a whole month's rent of that level, from 0 on.
  public let share: PreciseReal
}

extension Lease {
  /// The base rent of a hall as shares of a whole month's, in the order of its days.
  ///
  /// Times its level and its monthly rate, each is what a projection has of that month: free rent
  /// and megawatts that ramp up are in it, rates and escalators are not. A month that an
  /// anniversary splits has a share of each level.
  ///
  /// - Precondition: The hall is one of the lease's, which has one rent period.
  /// - Complexity: O(months of the term)
  public func rentShares(ofHall hall: Int) -> [RentShare] {
    precondition(periods.count == 1, "the levels of more than one rent period start anew")
    let term = terms(in: .base)[hall]
    let charge = ChargedShare(halls[hall], term: term)
    let end = term.baseEndInForce
    var memory = ShareMemory()
    var shares: [RentShare] = []
    shares.reserveCapacity(max(0, end.month - term.start.month) * 13 / 12 + 2)
    var day = term.start
    var year = term.clock.year(at: day)
    var step = term.clock.beginning(ofYear: year + 1)
    while day < end {
      var next = min(end, step, MonthDay(month: day.month + 1, day: 1))
      var weight = PreciseReal.one
      if let charge {
        let (share, until) = charge.share(at: day)
        (weight, next) = (share, min(next, until))
      }
      let isMonth = day.day == 1 && next.day == 1
      if !isMonth {
        let after = next.month == day.month ? next.day : dayCount(ofMonth: day.month) + 1
        let part = MonthPart(
          days: after - day.day, month: day.month, start: term.start, end: end,
          proration: rules.proration)
        weight = weight.times(memory.value(of: part))
      }
      shares.append(
        RentShare(
          month: day.yearMonth, due: due(inMonth: day.month, of: term), leaseYear: year,
          share: weight))
      day = next
      if day == step {
        year += 1
        step = term.clock.beginning(ofYear: year + 1)
      }
    }
    return shares
  }

  /// The day on which a month's charges of a hall are paid.
  private func due(inMonth month: Int, of term: HallTerm) -> CalendarDate {
    let first = MonthDay(month: month, day: 1)
    let day =
      switch rules.timing {
      case .advance: max(first, term.start).date
      case .arrears: min(MonthDay(month: month + 1, day: 1), term.end).date.adding(days: -1)
      }
    return rules.paid(on: day.adding(days: rules.paymentDays))
  }
}
