import FinanceBasics
import LeaseModel
import Testing

@Suite("Delivery, ramps and delays of leases from deals")
struct DeliveryResolutionTests {
  private let terms =
    DraftBuilder.minimum + [
      ("terms.criticalIT", "100 MW"), ("terms.term", "10 years"),
      ("terms.rent.rate", "100 USD/kW-month"), ("terms.halls[a].name", "a"),
      ("terms.halls[a].criticalIT", "60 MW"), ("terms.halls[a].readyForService", "2027-01-31"),
      ("terms.halls[b].name", "b"), ("terms.halls[b].criticalIT", "40 MW"),
      ("terms.halls[b].readyForService", "2027-06-30"),
      ("terms.halls[b].rentCommencement", "2027-07-15"),
    ]

  private func lease(
    _ lines: [(String, String)] = [], delays: [String: Delay] = [:]
  ) throws -> Lease {
    try DraftBuilder.deal(terms + lines).lease(delays: delays)
  }

  private func ends(_ lease: Lease) -> [String] {
    lease.halls.map(\.baseTerm.upperBound.description)
  }

  /// 2027-01-31 and 90 days is 2027-05-01; the other hall stays.
  @Test("a delay moves readiness, rent and expiry of its hall")
  func oneHall() throws {
    let halls = try lease(delays: ["a": Delay(days: 90)]).halls
    #expect(halls.map(\.readyForService.description) == ["2027-05-01", "2027-06-30"])
    #expect(halls.map(\.baseTerm.lowerBound.description) == ["2027-05-01", "2027-07-15"])
    #expect(halls.map(\.baseTerm.upperBound.description) == ["2037-05-01", "2037-07-15"])
    #expect(halls.map(\.delivery.delayDays) == [90, 0])
  }

  /// One month after 31 January is 28 February, and ten days later 10 March.
  @Test("a hall's own delay is added to that of every hall, months before days")
  func sum() throws {
    let halls = try lease(
      delays: ["all": Delay(months: 1), "a": Delay(days: 10), "c": Delay(days: 99)]
    ).halls
    #expect(halls.map(\.readyForService.description) == ["2027-03-10", "2027-07-30"])
    #expect(halls.map(\.delivery.delayDays) == [38, 30])
  }

  @Test("a delay and the same delay back leave the lease as it was")
  func identity() throws {
    let delay = Delay(months: 7, days: 13)
    #expect(try lease(delays: ["all": delay + -delay]) == lease())
  }

  /// The last commencement moves from 2027-07-15 by 90 days to 2027-10-13.
  @Test(
    "a delay moves the end that all halls share, as the clock has it",
    arguments: [
      ("from first", ["2037-01-31", "2037-01-31"]),
      ("coterminous after last", ["2037-10-13", "2037-10-13"]),
    ])
  func clocks(_ clock: String, _ expected: [String]) throws {
    let lease = try lease([("terms.termClock", clock)], delays: ["b": Delay(days: 90)])
    #expect(ends(lease) == expected)
  }

  @Test("a delay moves no stated last day, of the lease or of a hall")
  func statedEnds() throws {
    let fixed = [("terms.termClock", "fixed end"), ("terms.expiry", "2040-12-31")]
    let lease = try lease(
      fixed + [("terms.halls[b].expiry", "2039-12-31")], delays: ["all": Delay(months: 6)])
    #expect(ends(lease) == ["2041-01-01", "2040-01-01"])
  }

  @Test("a delay moves no day that was promised, and counts as lateness")
  func promises() throws {
    let late = [
      ("terms.lateDelivery.guaranteed", "2027-06-30"),
      ("terms.lateDelivery.outsideDate", "2027-12-31"),
      ("terms.halls[a].guaranteedDelivery", "2027-02-28"),
      ("terms.lateDelivery.ladder[1].fromDay", "1"),
      ("terms.lateDelivery.ladder[1].daysOfRent", "2"),
    ]
    let lease = try lease(late, delays: ["a": Delay(days: 30)])
    // 30 days after 2027-01-31 is 2027-03-02, two days after the promise.
    #expect(lease.halls.map(\.delivery.daysLate) == [2, 0])
    #expect(
      lease.halls.map(\.delivery.guaranteed?.description) == ["2027-02-28", "2027-06-30"])
    #expect(lease.halls.map(\.delivery.outsideDate?.description) == ["2027-12-31", "2027-12-31"])
    #expect(
      lease.lateDelivery?.ladder
        == [LateDelivery.Rung(fromDay: 1, credit: .daysOfRent(ExactDecimal(2)))])
  }

  @Test("a deal without halls is late as a whole")
  func withoutHalls() throws {
    let open = DraftBuilder.riverBend + [("terms.lateDelivery.guaranteed", "2027-12-31")]
    let lease = try DraftBuilder.deal(open).lease(delays: ["all": Delay(days: 31)])
    #expect(lease.halls.map(\.delivery.daysLate) == [31])
    #expect(lease.firstCommencement.description == "2028-01-31")
  }

  /// Whole months: 2027-01-31 counts from 1 February, and 2027-05-01, a first, from itself.
  @Test("a delay comes before the rule that moves commencement to a first")
  func wholeMonths() throws {
    let lease = try lease(
      [("terms.rent.proration", "whole month from next")], delays: ["a": Delay(days: 90)])
    #expect(lease.halls.first?.baseTerm.lowerBound.description == "2027-05-01")
    #expect(lease.halls.first?.delivery.delayDays == 90)
  }

  @Test("ramps keep their steps; a delay moves delivered days, not committed ones")
  func ramps() throws {
    let path = "terms.halls[a]"
    let hall = try #require(
      try lease(
        [
          ("\(path).ramp[1].from", "2027-01-31"), ("\(path).ramp[1].criticalIT", "20 MW"),
          ("\(path).ramp[2].from", "2027-07-31"), ("\(path).ramp[2].criticalIT", "60 MW"),
          ("\(path).takeOrPay[1].from", "2027-04-30"),
          ("\(path).takeOrPay[1].criticalIT", "30 MW"),
        ], delays: ["a": Delay(days: 1)]
      ).halls.first)
    let days = { (steps: [Ramp.Step]?) in
      (steps ?? []).map { if case .date(let day) = $0.start { day.description } else { "" } }
    }
    #expect(days(hall.ramp?.delivered) == ["2027-02-01", "2027-08-01"])
    #expect(days(hall.ramp?.committed) == ["2027-04-30"])
    #expect(hall.ramp?.delivered.map(\.criticalIT.description) == ["20", "60"])
  }

  @Test("free rent is the lease's, but for what a hall says itself")
  func abatement() throws {
    let halls = try lease([
      ("terms.rent.abatement.length", "3 months"), ("terms.rent.abatement.share", "50 %"),
      ("terms.rent.abatement.covers[1]", "base rent"),
      ("terms.rent.abatement.covers[2]", "recovery"),
      ("terms.halls[b].abatement.length", "6 months"),
    ]).halls
    let half = ExactDecimal(digits: 5, fractionDigits: 1)
    let charges: Set<Abatement.Charge> = [.baseRent, .recovery]
    #expect(
      halls.map(\.abatement) == [
        Abatement(length: .months(3), share: half, charges: charges),
        Abatement(length: .months(6), share: half, charges: charges),
      ])
  }

  /// 120 and 3 months from 31 January 2027 is 30 April 2037; from 15 July, 15 October.
  @Test("free rent that extends the term moves its end, counted from commencement")
  func extendedTerm() throws {
    let free = [
      ("terms.rent.abatement.length", "3 months"), ("terms.rent.abatement.extendsTerm", "yes"),
    ]
    #expect(ends(try lease(free)) == ["2037-04-30", "2037-10-15"])
    let fixed = [("terms.termClock", "fixed end"), ("terms.expiry", "2040-12-31")]
    #expect(ends(try lease(free + fixed)) == ["2041-01-01", "2041-01-01"])
  }

  @Test("capital has contingency, the tenant's share and the hall's own way to spend")
  func capital() throws {
    let lease = try lease([
      ("terms.capitalCost", "10 M USD/MW-IT"), ("terms.capitalContingency", "5 %"),
      ("terms.capitalTenantShare", "20 %"), ("terms.halls[b].capitalSpending.months", "6"),
      ("terms.halls[b].capitalSpending.curve", "s-curve"),
    ])
    #expect(lease.capital?.contingency.description == "0.05")
    #expect(lease.capital?.tenantShare.description == "0.2")
    #expect(lease.halls.map(\.capitalSpending) == [nil, .sCurve(months: 6)])
  }

  @Test("payments move by a calendar and a convention")
  func billing() throws {
    let rules = try lease([
      ("terms.billing.calendar", "NYSE"), ("terms.billing.businessDays", "preceding"),
    ]).rules
    #expect(rules.calendar == .nyse)
    #expect(rules.businessDays == .preceding)
  }
}
