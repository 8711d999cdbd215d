import FinanceBasics

/// The days on which a hall is ready and begins to pay, with a scenario's delay in them.
struct HallDates {
  let readyForService: CalendarDate
  let commencement: CalendarDate
  /// By how many days the hall is ready later than its deal says; negative where earlier.
  let delayDays: Int
}

extension LeaseResolution {
  /// What a scenario moves a hall by: its own delay, and that of every hall.
  func delay(of hall: HallTerms) -> Delay {
    (delays[Delay.everyHall] ?? .none) + (delays[hall.name] ?? .none)
  }

  /// When a hall is ready and begins to pay; `nil` where the deal has no day for it.
  mutating func dates(of hall: HallTerms) -> HallDates? {
    let stated =
      hall.rentCommencement ?? hall.readyForService ?? terms.rentCommencement
      ?? terms.lastDelivery ?? terms.firstDelivery
    guard let stated else { return nil }
    let delay = delay(of: hall)
    let start = day(stated)
    let commencement = firstCharged(delay.applied(to: start))
    guard let ready = hall.readyForService.map({ day($0) }) else {
      return HallDates(
        readyForService: commencement, commencement: commencement,
        delayDays: firstCharged(start).days(until: commencement))
    }
    let moved = delay.applied(to: ready)
    return HallDates(
      readyForService: moved, commencement: commencement, delayDays: ready.days(until: moved))
  }

  /// The day from which rent counts, by the rule for parts of a month.
  private func firstCharged(_ day: CalendarDate) -> CalendarDate {
    guard terms.rent.proration?.value == .wholeMonthFromNext, day != day.firstOfMonth else {
      return day
    }
    return day.yearMonth.adding(months: 1).firstDay
  }

  mutating func delivery(of hall: HallTerms, _ dates: HallDates) -> HallDelivery {
    let guaranteed = hall.guaranteedDelivery ?? terms.lateDelivery.guaranteed
    let outside = hall.outsideDate ?? terms.lateDelivery.outsideDate
    return HallDelivery(
      readyForService: dates.readyForService, guaranteed: guaranteed.map { day($0) },
      outsideDate: outside.map { day($0) }, delayDays: dates.delayDays)
  }

  /// What lateness costs; `nil` where no ladder says so.
  mutating func lateDelivery(of halls: [Hall]) -> LateDelivery? {
    let late = terms.lateDelivery
    guard let first = late.ladder.first else { return nil }
    if halls.allSatisfy({ $0.delivery.guaranteed == nil }) {
      remark(
        .leftOut(
          FieldPath(known: "lateDelivery.ladder"),
          because: "no day is stated by which a hall is promised"))
      _ = use(first.fromDay)
      return nil
    }
    let ladder = late.ladder.map { rung in
      LateDelivery.Rung(fromDay: use(rung.fromDay), credit: credit(rung.credit))
    }
    return LateDelivery(ladder: ladder, cap: late.cap.map { credit($0) })
  }

  private mutating func credit(
    _ stated: Stated<LateDeliveryTerms.Credit>
  ) -> LateDelivery.Credit {
    switch stated.value {
    case .daysOfRent(let figure): .daysOfRent(number(stated.map { _ in figure }))
    case .amount(let figure): .amount(number(stated.map { _ in figure }))
    }
  }
}
