import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Tornadoes")
struct TornadoTests {
  private func tornado(
    _ change: String? = nil, case projectionCase: ProjectionCase = .base,
    of deals: [AnalysedDeal]? = nil
  ) throws -> Tornado {
    try Tornado(
      SensitivitySamples.question(
        deals ?? [try SensitivitySamples.riverBend()], case: projectionCase),
      change: try change.map { try TornadoChange(reading: $0) } ?? .usual)
  }

  private func bar(_ name: String, in tornado: Tornado) throws -> TornadoBar {
    try #require(tornado.bars.first { $0.name == name })
  }

  @Test("move amounts by a tenth, percentages by a point, dates and delays by three months")
  func usual() throws {
    let found = try tornado(case: .expected)
    let sides = found.bars.map { [$0.name, $0.low.text, $0.high.text] }
    #expect(sides.contains(["rate", "7 %", "9 %"]))
    #expect(sides.contains(["delay", "-3 months", "3 months"]))
    #expect(sides.contains(["capitalCost", "9 M USD/MW-IT", "11 M USD/MW-IT"]))
    #expect(sides.contains(["operatingMargin", "97.6 %", "99.6 %"]))
    #expect(sides.contains(["renewals.probability", "69 %", "71 %"]))
    #expect(sides.contains(["halls[hall 1].criticalIT", "44.1 MW", "53.9 MW"]))
    // 30 June less three months is 30 March, and with three more 30 September.
    #expect(sides.contains(["halls[hall 1].readyForService", "2027-03-30", "2027-09-30"]))
  }

  @Test("each side is the present value of the deals so changed")
  func sides() throws {
    let found = try tornado()
    let question = SensitivitySamples.question([try SensitivitySamples.riverBend()])
    let grid = try SensitivityGrid(
      question, axes: [try SensitivityAxis(reading: "capitalCost=9..11/2 M USD/MW-IT")])
    let cost = try bar("capitalCost", in: found)
    #expect([cost.low.value, cost.high.value] == grid.values)
    let rates = try SensitivityGrid(
      question, axes: [try SensitivityAxis(reading: "rate=7%..9%/2%")])
    let rate = try bar("rate", in: found)
    #expect([rate.low.value, rate.high.value] == rates.values)
    #expect(rate.basis == nil && cost.basis == .assumed && cost.present == "10 M USD/MW-IT")
  }

  @Test("rank by spread, and name what moves nothing")
  func ranks() throws {
    let found = try tornado()
    let spreads = found.bars.compactMap { $0.spread?.number }
    #expect(spreads == spreads.sorted(by: >))
    // Those without a spread are last: more megawatts in a hall are more than the terms state.
    #expect(found.bars.dropFirst(spreads.count).allSatisfy { $0.high.refusal != nil })
    #expect(found.bars.first?.name == "rate")
    // The base case has no renewals.
    #expect(found.idle == ["renewals.probability"])
    #expect(found.bars.allSatisfy { $0.name != "termClock" && !$0.name.hasSuffix("name") })
  }

  @Test("hold a change at the bound of its field, and say so")
  func clipped() throws {
    let found = try tornado("2pt", case: .expected)
    let margin = try bar("operatingMargin", in: found)
    // 98.6 % and 2 points would be 100.6 %.
    #expect(margin.high.text == "100 %" && margin.high.isClipped)
    #expect(margin.low.text == "96.6 %" && !margin.low.isClipped)
    let probable = try bar("renewals.probability", in: try tornado("50pt", case: .expected))
    #expect(probable.high.text == "100 %" && probable.high.isClipped)
    #expect(probable.low.text == "20 %" && !probable.low.isClipped)
  }

  @Test("leave a side blank that the deals' checks refuse, with the reason")
  func refused() throws {
    // Four fifths more of 49 MW, beside 196 MW, are more than the 245 MW that the terms state.
    let hall = try bar("halls[hall 1].criticalIT", in: try tornado("80%"))
    #expect(hall.high.value == nil && hall.high.refusal != nil && hall.spread == nil)
  }

  @Test("move several deals together, each from where it stands")
  func several() throws {
    let deals = [
      try SensitivitySamples.riverBend("one"),
      try SensitivitySamples.riverBend("two", margin: "85 %"),
    ]
    let found = try tornado(of: deals)
    let (cost, margin) = (
      try bar("capitalCost", in: found), try bar("operatingMargin", in: found)
    )
    #expect(cost.present == nil && cost.low.text == "down")
    // Assumed by one of them, stated by the other.
    #expect(margin.present == "98.6 %" && margin.low.text == "97.6 %")
    let one = try bar("capitalCost", in: try tornado(of: [deals[0]]))
    // Both cost the same; each of four present values is rounded to a cent.
    let double = 2 * (one.spread?.number ?? 0)
    #expect(abs((cost.spread?.number ?? 0) - double) <= 4)
  }

  @Test(
    "read changes of each kind",
    arguments: [
      ("5%", "5", "1", 3), ("2.5 pt", "10", "2.5", 3), ("1%,0.5pt,1 year", "1", "0.5", 12),
    ])
  func changes(_ text: String, relative: String, points: String, months: Int) throws {
    let change = try TornadoChange(reading: text)
    #expect(change.relative.description == relative && change.points.description == points)
    #expect(change.months == months)
  }

  @Test(
    "refuse changes without sense",
    arguments: [
      ("", "sensitivity.change-malformed"), ("5", "sensitivity.change-malformed"),
      ("0%", "sensitivity.change-malformed"), ("90d", "sensitivity.change-malformed"),
      ("100%", "sensitivity.change-too-great"), ("51pt", "sensitivity.change-too-great"),
      ("11 years", "sensitivity.change-too-great"),
    ])
  func badChanges(_ text: String, code: String) {
    #expect(SensitivitySamples.codes { _ = try TornadoChange(reading: text) } == [code])
  }
}
