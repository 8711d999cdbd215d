import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Capital, prepayment and deposit")
struct FundTests {
  private func lease(
    halls: [Hall], capital: CapitalPlan? = nil, prepayment: Prepayment? = nil,
    deposit: Deposit? = nil, rules: RentRules = RentRules()
  ) -> Lease {
    CashFlowEngineTests.lease(
      halls: halls, rent: .rate(.perKilowattMonth(.one)),
      renewals: [RenewalOption(months: 12, probability: number("0.5"))], rules: rules,
      capital: capital, prepayment: prepayment, deposit: deposit)
  }

  private func cells(_ charge: Charge, of lease: Lease, _ projectionCase: ProjectionCase = .base)
    throws -> [Cell]
  {
    try project(lease, case: projectionCase).cells.filter { $0.charge == charge }
  }

  /// Ready on 2027-06-30, itself a month-end: the last one strictly before it is 2027-05-31.
  @Test("capital is spent evenly over the 18 month-ends before a hall is ready")
  func evenCapital() throws {
    let halls = [
      hall(megawatts: "2", from: "2027-07-15", months: 12, readyForService: "2027-06-30")
    ]
    let spent = try cells(
      .capitalCost, of: lease(halls: halls, capital: CapitalPlan(cost: .perMegawattIT(number("9"))))
    )
    #expect(spent.map(\.minorUnits) == [Int64](repeating: -100, count: 18))
    #expect(spent.first?.due == day("2025-12-31"))
    #expect(spent[2].due == day("2026-02-28"))
    #expect(spent.last?.due == day("2027-05-31"))
  }

  @Test("the total is shared by megawatt, but a hall with a cost of its own spends that")
  func ownCapital() throws {
    let halls = [
      hall(megawatts: "1", from: "2027-07-01", months: 12),
      hall("hall 2", megawatts: "3", from: "2027-07-01", months: 12, capitalCost: "36"),
    ]
    let plan = CapitalPlan(cost: .total(number("72")), spending: .even(months: 6))
    let spent = try cells(.capitalCost, of: lease(halls: halls, capital: plan))
    #expect(
      spent.map(\.minorUnits) == [Int64](repeating: -300, count: 6)
        + [Int64](repeating: -600, count: 6))
  }

  /// Φ(−3), Φ(−2) and Φ(−1) are 0.0013498980, 0.0227501319 and 0.1586552539 by the tables, so that
  /// the first share is (0.0227501319 − 0.0013498980) ÷ (1 − 2 × 0.0013498980), and so on.
  @Test("an S-curve spends slowly, fast, and slowly again, and all of it")
  func sCurve() throws {
    let plan = CapitalPlan(cost: .total(number("100000")), spending: .sCurve(months: 6))
    let spent = try cells(
      .capitalCost,
      of: lease(halls: [hall(megawatts: "1", from: "2027-07-01", months: 12)], capital: plan))
    let whole = 1 - 2 * 0.0013498980
    let shares = [
      (0.0227501319 - 0.0013498980) / whole, (0.1586552539 - 0.0227501319) / whole,
      (0.5 - 0.1586552539) / whole,
    ]
    for (cell, share) in zip(spent, shares + shares.reversed()) {
      #expect(abs(Double(cell.minorUnits) / -10_000_000 - share) < 1.1e-7)
    }
    #expect(spent.reduce(0) { $0 + $1.minorUnits } == -10_000_000)
  }

  @Test("dated draws are shared by megawatt on their days")
  func draws() throws {
    let halls = [
      hall(megawatts: "1", from: "2027-07-01", months: 12),
      hall("hall 2", megawatts: "3", from: "2027-07-01", months: 12),
    ]
    let draw = CapitalPlan.Draw(date: day("2026-03-17"), amount: number("100"))
    let plan = CapitalPlan(cost: .total(number("100")), spending: .draws([draw]))
    let spent = try cells(.capitalCost, of: lease(halls: halls, capital: plan))
    #expect(spent.map(\.minorUnits) == [-2_500, -7_500])
    #expect(spent.map(\.due) == [day("2026-03-17"), day("2026-03-17")])
  }

  /// 1,000 a month from each hall; 2,500 paid ahead uses July of both halls, then half of August's
  /// first; the receipt stands before them.
  @Test("a prepayment is used up in full against the first rents, and sums to zero")
  func prepayment() throws {
    let halls = [
      hall(megawatts: "1", from: "2027-07-01", months: 12),
      hall("hall 2", megawatts: "1", from: "2027-07-01", months: 12),
    ]
    let paid = Prepayment(amount: number("2500"), date: day("2027-01-15"))
    let used = try cells(.prepayment, of: lease(halls: halls, prepayment: paid))
    #expect(used.map(\.minorUnits) == [250_000, -100_000, -50_000, -100_000])
    #expect(used.map(\.hall) == [0, 0, 0, 1])
    #expect(
      used.map(\.due.description) == ["2027-01-15", "2027-07-01", "2027-08-01", "2027-07-01"])
  }

  @Test("a prepayment is not used against rents before it, and not beyond the last")
  func prepaymentBounds() throws {
    let halls = [hall(megawatts: "1", from: "2027-07-01", months: 12)]
    let late = Prepayment(amount: number("1000"), date: day("2027-08-02"))
    #expect(
      try cells(.prepayment, of: lease(halls: halls, prepayment: late)).map(\.month)
        == [month("2027-08"), month("2027-09")])
    let large = Prepayment(amount: number("12000.01"), date: day("2027-01-01"))
    #expect(
      throws: ProjectionProblem.prepaymentExceedsRent(
        deal: DealID("test"), unused: Money(minorUnits: 1, currency: .usd))
    ) { try project(lease(halls: halls, prepayment: large)) }
  }

  /// 1,000 a month from July on: July and August use 2,000 of 2,500.
  @Test("what an early end leaves of a prepayment is given back on the last day")
  func prepaymentLeft() throws {
    let paid = Prepayment(amount: number("2500"), date: day("2027-01-15"))
    let ended = CashFlowEngineTests.lease(
      halls: [hall(megawatts: "1", from: "2027-07-01", months: 12)],
      rent: .rate(.perKilowattMonth(.one)), prepayment: paid,
      termination: Termination(lastDay: day("2027-08-31")))
    let used = try cells(.prepayment, of: ended)
    #expect(used.map(\.minorUnits) == [250_000, -100_000, -100_000, -50_000])
    #expect(
      used.map(\.due.description) == ["2027-01-15", "2027-07-01", "2027-08-01", "2027-08-31"])
    #expect(try DerivedCells(ended, case: .base).differences == [])
  }

  @Test("a deposit comes back on the last day of the term, or on the stated day")
  func deposit() throws {
    let halls = [hall(megawatts: "1", from: "2027-07-01", months: 12)]
    let held = lease(
      halls: halls, deposit: Deposit(amount: number("5"), received: day("2027-06-01")))
    #expect(try cells(.deposit, of: held).map(\.minorUnits) == [500, -500])
    #expect(try cells(.deposit, of: held)[1].due == day("2028-06-30"))
    #expect(try cells(.deposit, of: held, .expected)[1].due == day("2028-06-30"))
    #expect(try cells(.deposit, of: held, .full)[1].due == day("2029-06-30"))
    let dated = Deposit(
      amount: number("5"), received: day("2027-06-01"), returned: day("2030-01-15"))
    #expect(
      try cells(.deposit, of: lease(halls: halls, deposit: dated))[1].due == day("2030-01-15"))
  }

  /// In force from 2027-07-15 to 2028-07-14.
  @Test(
    "rent falls due on the first or the last day in force, and is paid some days later",
    arguments: [
      (RentRules.Timing.advance, 0, "2027-07-15", "2028-02-01", "2028-07-01"),
      (.arrears, 0, "2027-07-31", "2028-02-29", "2028-07-14"),
      (.advance, 30, "2027-08-14", "2028-03-02", "2028-07-31"),
      (.arrears, 10, "2027-08-10", "2028-03-10", "2028-07-24"),
    ] as [(RentRules.Timing, Int, String, String, String)])
  func dueDays(
    timing: RentRules.Timing, days: Int, first: String, february: String, last: String
  ) throws {
    let rules = RentRules(timing: timing, paymentDays: days)
    let rents = try cells(
      .baseRent,
      of: lease(halls: [hall(megawatts: "1", from: "2027-07-15", months: 12)], rules: rules))
    #expect(rents.first?.due == day(first))
    #expect(rents[7].due == day(february))
    #expect(rents.last?.due == day(last))
    #expect(rents.first?.month == month("2027-07"))
  }
}
