import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Deals under scenarios")
struct ScenarioQuestionTests {
  /// River Bend with the two halls that its sample assumes: 49 MW from Wednesday 2027-06-30 and
  /// 196 MW from Friday 2027-12-31, 15 years each, 7.0 bn USD, 3 % a year, a margin of 98.6 %.
  private func riverBend(
    _ id: String = "river-bend", margin: String? = nil
  ) throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      id,
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "245 MW"),
        ("term", "15 years"), ("rent.contractValue", "7.0 bn USD"),
        ("rent.escalator.fixed", "3 %"),
      ] + (margin.map { [("operatingMargin", $0)] } ?? []),
      assumptions: [
        ("halls[hall 1].name", "hall 1"), ("halls[hall 1].criticalIT", "49 MW"),
        ("halls[hall 1].readyForService", "2027-06-30"),
        ("halls[halls 2-5].name", "halls 2-5"), ("halls[halls 2-5].criticalIT", "196 MW"),
        ("halls[halls 2-5].readyForService", "2027-12-31"), ("termClock", "per hall"),
        ("capitalCost", "10 M USD/MW-IT"),
      ] + (margin == nil ? [("operatingMargin", "98.6 %")] : []))
    return AnalysedDeal(versions: [deal])
  }

  private func delay(_ hall: String?, _ text: String, id: String = "late") throws -> Scenario {
    Scenario(
      id: ScenarioID(id), delays: [HallDelay(hall: hall, delay: try Delay(reading: text))])
  }

  private func change(_ path: String, _ text: String, id: String = "what-if") -> Scenario {
    Scenario(
      id: ScenarioID(id),
      changes: [
        DealField(
          block: .scenario, path: FieldPath(parsing: path) ?? .root, text: text,
          sources: [SourceID(id)], line: 2, column: 3)
      ], file: "what-if.yaml")
  }

  private func asked(
    _ stack: [Scenario], of deals: [AnalysedDeal]
  ) throws(Diagnostics) -> ScenarioQuestion {
    try ScenarioQuestion(stack, on: deals, known: deals.map(\.deal.id))
  }

  private func codes(_ stack: [Scenario], of deals: [AnalysedDeal]) -> [String] {
    do throws(Diagnostics) {
      _ = try asked(stack, of: deals)
      return []
    } catch {
      return error.all.map(\.code)
    }
  }

  private func cells(_ deal: AnalysedDeal, hall: Int, of charge: Charge) throws -> [Cell] {
    try DealCashFlows(deal, case: .base).projection.cells.filter {
      $0.charge == charge && $0.hall == hall
    }
  }

  @Test("a delay of 90 days moves a hall's first rent, its last day and its capital cost alike")
  func ninetyDays() throws {
    let late = try asked([try delay("hall 1", "90d")], of: [riverBend()]).deals[0]
    let lease = try late.resolution.get().lease
    // 2027-06-30 and 90 days: 31 to 31 July, 31 to 31 August, 28 to 28 September.
    #expect(lease.halls[0].baseTerm.lowerBound == CalendarDate("2027-09-28"))
    // Fifteen years on, for the clock runs per hall.
    #expect(lease.halls[0].baseTerm.upperBound == CalendarDate("2042-09-28"))
    #expect(lease.halls[1].baseTerm.lowerBound == CalendarDate("2027-12-31"))
    let rents = try cells(late, hall: 0, of: .baseRent)
    #expect(rents.first?.month == YearMonth(year: 2027, month: 9))
    #expect(rents.first?.due == CalendarDate("2027-09-28"))
    // 18 month-ends before the month of delivery, which is now September instead of June.
    let capital = try cells(late, hall: 0, of: .capitalCost)
    #expect(capital.count == 18)
    #expect(capital.last?.due == CalendarDate("2027-08-31"))
    #expect(
      try cells(riverBend(), hall: 0, of: .capitalCost).last?.due == CalendarDate("2027-05-31"))
  }

  @Test("with a clock per hall a delay leaves the contract value, from which the rate is solved")
  func sameTotal() throws {
    let late = try asked([try delay(nil, "6mo")], of: [riverBend()]).deals[0]
    let projection = try DealCashFlows(late, case: .base).projection
    // The exact rents sum to what is stated; 2 halls × at most 181 months post half a cent each.
    let stated: Int64 = 700_000_000_000
    #expect(abs(projection.contractValue - stated) <= 2 * 181 / 2)
    // 30 June and six months; 31 December and six months, clipped to June's end.
    #expect(
      projection.lease.halls.map(\.baseTerm.lowerBound)
        == [CalendarDate("2027-12-30"), CalendarDate("2028-06-30")])
  }

  @Test(
    "a delay and its opposite are the identity",
    arguments: ["90d", "6mo", "1 day", "3 months 15 days", "-45 days"])
  func identity(_ text: String) throws {
    let there = try Delay(reading: text)
    let back = Scenario(
      id: ScenarioID("back"), delays: [HallDelay(hall: "halls 2-5", delay: -there)])
    let forth = Scenario(
      id: ScenarioID("forth"), delays: [HallDelay(hall: "halls 2-5", delay: there)])
    let both = try asked([forth, back], of: [riverBend()]).deals[0]
    let lease = try riverBend().resolution.get().lease
    #expect(try both.resolution.get().lease == lease)
    #expect(both.delays.values.allSatisfy { $0 == .none })
  }

  @Test("delays of a stack add up, and a later change wins on the same path")
  func stack() throws {
    let stack = [
      try delay("hall 1", "60 days", id: "a"), change("operatingMargin", "95 %", id: "b"),
      try delay(nil, "30 days", id: "c"), change("operatingMargin", "90 %", id: "d"),
    ]
    let deal = try asked(stack, of: [riverBend()]).deals[0]
    #expect(deal.delays == ["hall 1": Delay(days: 90), "halls 2-5": Delay(days: 30)])
    #expect(deal.deal.terms.operatingMargin?.value.text == "90 %")
    #expect(deal.inputs(.scenario, in: .base) == 1)
    // The other assumptions stay: halls' loads and dates, the clock, the capital cost.
    #expect(
      deal.inputs(.assumed, in: .base) == (try riverBend().inputs(.assumed, in: .base)) - 1)
  }

  @Test("a deal that states the path keeps it, and the report says so")
  func kept() throws {
    let deals = [try riverBend("one"), try riverBend("two", margin: "85 %")]
    let question = try asked([change("operatingMargin", "95 %")], of: deals)
    #expect(
      question.deals.map { $0.deal.terms.operatingMargin?.value.text } == ["95 %", "85 %"])
    #expect(
      question.remarks == ["what-if leaves operatingMargin as the terms of two state it"])
  }

  @Test("where every deal states the path, the question is refused")
  func statedByAll() throws {
    let deals = [try riverBend("one", margin: "85 %"), try riverBend("two", margin: "85 %")]
    #expect(
      codes([change("operatingMargin", "95 %")], of: deals)
        == ["scenario.term-stated"])
  }

  @Test("a delay of a hall that no deal has is refused with the nearest name of any deal")
  func unknownHall() throws {
    let deals = [try riverBend("one"), try riverBend("two")]
    let late = try delay("hall1", "90d")
    let error = try #require(throws: Diagnostics.self) { try asked([late], of: deals) }
    #expect(error.all.map(\.code) == ["scenario.hall-unknown"])
    #expect(error.all.first?.problem == "no deal that was asked for has a hall 'hall1'")
    #expect(error.all.first?.remedy == "write 'hall 1', if that is what is meant")
  }

  @Test("a deal that the book does not have is refused with the nearest id")
  func unknownDeal() throws {
    let scenario = Scenario(
      id: ScenarioID("a"),
      parts: [
        Scenario.Part(
          deal: DealID("river-bent"), line: 3,
          delays: [HallDelay(hall: nil, delay: Delay(days: 1))])
      ], file: "a.yaml")
    let error = try #require(throws: Diagnostics.self) {
      try asked([scenario], of: [riverBend()])
    }
    #expect(error.all.map(\.code) == ["scenario.deal-unknown"])
    #expect(error.all.first?.location.rendered == "a.yaml:3")
    #expect(error.all.first?.remedy.contains("river-bend") == true)
  }

  @Test("a delay moves the rent of every version of a deal, and what was said before stays said")
  func everyVersion() throws {
    // Version 2 takes effect on 2028-01-01, six months after the rent of version 1 began.
    func version(_ announced: String, _ rate: String) throws -> Deal {
      try DealBuilder.deal(
        "two", head: ["announced": announced],
        terms: [
          ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "10 MW"),
          ("term", "2 years"), ("rent.rate", rate),
        ], assumptions: [("rentCommencement", "2027-07-01")])
    }
    let deal = AnalysedDeal(versions: [
      try version("2026-01-01", "100 USD/kW-month"), try version("2028-01-01", "120 USD/kW-month"),
    ])
    let late = try asked([try delay(nil, "3mo")], of: [deal]).deals[0]
    let flows = try DealCashFlows(late, case: .base)
    // October to December 2027 at 1,000,000.00, then 21 months to September 2029 at 1,200,000.00.
    #expect(flows.total(of: .baseRent) == 3 * 100_000_000 + 21 * 120_000_000)
    // As recorded: July to December at the old rent, then 18 months at the new.
    let recorded = try DealCashFlows(deal, case: .base)
    #expect(recorded.total(of: .baseRent) == 6 * 100_000_000 + 18 * 120_000_000)
  }
}
