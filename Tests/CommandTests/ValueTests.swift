import Foundation
import Testing

/// What `value` answers on the samples, checked against other answers of the command.
@Suite("Value on the command line")
struct ValueTests {
  private static let riverBend = [
    "value", "hut8-river-bend", "--on", "2026-06-30", "--format", "json",
  ]

  private func object(_ arguments: [String]) throws -> [String: Any] {
    try SampleBook.ask(Self.riverBend + arguments).object
  }

  private func cents(_ value: Any?) throws -> Int64 {
    let number = try #require(value as? NSNumber)
    return Int64((number.doubleValue * 100).rounded())
  }

  @Test("tiers sum to the present value, and without them nothing is said of tiers")
  func tiers() throws {
    let value = try object([
      "--rate", "8%", "--tier", "guaranteed=5.5%", "--tier", "landlord=7%",
    ])
    let tiers = try #require(value["tiers"] as? [[String: Any]])
    #expect(tiers.map { $0["tier"] as? String } == ["guaranteed", "landlord"])
    let sum = try tiers.reduce(Int64(0)) { $0 + (try cents($1["present_value"])) }
    #expect(try sum == cents(value["present_value"]))
    #expect(try object(["--rate", "8%"])["tiers"] == nil)
  }

  @Test("a nominal rate equals the effective one that it compounds to")
  func compounding() throws {
    // 1.02⁴ − 1 = 8.243216 %.
    let nominal = try object(["--rate", "8%", "--compounding", "quarterly"])
    let effective = try object(["--rate", "8.243216%"])
    #expect(try cents(nominal["present_value"]) == cents(effective["present_value"]))
  }

  @Test("a curve is named with its day, and a wider spread is worth less")
  func curve() throws {
    let narrow = try object(["--curve", "ust-curve-2026-q2", "--spread", "100bp"])
    let wide = try object(["--curve", "ust-curve-2026-q2", "--spread", "2%"])
    #expect(narrow["curve"] as? String == "ust-curve-2026-q2 of 2026-06-30")
    #expect(try cents(wide["present_value"]) < cents(narrow["present_value"]))
    let earlier = try object(["--curve", "ust-curve-2026-q2", "--curve-date", "2026-06-04"])
    #expect(earlier["curve"] as? String == "ust-curve-2026-q2 of 2026-05-29")
  }

  @Test("a terminal value is told apart, and is the rest of the present value")
  func terminal() throws {
    let without = try object(["--rate", "8%"])
    let with = try object(["--rate", "8%", "--terminal", "shell=2 M USD/MW-IT"])
    // 245 MW at 2 M USD.
    let sales = try #require(with["terminals"] as? [[String: Any]])
    #expect(try cents(sales[0]["proceeds"]) == 49_000_000_000)
    #expect(
      try cents(with["present_value"])
        == cents(without["present_value"]) + cents(with["terminal_value"]))
  }

  @Test("each cell of a grid is what a single run gives")
  func grid() throws {
    let grid = try SampleBook.ask(
      "value", "hut8-river-bend", "--on", "2026-06-30", "--rate", "8%", "--vary",
      "rate=7%..9%/1%", "--vary", "delay=0..6mo/3mo", "--format", "csv"
    ).table
    #expect(grid.rows.count == 9)
    for (rate, delay) in [("7%", "0mo"), ("9%", "6mo"), ("8%", "3mo")] {
      let single = try object(["--rate", rate, "--delay", "all=\(delay)"])
      let cell = try #require(
        grid.rows.first { row in
          row["rate"] == "0.0\(rate.dropLast())" && row["delay"] == "\(delay.dropLast(2))"
        })
      #expect(
        try Int64((try #require(Double(cell["value"] ?? "")) * 100).rounded())
          == cents(single["present_value"]))
    }
  }

  @Test("what a search finds reaches the target when it is put in its place")
  func solve() throws {
    let found = try object(["--rate", "8%", "--solve", "pv=0", "--for", "rate"])
    let solutions = try #require(found["solutions"] as? [[String: Any]])
    #expect(solutions.count == 1)
    #expect(found["status"] as? String == "unique")
  }

  @Test("the book is valued together on a curve, and by share for one landlord")
  func landlord() throws {
    let value = try SampleBook.ask(
      "value", "--landlord", "terawulf", "--together", "--on", "2026-06-30", "--rate", "8%",
      "--shares", "400,000,000", "--share-price", "12 USD", "--format", "json"
    ).object
    let basic = try #require(value["value_per_share"] as? NSNumber).doubleValue
    let diluted = try #require(value["diluted_value_per_share"] as? NSNumber).doubleValue
    #expect(abs(basic - Double(try cents(value["attributable_value"])) / 100 / 4e8) < 0.0001)
    // Warrants of two deals, at 0.01 USD: n × 11.99 ÷ 12 new shares.
    let added = (41_011_803 + 32_568_197) * 11.99 / 12
    #expect(abs(diluted - basic * 4e8 / (4e8 + added)) < 0.0002)
  }
}
