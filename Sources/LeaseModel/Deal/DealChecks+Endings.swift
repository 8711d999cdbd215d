import FinanceBasics

extension DealValidation {
  /// Renewals, terminations and deposits that contradict themselves.
  mutating func checkEndings(_ deal: DealTerms) {
    checkTermination(deal)
    checkRenewals(deal)
    checkDeposit(deal.deposit)
    for index in deal.purchaseOptions.indices {
      let option = deal.purchaseOptions[index]
      let path = terms.elementPaths(of: "purchaseOptions")[index]
      checkOrder("\(path).from", option.from?.value, "\(path).through", option.through?.value)
    }
  }

  private mutating func checkTermination(_ deal: DealTerms) {
    let fee = "termination.fee"
    var ways = ["\(fee).amount", "\(fee).monthsOfRent"].filter(terms.states)
    if !terms.elementPaths(of: "\(fee).schedule").isEmpty { ways.append("\(fee).schedule") }
    if deal.termination.feeIsUnamortisedCost?.value == true {
      ways.append("\(fee).unamortisedCost")
    }
    checkOneWay(ways)
    let exercised = deal.termination.exercised?.value
    checkOrder(
      "termination.from", terms.date("termination.from")?.value, "termination.exercised",
      exercised)
    checkOrder("termination.exercised", exercised, "expiry", deal.expiry?.value)
  }

  private mutating func checkRenewals(_ deal: DealTerms) {
    let options = terms.elementPaths(of: "renewals.options")
    if !options.isEmpty {
      checkOneWay(
        ["renewals.count", "renewals.each"].filter(terms.states) + ["renewals.options"])
    }
    for path in ["renewals.rent"] + options.map({ "\($0).rent" }) {
      let market = MarketRentTerms.keys.filter { terms.states("\(path).market.\($0)") }
      let fixed = ["\(path).fixed"].filter(terms.states)
      checkOneWay(fixed + (market.isEmpty ? [] : ["\(path).market"]))
      if !market.isEmpty {
        checkPresence(of: "curve", in: "\(path).market", pattern: "renewals.rent.market")
      }
      checkBounds(
        from: terms.figure("\(path).market.floor"), to: terms.figure("\(path).market.cap"))
    }
    checkYears(of: deal.renewals)
    checkExercised(deal.renewals)
  }

  /// No more renewals are exercised than there are.
  private mutating func checkExercised(_ renewals: RenewalTerms?) {
    guard let renewals, let exercised = renewals.exercised else { return }
    let count = renewals.options.isEmpty ? renewals.count?.value ?? 0 : renewals.options.count
    guard count < exercised.value else { return }
    report(DealFault.renewalsNotThere(exercised: exercised.value, of: count), at: exercised.path)
  }

  /// Renewals end within a century.
  private mutating func checkYears(of renewals: RenewalTerms?) {
    guard let renewals else { return }
    if let count = renewals.count, let each = renewals.each {
      let (whole, limit) =
        switch each.value {
        case .months(let months): (count.value * months, Tenor.maximumMonths)
        case .days(let days): (count.value * days, Self.maximumDays)
        }
      guard whole > limit else { return }
      let length = each.value.description
      report(DealFault.renewalsTooLong(count: count.value, each: length), at: each.path)
    }
    guard let last = renewals.options.last else { return }
    let months = renewals.options.reduce(0) { $0 + ($1.length.value.months ?? 0) }
    guard months > Tenor.maximumMonths else { return }
    let fault = DealFault.renewalsTooLong(
      count: renewals.options.count, each: "\(months / 12) years together")
    report(fault, at: last.length.path)
  }

  private static let maximumDays = 36_525

  /// What is still held falls from step to step, between receipt and return.
  private mutating func checkDeposit(_ deposit: DepositTerms?) {
    guard let deposit else { return }
    var held = deposit.amount
    for step in deposit.steps {
      if let before = held, before.value.point <= step.amount.value.point {
        let fault = DealFault.depositNotFalling(
          step.amount.value.text, before: before.value.text)
        report(fault, at: step.amount.path)
      }
      held = step.amount
      checkOrder(
        "deposit.date", deposit.date?.value, step.date.path.description, step.date.value)
    }
    guard let last = deposit.steps.last, let returned = deposit.returned else { return }
    checkOrder(
      last.date.path.description, last.date.value, returned.path.description, returned.value)
  }
}
