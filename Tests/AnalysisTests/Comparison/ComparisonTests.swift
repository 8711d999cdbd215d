import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing
import Valuation

@Suite("Comparison")
struct ComparisonTests {
  /// A lease from Friday 2027-01-01 with a rate of 100 $/kW-month unless other terms are given.
  private func deal(
    _ id: String, landlord: String, tenant: String = "fluidstack", megawatts: String = "10 MW",
    more: [(String, String)] = [("rent.rate", "100 USD/kW-month")],
    assumptions: [(String, String)] = []
  ) throws -> AnalysedDeal {
    let terms = [
      ("landlord", landlord), ("tenant", tenant), ("contract.kind", "lease"),
      ("criticalIT", megawatts), ("term", "10 years"), ("rentCommencement", "2027-01-01"),
    ]
    let given = Set(more.map(\.0))
    return AnalysedDeal(versions: [
      try DealBuilder.deal(
        id, terms: terms.filter { !given.contains($0.0) } + more, assumptions: assumptions)
    ])
  }

  private func value(_ comparison: Comparison, _ id: String, _ row: Comparison.Row) throws
    -> MetricValue
  {
    let index = try #require(comparison.metrics.firstIndex { $0.id == id })
    return row.values[index]
  }

  private func compare(
    _ deals: [AnalysedDeal], by subject: ComparisonSubject = .landlord,
    view: OwnershipView = .gross, on date: CalendarDate? = nil, rate: Double? = nil
  ) throws -> Comparison {
    try Comparison(
      of: deals, by: subject, metrics: MetricRegistry.all, view: view, on: date, rate: rate)
  }

  /// Sums of a few doubles lose less than one part in 10¹².
  private static let relativeTolerance = 1e-12

  private func expect(
    _ comparison: Comparison, _ id: String, near expected: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard case .number(let found)? = try value(comparison, id, comparison.total).value else {
      Issue.record("\(id) is a number", sourceLocation: sourceLocation)
      return
    }
    #expect(
      abs(found - expected) <= expected * Self.relativeTolerance, sourceLocation: sourceLocation)
  }

  @Test("megawatts and contract value of a landlord's deals are summed")
  func sums() throws {
    let comparison = try compare([
      deal("a", landlord: "hut-8"), deal("b", landlord: "hut-8", megawatts: "30 MW"),
      deal("c", landlord: "iren", megawatts: "5 MW"),
    ])
    let row = comparison.rows[0]
    #expect(row.id == "hut-8")
    #expect(try value(comparison, "contracted_it_mw", row).value == .number(40))
    // 40,000 kW × 100 $ × 120 months.
    #expect(try value(comparison, "total_contract_value", row).value == .amount(48_000_000_000))
    #expect(try value(comparison, "first_year_rate_per_kw_month", row).value == .number(100))
  }

  @Test("a deal of 7.0 bn USD counts with its stated value, not with the sum of its posted cents")
  func statedValue() throws {
    let comparison = try compare([
      deal(
        "a", landlord: "hut-8",
        more: [("rent.contractValue", "7.0 bn USD"), ("rent.escalator.fixed", "3 %")])
    ])
    #expect(
      try value(comparison, "stated_contract_value", comparison.total).value
        == .amount(700_000_000_000))
  }

  @Test("what is unknown is blank, and the figure says how many deals stand behind it")
  func blanks() throws {
    let comparison = try compare([
      deal("known", landlord: "hut-8", assumptions: [("operatingMargin", "80 %")]),
      deal("unknown", landlord: "hut-8"),
      deal("alone", landlord: "iren"),
    ])
    // 12,000,000.00 a year × 10 years × 80 %.
    let noi = try value(comparison, "noi", comparison.rows[0])
    #expect(noi.value == .amount(9_600_000_000))
    #expect(noi.deals == 1)
    #expect(try value(comparison, "noi", comparison.rows[1]).value == nil)
    #expect(comparison.rows[0].assumedInputs == 1)
  }

  @Test("a triple-net lease that states no cost has NOI equal to rent")
  func tripleNet() throws {
    let comparison = try compare([
      deal(
        "net", landlord: "hut-8",
        more: [("contract.structure", "triple-net"), ("rent.rate", "100 USD/kW-month")])
    ])
    // 12,000,000.00 a year × 10 years.
    #expect(try value(comparison, "noi", comparison.total).value == .amount(12_000_000_000))
    #expect(try value(comparison, "noi_margin", comparison.total).value == .number(1))
  }

  @Test("conditional and cloud contracts stay out of every total and are named")
  func keptApart() throws {
    let comparison = try compare([
      deal("lease", landlord: "hut-8"),
      deal(
        "cloud", landlord: "hut-8",
        more: [("contract.kind", "cloud"), ("rent.rate", "9 M USD/year")]),
      deal(
        "open", landlord: "hut-8", more: [("status", "conditional"), ("rent.rate", "9 M USD/year")]),
    ])
    #expect(comparison.total.deals == 1)
    #expect(comparison.keptApart.map(\.deal.id.text) == ["cloud", "open"])
    #expect(comparison.keptApart.map(\.reason) == [.cloud, .conditional])
  }

  @Test("the net view takes the landlord's share of amounts and megawatts")
  func netOfOwnership() throws {
    let deals = try [
      deal(
        "half", landlord: "terawulf",
        more: [("ownership", "50.1 %"), ("rent.rate", "100 USD/kW-month")])
    ]
    let net = try compare(deals, view: .net)
    #expect(try value(net, "contracted_it_mw", net.total).value == .number(5.01))
    // 12,000,000.00 a year × 10 years × 50.1 %.
    #expect(try value(net, "total_contract_value", net.total).value == .amount(6_012_000_000))
    let gross = try compare(deals)
    #expect(try value(gross, "contracted_it_mw", gross.total).value == .number(10))
  }

  /// 10 MW at 1,000,000.00 a month for 24 months from Thursday 2027-04-15; the landlord's share falls
  /// from 60 % to 20 % on Friday 2027-06-11.
  private func sold() throws -> AnalysedDeal {
    let terms = [
      ("landlord", "terawulf"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
      ("criticalIT", "10 MW"), ("term", "2 years"), ("rentCommencement", "2027-04-15"),
      ("rent.rate", "100 USD/kW-month"), ("capitalCost", "90 M USD"),
    ]
    return AnalysedDeal(versions: [
      try DealBuilder.deal("sold", terms: terms + [("ownership", "60 %")]),
      try DealBuilder.deal(
        "sold", head: ["announced": "2027-06-01", "effective": "2027-06-11"],
        terms: terms + [("ownership", "20 %")]),
    ])
  }

  @Test("a share that is sold splits what the landlord nets by the days before and after")
  func soldShare() throws {
    let net = try compare([sold()], view: .net)
    // April 16/30, May and 10/30 of June are 1,866,666.66; of 24,000,000.00 there follow
    // 22,133,333.34. 60 % of the one and 20 % of the other are 5,546,666.664.
    #expect(try value(net, "total_contract_value", net.total).value == .amount(554_666_666))
    #expect(try value(net, "noi", net.total).value == .amount(554_666_666))
    // Megawatts and the budget are at the last share, so that what a megawatt costs stays.
    #expect(try value(net, "contracted_it_mw", net.total).value == .number(2))
    let gross = try compare([sold()])
    #expect(
      try value(net, "capital_cost_per_mw", net.total).value
        == value(gross, "capital_cost_per_mw", gross.total).value)
    #expect(try value(gross, "total_contract_value", gross.total).value == .amount(2_400_000_000))
  }

  @Test("at a rate of nothing the value of a share that is sold is the sum of its net rents")
  func soldShareValued() throws {
    let net = try compare(
      [sold()], view: .net, on: CalendarDate("2027-01-01"), rate: 0)
    #expect(try value(net, "pv_noi", net.total).value == .amount(554_666_666))
  }

  @Test("tenants of 30, 30, 20 and 20 MW make a concentration of 2,600")
  func concentration() throws {
    // CONVENTIONS §10: 30² + 30² + 20² + 20².
    let shares = [("a", "30 MW"), ("b", "30 MW"), ("c", "20 MW"), ("d", "20 MW")]
    let comparison = try compare(
      try shares.map {
        try deal($0.0, landlord: "hut-8", tenant: "tenant-\($0.0)", megawatts: $0.1)
      })
    try expect(comparison, "tenant_concentration_hhi", near: 2600)
  }

  @Test("a guarantee counts up to its cap")
  func guaranteedShare() throws {
    let comparison = try compare([
      deal(
        "capped", landlord: "terawulf",
        more: [
          ("rent.rate", "100 USD/kW-month"), ("creditSupport[1].guarantor", "google"),
          ("creditSupport[1].upTo", "30 M USD"),
        ])
    ])
    // 30,000,000.00 of 10 × 12,000,000.00.
    #expect(
      try value(comparison, "guaranteed_share", comparison.total).value == .number(0.25))
  }

  @Test("a guarantee through year 5 covers half of a flat rent of ten years")
  func guaranteeThroughYear() throws {
    let comparison = try compare([
      deal(
        "half", landlord: "terawulf",
        more: [
          ("rent.rate", "100 USD/kW-month"), ("creditSupport[1].guarantor", "google"),
          ("creditSupport[1].through", "year 5"),
        ])
    ])
    #expect(try value(comparison, "guaranteed_share", comparison.total).value == .number(0.5))
  }

  @Test("yield on cost is the first full year's NOI over the capital cost")
  func yieldOnCost() throws {
    let comparison = try compare([
      deal(
        "a", landlord: "hut-8",
        assumptions: [("operatingMargin", "90 %"), ("capitalCost", "8 M USD/MW-IT")])
    ])
    // 80 M over 18 month-ends posts 18 × 4,444,444.44 = 79,999,999.92; NOI is 12.0 M × 90 %.
    try expect(comparison, "yield_on_cost", near: 10_800_000 / 79_999_999.92)
    #expect(
      try value(comparison, "capital_cost_per_mw", comparison.total).value == .amount(799_999_999))
  }

  @Test("without a date and a rate there is no present value, and WALT runs from commencement")
  func withoutDate() throws {
    let comparison = try compare([
      deal("a", landlord: "hut-8", assumptions: [("operatingMargin", "100 %")])
    ])
    #expect(try value(comparison, "pv_noi", comparison.total).value == nil)
    // 2027-01-01 to 2037-01-01 is 3,653 days.
    try expect(comparison, "walt_years", near: 3653 / 365.25)
  }

  @Test("present value of NOI is that of the same flows valued alone")
  func presentValue() throws {
    let analysed = try deal("a", landlord: "hut-8", assumptions: [("operatingMargin", "100 %")])
    let date = try #require(CalendarDate("2027-01-01"))
    let comparison = try compare([analysed], on: date, rate: 0.08)
    // 120 payments of 1,000,000.00 in advance on the first of each month, discounted by days/365.
    var expected = 0.0
    for month in 0..<120 {
      let days = Double(date.days(until: date.adding(months: month)))
      expected += 100_000_000 / pow(base: 1.08, days / 365)
    }
    guard case .amount(let value)? = try value(comparison, "pv_noi", comparison.total).value
    else {
      Issue.record("the present value is an amount")
      return
    }
    // Half a cent of rounding, and 120 roundings of a double near 1e8.
    #expect(abs(Double(value) - expected) <= 1)
  }

  @Test("every metric has an id of its own, a formula and a period")
  func registry() {
    let metrics = MetricRegistry.all
    #expect(Set(metrics.map(\.id)).count == metrics.count)
    #expect(metrics.allSatisfy { !$0.formula.isEmpty && !$0.period.isEmpty })
  }

  @Test("a misspelt metric is refused with the nearest")
  func unknownMetric() {
    #expect(throws: AnalysisProblem.unknownMetric("walt_year", nearest: "walt_years")) {
      try MetricRegistry.metrics(named: "deals,walt_year")
    }
  }
}
