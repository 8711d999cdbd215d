import FinanceBasics

extension DealValidation {
  /// Ramps within the megawatts of their halls, and take or pay beside a ramp alone.
  mutating func checkRamps(_ deal: DealTerms) {
    for hall in deal.halls {
      let path = "halls[\(hall.name)]"
      if terms.elementPaths(of: "\(path).ramp").isEmpty,
        let first = terms.elementPaths(of: "\(path).takeOrPay").first
      {
        report(DealFault.takeOrPayAlone("\(path).takeOrPay"), at: FieldPath(known: first))
      }
      for step in hall.ramp + hall.takeOrPay {
        guard let size = hall.criticalIT ?? deal.criticalIT,
          size.value.point < step.criticalIT.value.point
        else { continue }
        let fault = DealFault.rampExceedsHall(
          step: step.criticalIT.value.text, hall: size.value.text)
        report(fault, at: step.criticalIT.path)
      }
    }
  }

  /// Credits for lateness are stated in one way, and lateness comes before the end of patience.
  mutating func checkLateDelivery(_ deal: DealTerms) {
    let ladder = terms.elementPaths(of: "lateDelivery.ladder")
    for path in ladder + ["lateDelivery.cap"] {
      let ways = ["daysOfRent", "amount"].map { "\(path).\($0)" }
      checkOneWay(ways.filter(terms.states))
      if path != "lateDelivery.cap", !ways.contains(where: isPresent) {
        checkPresence(of: "daysOfRent", in: path, pattern: "lateDelivery.ladder[]")
      }
    }
    let late = deal.lateDelivery
    checkPatience(guaranteed: late.guaranteed, outside: late.outsideDate)
    for hall in deal.halls where hall.guaranteedDelivery != nil || hall.outsideDate != nil {
      checkPatience(
        guaranteed: hall.guaranteedDelivery ?? late.guaranteed,
        outside: hall.outsideDate ?? late.outsideDate)
    }
  }

  private mutating func checkPatience(
    guaranteed: Stated<StatedDate>?, outside: Stated<StatedDate>?
  ) {
    guard let guaranteed, let outside else { return }
    checkOrder(
      guaranteed.path.description, guaranteed.value, outside.path.description, outside.value)
  }

  /// A payment is moved only where a calendar says from which days.
  mutating func checkBilling(_ deal: DealTerms) {
    guard let convention = deal.businessDays, convention.value != .unadjusted,
      deal.calendar == nil || deal.calendar?.value == BusinessCalendar.none
    else { return }
    report(DealFault.calendarMissing(convention.value.rawValue), at: convention.path)
  }
}
