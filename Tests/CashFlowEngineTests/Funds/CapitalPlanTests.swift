import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Capital plans of halls")
struct CapitalPlanTests {
  private func spent(_ halls: [Hall], _ capital: CapitalPlan?) throws -> [Cell] {
    try project(lease(halls: halls, rent: .rate(.perKilowattMonth(.one)), capital: capital))
      .cells(of: .capitalCost)
  }

  private func draw(_ date: String, _ amount: String) -> CapitalPlan.Draw {
    CapitalPlan.Draw(date: day(date), amount: number(amount))
  }

  private func halls(
    spending: CapitalPlan.Spending? = nil, capitalCost: String? = nil, delayDays: Int = 0
  ) -> [Hall] {
    [
      hall(
        megawatts: "1", from: "2027-07-01", months: 12,
        delivery: HallDelivery(readyForService: day("2027-07-01"), delayDays: delayDays),
        capitalCost: capitalCost, capitalSpending: spending),
      hall("hall 2", megawatts: "3", from: "2027-07-01", months: 12),
    ]
  }

  /// 1,000 × 1.1 × 0.75 = 825 over five months: 165 each, of which a quarter and three quarters.
  @Test("contingency is added to the budget, and the tenant's share taken off every payment")
  func contingency() throws {
    let plan = CapitalPlan(
      cost: .total(number("1000")), spending: .even(months: 5), contingency: number("0.1"),
      tenantShare: number("0.25"))
    #expect(
      try spent(halls(), plan).map(\.minorUnits)
        == [Int64](repeating: -4_125, count: 5) + [Int64](repeating: -12_375, count: 5))
    // A hall's own budget: 200 × 1.1 × 0.75 ÷ 5 = 33.
    #expect(
      try spent(halls(capitalCost: "200"), plan).prefix(5).map(\.minorUnits)
        == [Int64](repeating: -3_300, count: 5))
  }

  @Test("draws are payments as they are: without contingency, less the tenant's share")
  func draws() throws {
    let plan = CapitalPlan(
      cost: .total(number("100")), spending: .draws([draw("2026-03-17", "100")]),
      contingency: number("0.1"), tenantShare: number("0.25"))
    #expect(try spent(halls(), plan).map(\.minorUnits) == [-1_875, -5_625])
  }

  @Test("a delay of a hall moves its own draws, or its part of the lease's")
  func delays() throws {
    let plan = CapitalPlan(
      cost: .total(number("100")), spending: .draws([draw("2026-03-17", "100")]))
    let delayed = try spent(halls(delayDays: 30), plan)
    #expect(delayed.map(\.due) == [day("2026-04-16"), day("2026-03-17")])
    #expect(delayed.map(\.month) == [month("2026-04"), month("2026-03")])
    let own = CapitalPlan.Spending.draws([draw("2026-09-30", "7"), draw("2026-01-31", "5")])
    let cells = try spent(halls(spending: own, delayDays: -31), plan)
    #expect(cells.map(\.due) == [day("2025-12-31"), day("2026-08-30"), day("2026-03-17")])
    // The hall's own draws are whole.
    #expect(cells.map(\.minorUnits) == [-500, -700, -7_500])
  }

  /// Φ(−3) and Φ(−1) are 0.0013498980 and 0.1586552539 by the tables: of three months the first and
  /// the last have (0.1586552539 − 0.0013498980) ÷ (1 − 2 × 0.0013498980) of the cost.
  @Test("a hall spends along its own curve, the others as the lease does")
  func ownCurve() throws {
    let plan = CapitalPlan(cost: .total(number("400000")), spending: .even(months: 2))
    let cells = try spent(halls(spending: .sCurve(months: 3)), plan)
    #expect(cells.map(\.hall) == [0, 0, 0, 1, 1])
    #expect(cells.map(\.due.description).prefix(3) == ["2027-04-30", "2027-05-31", "2027-06-30"])
    let tail = (0.1586552539 - 0.0013498980) / (1 - 2 * 0.0013498980)
    for (cell, share) in zip(cells, [tail, 1 - 2 * tail, tail]) {
      #expect(abs(Double(cell.minorUnits) / -10_000_000 - share) < 1.1e-7)
    }
    #expect(cells.suffix(2).map(\.minorUnits) == [-15_000_000, -15_000_000])
  }

  @Test("a hall's own draws need no plan of the lease, and a way to spend no cost is nothing")
  func withoutPlan() throws {
    let own = CapitalPlan.Spending.draws([draw("2026-01-31", "5")])
    #expect(try spent(halls(spending: own), nil).map(\.minorUnits) == [-500])
    #expect(try spent(halls(spending: .sCurve(months: 6)), nil).isEmpty)
  }
}
