import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Credits for late delivery")
struct LateDeliveryTests {
  /// Rent of 365,000 a year is 1,000 a day and 30,416.67 a month as posted; 40 days late.
  private func lease(
    _ terms: LateDelivery?, months: Int = 12, abatement: Abatement? = nil,
    prepayment: Prepayment? = nil, outsideDate: String? = nil, rent: String = "365000"
  ) -> Lease {
    let delivery = HallDelivery(
      readyForService: day("2027-02-10"), guaranteed: day("2027-01-01"),
      outsideDate: outsideDate.map(day))
    let hall = hall(
      megawatts: "1", from: "2027-03-01", months: months, delivery: delivery, abatement: abatement)
    return CashFlowEngineTests.lease(
      halls: [hall], rent: .rate(.perMegawattYear(number(rent))), prepayment: prepayment,
      lateDelivery: terms)
  }

  private func rung(_ fromDay: Int, days: String) -> LateDelivery.Rung {
    LateDelivery.Rung(fromDay: fromDay, credit: .daysOfRent(number(days)))
  }

  private func credits(_ lease: Lease) throws -> [Int64] {
    try project(lease).amounts(of: .lateDeliveryCredit)
  }

  /// 30 days at one and 10 at two are 50 days of rent: 50,000.00, of which 30,416.67 in March.
  @Test("climb the ladder, and are used against the first rents in full")
  func ladder() throws {
    let projection = try project(
      lease(LateDelivery(ladder: [rung(1, days: "1"), rung(31, days: "2")])))
    #expect(projection.amounts(of: .lateDeliveryCredit) == [-3_041_667, -1_958_333])
    #expect(projection.dueDays(of: .lateDeliveryCredit) == ["2027-03-01", "2027-04-01"])
    #expect(
      projection.cells(of: .lateDeliveryCredit).map(\.month) == [
        month("2027-03"), month("2027-04"),
      ])
    #expect(projection.warnings.isEmpty)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let ladder: [LateDelivery.Rung]
    let cap: LateDelivery.Credit?
    let cents: Int64
    let testDescription: String
  }

  @Test(
    "are bounded by the cap, in days or in money",
    arguments: [
      Example(
        ladder: [.init(fromDay: 11, credit: .daysOfRent(.one))], cap: nil, cents: 3_000_000,
        testDescription: "ten free days, then 30 days"),
      Example(
        ladder: [.init(fromDay: 40, credit: .daysOfRent(number("0.5")))], cap: nil, cents: 50_000,
        testDescription: "half a day for the fortieth"),
      Example(
        ladder: [.init(fromDay: 41, credit: .daysOfRent(.one))], cap: nil, cents: 0,
        testDescription: "the ladder begins a day later"),
      Example(
        ladder: [.init(fromDay: 1, credit: .daysOfRent(.one))], cap: .daysOfRent(number("25")),
        cents: 2_500_000, testDescription: "40 days, at most 25"),
      Example(
        ladder: [.init(fromDay: 1, credit: .daysOfRent(.one))], cap: .amount(number("1234.56")),
        cents: 123_456, testDescription: "40 days, at most an amount"),
      Example(
        ladder: [.init(fromDay: 1, credit: .amount(number("12.5")))],
        cap: .daysOfRent(number("0.25")), cents: 25_000,
        testDescription: "40 × 12.50 = 500, at most a quarter of a day"),
      Example(
        ladder: [.init(fromDay: 1, credit: .amount(number("12.5")))], cap: .amount(number("501")),
        cents: 50_000, testDescription: "40 × 12.50, below the cap"),
    ])
  func caps(_ example: Example) throws {
    let credits = try credits(lease(LateDelivery(ladder: example.ladder, cap: example.cap)))
    #expect(credits.reduce(0, +) == -example.cents)
  }

  /// 12 × 1,000 ÷ 365 × 3 = 98.630137.
  @Test("are rounded once")
  func rounding() throws {
    let ladder = LateDelivery(ladder: [rung(38, days: "1")])
    #expect(try credits(lease(ladder, rent: "12000")) == [-9_863])
  }

  /// Half of the rent in the first year: 500 a day.
  @Test("are worth rent at its first level")
  func firstLevel() throws {
    let plain = lease(LateDelivery(ladder: [rung(1, days: "1")]))
    let stepped = CashFlowEngineTests.lease(
      halls: plain.halls, rent: plain.periods[0].rent,
      escalator: .steps([number("0.5"), .one]), lateDelivery: plain.lateDelivery)
    #expect(try credits(stepped).reduce(0, +) == -2_000_000)  // 40 days
  }

  /// A daily rent is that of the full first level; March is free, and nothing is used against it.
  @Test("are worth rent before abatement, and pass over rents that are free")
  func abated() throws {
    let ladder = LateDelivery(ladder: [rung(1, days: "1")])
    let projection = try project(lease(ladder, abatement: Abatement(length: .months(1))))
    #expect(projection.amounts(of: .lateDeliveryCredit) == [-3_041_667, -958_333])
    #expect(projection.dueDays(of: .lateDeliveryCredit) == ["2027-04-01", "2027-05-01"])
  }

  @Test("that no rent is left for are dropped, with a warning")
  func unused() throws {
    let ladder = LateDelivery(ladder: [rung(1, days: "1")])
    let projection = try project(lease(ladder, months: 1))
    #expect(projection.amounts(of: .lateDeliveryCredit) == [-3_041_667])
    #expect(
      projection.warnings == [
        .lateDeliveryCreditUnused(
          hall: "hall 1", Money(minorUnits: 958_333, currency: .usd))
      ])
  }

  /// 40,000 of credit leave 20,833.34 of April; 50,000 paid ahead use that and 29,166.66 of May.
  @Test("come before a prepayment, which is used against what they leave")
  func prepayment() throws {
    let ladder = LateDelivery(ladder: [rung(1, days: "1")])
    let paid = Prepayment(amount: number("50000"), date: day("2027-01-15"))
    let projection = try project(lease(ladder, prepayment: paid))
    #expect(projection.amounts(of: .prepayment) == [5_000_000, -2_083_334, -2_916_666])
    #expect(projection.dueDays(of: .prepayment) == ["2027-01-15", "2027-04-01", "2027-05-01"])
    // 365,000.04 of rent (12 × 30,416.67) less 40,000.00.
    let most = Prepayment(amount: number("325000.05"), date: day("2027-01-15"))
    #expect(
      throws: ProjectionProblem.prepaymentExceedsRent(
        deal: DealID("test"), unused: Money(minorUnits: 1, currency: .usd))
    ) { try project(lease(ladder, prepayment: most)) }
  }

  @Test("are rent not earned, and count in NOI")
  func income() throws {
    let ladder = LateDelivery(ladder: [rung(40, days: "1")])
    let late = lease(ladder)
    let costly = CashFlowEngineTests.lease(
      halls: late.halls, rent: late.periods[0].rent, operatingCosts: .margin(.one),
      lateDelivery: ladder)
    #expect(try project(costly).netOperatingIncome == 12 * 3_041_667 - 100_000)
  }

  /// 10 days late and 20 days late: 1 of 4 MW owes 25 of every 100, 3 MW owe 75.
  @Test("of each hall are used against its own rents, by its own lateness")
  func halls() throws {
    func late(_ name: String, _ megawatts: String, ready: String) -> Hall {
      hall(
        name, megawatts: megawatts, from: "2027-03-01", months: 2,
        delivery: HallDelivery(readyForService: day(ready), guaranteed: day("2027-01-31")))
    }
    let halls = [
      late("hall 1", "1", ready: "2027-02-10"), late("hall 2", "3", ready: "2027-02-20"),
      late("hall 3", "4", ready: "2027-01-31"),
    ]
    let ladder = LateDelivery(
      ladder: [LateDelivery.Rung(fromDay: 1, credit: .amount(number("200")))])
    let lease = CashFlowEngineTests.lease(
      halls: halls, rent: .rate(.perKilowattMonth(.one)), lateDelivery: ladder)
    let credits = try project(lease).cells(of: .lateDeliveryCredit)
    #expect(credits.map(\.hall) == [0, 1])
    // 10 × 200 ÷ 8 of 1,000 a month; 20 × 200 × 3 ÷ 8 of 3,000.
    #expect(credits.map(\.minorUnits) == [-25_000, -150_000])
  }

  @Test("a hall ready after its outside date gives the tenant a way out, and a warning")
  func outsideDate() throws {
    for terms in [nil, LateDelivery(ladder: [])] {
      #expect(
        try project(lease(terms, outsideDate: "2027-02-09")).warnings == [
          .outsideDatePassed(
            hall: "hall 1", outsideDate: day("2027-02-09"), readyForService: day("2027-02-10"))
        ])
      #expect(try project(lease(terms, outsideDate: "2027-02-10")).warnings.isEmpty)
    }
  }
}
