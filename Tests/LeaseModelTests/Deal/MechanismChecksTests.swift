import FinanceBasics
import LeaseModel
import Testing

@Suite("Checks of ramps, costs, credits and endings")
struct MechanismChecksTests {
  private func codes(_ lines: [(String, String)]) -> [String] {
    DraftBuilder.codes(DraftBuilder.minimum + lines)
  }

  private func hall(_ fields: [(String, String)]) -> [(String, String)] {
    ([("name", "a"), ("criticalIT", "40 MW")] + fields).map { ("terms.halls[a].\($0.0)", $0.1) }
  }

  private func line(_ fields: [(String, String)]) -> [(String, String)] {
    ([("name", "tax"), ("amount", "5 M USD/year")] + fields).map {
      ("terms.operatingCosts[tax].\($0.0)", $0.1)
    }
  }

  private func step(_ list: String, _ number: Int, _ start: (String, String), _ megawatts: String)
    -> [(String, String)]
  {
    [("\(list)[\(number)].\(start.0)", start.1), ("\(list)[\(number)].criticalIT", megawatts)]
  }

  @Test("a ramp has steps in order, alike, within its hall; nothing is no fault")
  func ramps() {
    let first = step("ramp", 1, ("month", "0"), "0 MW")
    #expect(codes(hall(first + step("ramp", 2, ("month", "6"), "40 MW"))) == [])
    #expect(
      codes(hall(first + step("ramp", 2, ("month", "0"), "40 MW"))) == ["steps.not-ordered"])
    #expect(
      codes(hall(first + step("ramp", 2, ("from", "2028-01-01"), "40 MW"))) == ["steps.mixed"])
    #expect(codes(hall(step("ramp", 1, ("month", "0"), "41 MW"))) == ["ramp.exceeds-hall"])
    #expect(codes(hall(step("ramp", 1, ("month", "0"), "-1 MW"))) == ["figure.out-of-bounds"])
    #expect(codes(hall([("ramp[1].criticalIT", "20 MW")])) == ["field.missing"])
  }

  @Test("take or pay needs a ramp of what is in use")
  func takeOrPay() {
    let alone = step("takeOrPay", 1, ("month", "0"), "20 MW")
    #expect(codes(hall(alone)) == ["take-or-pay.without-ramp"])
    #expect(codes(hall(alone + step("ramp", 1, ("month", "0"), "10 MW"))) == [])
  }

  @Test("late delivery is credited in one way a rung, in order, and has an end after its promise")
  func lateDelivery() {
    func ladder(_ days: [String], _ key: String = "daysOfRent") -> [(String, String)] {
      days.enumerated().flatMap { index, day in
        [
          ("terms.lateDelivery.ladder[\(index + 1)].fromDay", day),
          ("terms.lateDelivery.ladder[\(index + 1)].\(key)", key == "amount" ? "1 k USD" : "1"),
        ]
      }
    }
    #expect(codes(ladder(["1", "31"])) == [])
    #expect(codes(ladder(["31", "1"])) == ["steps.not-ordered"])
    #expect(codes(ladder(["1"]) + ladder(["1"], "amount").suffix(1)) == ["field.contradictory"])
    #expect(codes(Array(ladder(["1"]).prefix(1))) == ["field.missing"])
    let promise = [("terms.lateDelivery.guaranteed", "2027-12-31")]
    #expect(
      codes(promise + [("terms.lateDelivery.outsideDate", "2027-06-30")]) == ["dates.reversed"])
    #expect(codes(promise + hall([("outsideDate", "2027-06-30")])) == ["dates.reversed"])
  }

  @Test(
    "a fee and a credit have one form each",
    arguments: [
      [("termination.fee.amount", "5 M USD"), ("termination.fee.monthsOfRent", "6")],
      [("termination.fee.amount", "5 M USD"), ("termination.fee.unamortisedCost", "yes")],
      [("lateDelivery.cap.amount", "5 M USD"), ("lateDelivery.cap.daysOfRent", "6")],
      [("renewals.count", "2"), ("renewals.options[1].length", "5 years")],
      [("renewals.rent.fixed", "9 USD/kW-month"), ("renewals.rent.market.curve", "texas")],
    ])
  func oneForm(_ pair: [(String, String)]) {
    #expect(codes(pair.map { ("terms.\($0.0)", $0.1) }) == ["field.contradictory"])
  }

  @Test("a fee schedule is in order, and an early end not before the right to it")
  func termination() {
    let schedule = ["7", "6"].enumerated().flatMap { index, year in
      [
        ("terms.termination.fee.schedule[\(index + 1)].year", year),
        ("terms.termination.fee.schedule[\(index + 1)].amount", "5 M USD"),
      ]
    }
    #expect(codes(schedule) == ["steps.not-ordered"])
    let right = [("terms.termination.from", "2032-01-01")]
    #expect(
      codes(right + [("assumptions.termination.exercised", "2031-12-31")]) == ["dates.reversed"])
    #expect(codes(right + [("assumptions.termination.exercised", "2032-01-01")]) == [])
  }

  @Test("how a lease ended is a fact or an assumption, a renewal exercised a fact alone")
  func ends() {
    for (path, text) in [("termination.exercised", "2031-12-31"), ("holdover.length", "90 days")] {
      #expect(codes([("terms.\(path)", text)]) == [])
      #expect(codes([("assumptions.\(path)", text)]) == [])
    }
    #expect(codes([("assumptions.renewals.exercised", "1")]) == ["field.wrong-block"])
    let two = [("terms.renewals.count", "2"), ("terms.renewals.each", "5 years")]
    #expect(codes(two + [("terms.renewals.exercised", "2")]) == [])
    #expect(codes(two + [("terms.renewals.exercised", "3")]) == ["renewals.not-there"])
    #expect(codes([("terms.renewals.exercised", "1")]) == ["renewals.not-there"])
  }

  @Test(
    "a cost line contradicts itself in no way",
    arguments: [
      ([("baseYear", "2028"), ("expenseStop", "1 M USD/year")], "field.contradictory"),
      (
        [("recoveryFloor", "2 USD/kW-month"), ("recoveryCap", "1 USD/kW-month")], "bounds.reversed"
      ),
      ([("recoveryCapGrowth", "2 %")], "field.missing"),
      ([("from", "2030-01-01"), ("through", "2029-12-31")], "dates.reversed"),
      ([("adminFee", "-1 %")], "value.out-of-bounds"),
      ([("baseYear", "the first")], "choice.unknown"),
      ([("abatements[1].share", "101 %"), ("abatements[1].year", "1")], "share.out-of-bounds"),
    ])
  func costs(_ fields: [(String, String)], _ code: String) {
    #expect(codes(line(fields)) == [code])
  }

  @Test("abatements of a cost are in order")
  func reductions() {
    let fields = ["6", "1"].enumerated().flatMap { index, year in
      [("abatements[\(index + 1)].year", year), ("abatements[\(index + 1)].share", "50 %")]
    }
    #expect(codes(line(fields)) == ["steps.not-ordered"])
  }

  @Test("a share of rent has neither growth nor a base year")
  func shares() {
    let share = [
      ("terms.operatingCosts[fee].name", "fee"), ("terms.operatingCosts[fee].amount", "3 %"),
    ]
    #expect(codes(share) == [])
    for (key, text) in [("growth", "2 %"), ("baseYear", "2028"), ("grows", "anniversary")] {
      #expect(
        codes(share + [("terms.operatingCosts[fee].\(key)", text)]) == ["cost.not-of-a-share"])
    }
  }

  private func component(_ name: String, _ fields: [(String, String)]) -> [(String, String)] {
    ([("name", name)] + fields).map { ("terms.power.tariff[\(name)].\($0.0)", $0.1) }
  }

  @Test("a component of a tariff has one basis, and a share something that it is of")
  func tariffs() {
    let energy = component("energy", [("energy", "45 USD/MWh")])
    #expect(codes(energy + component("tax", [("share", "6 %")])) == [])
    #expect(codes(component("tax", [("share", "6 %")])) == ["tariff.shares-alone"])
    #expect(
      codes(component("energy", [("energy", "45 USD/MWh"), ("fixed", "1 USD/year")]))
        == ["field.contradictory"])
    #expect(codes(component("energy", [])) == ["field.missing"])
    #expect(
      codes(component("demand", [("demand", "80 k USD/MW-IT-year")]))
        == ["tariff.demand-not-per-kw-month"])
  }

  @Test("a cost is known by its name in both lists")
  func names() {
    #expect(codes(line([]) + component("tax", [("fixed", "1 USD/year")])) == ["cost.doubled"])
  }

  @Test("a margin leaves no room for a tariff")
  func margin() {
    let tariff = component("energy", [("energy", "45 USD/MWh")])
    #expect(codes([("terms.operatingMargin", "80 %")] + tariff) == ["field.contradictory"])
  }

  @Test(
    "shares and ratios lie within their bounds",
    arguments: [
      ("power.guaranteedPUE", "0.9", "pue.below-one"), ("power.pue", "0.9", "pue.below-one"),
      ("power.loadFactor", "0 %", "value.out-of-bounds"),
      ("power.loadFactor", "101 %", "share.out-of-bounds"),
      ("holdover.rent", "0 %", "value.out-of-bounds"),
      ("termination.fee.monthsOfRent", "0", "value.out-of-bounds"),
      ("capitalContingency", "-5 %", "value.out-of-bounds"),
      ("capitalTenantShare", "101 %", "share.out-of-bounds"),
    ])
  func bounds(_ path: String, _ text: String, _ code: String) {
    #expect(codes([("terms.\(path)", text)]) == [code])
  }

  @Test("a floor above its cap is a fault of an index and of a market rent")
  func reversedBounds() {
    let cpi = "terms.rent.escalator.cpi"
    #expect(
      codes([
        ("\(cpi).series", "cpi-u-nsa"), ("\(cpi).lag", "3 months"), ("\(cpi).floor", "5 %"),
        ("\(cpi).cap", "2 %"),
      ]) == ["bounds.reversed"])
    let market = "terms.renewals.rent.market"
    #expect(
      codes([("\(market).curve", "texas"), ("\(market).floor", "5 %"), ("\(market).cap", "2 %")])
        == ["bounds.reversed"])
    #expect(codes([("\(market).share", "95 %")]) == ["field.missing"])
  }

  @Test("a deposit falls from step to step, between receipt and return")
  func deposit() {
    func steps(_ rows: [(String, String)]) -> [(String, String)] {
      rows.enumerated().flatMap { index, row in
        [
          ("terms.deposit.steps[\(index + 1)].date", row.0),
          ("terms.deposit.steps[\(index + 1)].amount", row.1),
        ]
      } + [("terms.deposit.amount", "10 M USD"), ("terms.deposit.date", "2027-01-01")]
    }
    #expect(codes(steps([("2030-01-01", "6 M USD"), ("2031-01-01", "0 USD")])) == [])
    #expect(
      codes(steps([("2030-01-01", "6 M USD"), ("2031-01-01", "6 M USD")]))
        == ["deposit.not-falling"])
    #expect(
      codes(steps([("2031-01-01", "6 M USD"), ("2030-01-01", "5 M USD")])) == ["steps.not-ordered"])
    #expect(codes(steps([("2026-01-01", "6 M USD")])) == ["dates.reversed"])
    #expect(
      codes(steps([("2030-01-01", "6 M USD")]) + [("terms.deposit.returned", "2029-01-01")])
        == ["dates.reversed"])
  }

  @Test("payments move only by a calendar")
  func calendars() {
    let move = [("terms.billing.businessDays", "following")]
    #expect(codes(move) == ["billing.calendar-missing"])
    #expect(codes(move + [("terms.billing.calendar", "none")]) == ["billing.calendar-missing"])
    #expect(codes(move + [("terms.billing.calendar", "US-FED")]) == [])
    #expect(codes([("terms.billing.businessDays", "unadjusted")]) == [])
  }

  /// 20 options of 60 months are 100 years; another is too much.
  @Test("options of renewals end within a hundred years together")
  func options() {
    func options(_ count: Int) -> [(String, String)] {
      (1...count).map { ("terms.renewals.options[\($0)].length", "5 years") }
    }
    #expect(codes(options(20)) == [])
    #expect(codes(options(21)) == ["renewals.too-long"])
  }

  @Test("free rent of recoveries alone may last for the whole term")
  func abatement() {
    let lines = [
      ("terms.term", "10 years"), ("terms.rent.abatement.length", "10 years"),
      ("terms.rent.abatement.covers[1]", "recovery"),
    ]
    #expect(codes(lines) == [])
    #expect(codes(Array(lines.prefix(2))) == ["abatement.beyond-term"])
  }
}
