import FinanceBasics

extension DealValidation {
  /// Dates that are certainly in the wrong order: the earlier one begins after the later one ends.
  mutating func checkDates(_ deal: DealTerms) {
    checkOrder(
      "delivery.first", deal.firstDelivery?.value, "delivery.last", deal.lastDelivery?.value)
    checkHeadOrder()
    let commencement = deal.rentCommencement ?? deal.firstDelivery
    if let commencement, let expiry = deal.expiry {
      checkOrder(
        commencement.path.description, commencement.value, expiry.path.description, expiry.value)
    }
    for hall in deal.halls {
      guard let start = hall.rentCommencement ?? hall.readyForService, let end = hall.expiry else {
        continue
      }
      checkOrder(start.path.description, start.value, end.path.description, end.value)
    }
    if let paid = deal.deposit?.date, let returned = deal.deposit?.returned {
      checkOrder(paid.path.description, paid.value, returned.path.description, returned.value)
    }
  }

  mutating func checkOrder(
    _ early: String, _ first: StatedDate?, _ late: String, _ last: StatedDate?
  ) {
    guard let first, let last, first.first > last.last, !first.isApproximate, !last.isApproximate
    else { return }
    let fault = DealFault.datesReversed(
      early: early, date: first.description, late: late, lateDate: last.description)
    report(fault, at: FieldPath(known: late))
  }

  private mutating func checkHeadOrder() {
    guard let signed = head.date("signed")?.value, let effective = head.date("effective")?.value,
      signed.first > effective.last, !signed.isApproximate, !effective.isApproximate
    else { return }
    let fault = DealFault.datesReversed(
      early: "signed", date: signed.description, late: "effective",
      lateDate: effective.description)
    reportHead(fault, at: "effective")
  }
}
