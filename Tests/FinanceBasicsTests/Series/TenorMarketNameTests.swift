import FinanceBasics
import Testing

@Suite("Tenors as tables of rates write them")
struct TenorMarketNameTests {
  static let names: [(String, Tenor)] = [
    ("1D", .days(1)), ("2W", .days(14)), ("1M", .months(1)), ("18M", .months(18)),
    ("10Y", .months(120)), ("100Y", .months(1200)),
  ]

  @Test("are read and written back", arguments: names)
  func readAndWritten(_ name: String, _ tenor: Tenor) {
    #expect(Tenor(marketName: name) == tenor)
    #expect(tenor.marketName == name)
  }

  @Test("are written in the longest unit that they are whole in")
  func longest() {
    #expect(Tenor(marketName: "24M")?.marketName == "2Y")
    #expect(Tenor(marketName: "7D")?.marketName == "1W")
  }

  @Test(
    "are nothing else",
    arguments: ["", "Y", "0M", "-1Y", "+1Y", "1.5Y", "3m", "3 M", "M3", "101Y", "1201M", "36526D"])
  func refused(_ text: String) {
    #expect(Tenor(marketName: text) == nil)
  }

  @Test("are in order, a month being 365.25 ÷ 12 = 30.4375 days")
  func order() {
    #expect(Tenor.days(30).isShorter(than: .months(1)))
    #expect(Tenor.months(1).isShorter(than: .days(31)))
    #expect(!Tenor.months(12).isShorter(than: .months(12)))
  }
}
