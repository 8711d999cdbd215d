import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Impact of one field")
struct FieldImpactTests {
  private func impact(
    of path: String, to text: String? = nil, in id: String = "hut8-river-bend"
  ) throws -> FieldImpact {
    try FieldImpact(
      of: path, to: text, in: SampleDeals.deal(id), case: .base,
      basis: ValuationBasis(date: CalendarDate("2026-01-01") ?? .earliest, rate: 0.08))
  }

  /// 98.6 % to 99.6 %: of each dollar of rent a cent more is left; of cost 1.4 becomes 0.4 cents.
  @Test("of a margin is a cent of each dollar, and no rent moves")
  func margin() throws {
    let impact = try impact(of: "operatingMargin")
    #expect(impact.taken == "+1 percentage point" && impact.after == "99.6 %")
    #expect(impact.charges.map(\.charge) == [.operatingCost])
    #expect(impact.contractValue.difference == 0)
    let income = try #require(impact.netOperatingIncome)
    // 1 % of 7,000,000,000.00 USD, but for half a cent in each of 2 × 181 cells, twice.
    #expect(abs(income.difference - 7_000_000_000) <= 362)
  }

  /// 10 M USD/MW-IT of 245 MW is 2.45 bn; 1 % more is 24.5 M. Each of 2 × 18 cells is rounded.
  @Test("of a cost is what it says, with a small change where none is stated")
  func capital() throws {
    let impact = try impact(of: "capitalCost")
    #expect(impact.taken == "+1 %" && impact.after == "10100000 USD/MW-IT")
    #expect(impact.charges.map(\.charge) == [.capitalCost])
    let change = try #require(impact.charges.first?.change)
    #expect(abs(change.before + 245_000_000_000) <= 18)
    #expect(abs(change.difference + 2_450_000_000) <= 36)
  }

  @Test("takes the text that is stated, and reads the deal again")
  func stated() throws {
    let impact = try impact(of: "rent.contractValue", to: "7.7 bn USD")
    #expect(impact.taken == nil && impact.basis == .disclosed)
    // 7.0 to 7.7 bn; posting leaves half a cent in each of 2 × 181 cells at most.
    #expect(abs(impact.contractValue.difference - 70_000_000_000) <= 362)
    #expect(throws: Diagnostics.self) {
      try FieldImpactTests().impact(of: "rent.contractValue", to: "seven billion")
    }
  }

  @Test("of a date is 30 days, which move rent, cost and capital")
  func date() throws {
    let impact = try impact(of: "halls[hall 1].readyForService")
    // 2027-06-30, a Wednesday, and 30 days.
    #expect(impact.taken == "+30 days" && impact.after == "2027-07-30")
    #expect(impact.charges.map(\.charge) == [.baseRent, .operatingCost, .capitalCost])
  }

  @Test("refuses a path that the deal does not have, one that counts for nothing, and words")
  func refusals() throws {
    let id = DealID("hut8-river-bend")
    #expect(
      throws: ExplanationProblem.unknownPath(
        "capitalCosts", deal: id, nearest: "capitalCost")
    ) { try FieldImpactTests().impact(of: "capitalCosts") }
    #expect(throws: ExplanationProblem.notAnInput("landlord", deal: id)) {
      try FieldImpactTests().impact(of: "landlord")
    }
    #expect(throws: ExplanationProblem.noChangeTaken("termClock", text: "per hall")) {
      try FieldImpactTests().impact(of: "termClock")
    }
  }
}
