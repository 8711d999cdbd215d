import FinanceBasics
import Testing
import Valuation

@Suite("Book of flows")
struct FlowBookTests {
  /// A deal of a generated book: capital paid over some months, then rent that rises.
  private static func deal(_ random: inout SplitMix64, from first: CalendarDate) -> [DatedFlow] {
    let building = Int.random(in: 1...3, using: &random)
    let rent = Double.random(in: 5...40, using: &random)
    return (0..<60).map { month in
      let amount =
        month < building ? -1_000 / Double(building) : rent * (1 + 0.002 * Double(month))
      return DatedFlow(date: first.adding(months: month), amount: amount)
    }
  }

  /// Deals on three calendars, with zeros, several changes of sign, and amounts at random.
  private static func book(_ seed: UInt64) -> [[DatedFlow]] {
    var random = SplitMix64(seed: seed)
    let starts = ["2026-01-15", "2026-02-28", "2027-07-31"].map(day)
    return (0..<300).map { number in
      let start = starts[Int.random(in: 0..<3, using: &random)]
      var flows = deal(&random, from: start)
      if number % 7 == 0 { flows[5] = DatedFlow(date: flows[5].date, amount: 0) }
      if number % 11 == 0 {
        flows[59] = DatedFlow(
          date: flows[59].date, amount: Double.random(in: -900 ... -1, using: &random))
      }
      if number % 13 == 0 { flows.shuffle(using: &random) }
      return flows
    }
  }

  /// The result of one deal alone, which a book must give to the last bit.
  private static func alone(_ flows: [DatedFlow]) -> Result<RateOfReturn, ValuationProblem> {
    do throws(ValuationProblem) {
      return .success(try internalRateOfReturn(of: flows))
    } catch {
      return .failure(error)
    }
  }

  @Test("gives the rates of the oracle's flows to the last bit of each alone")
  func oracleRates() {
    let deals = OracleCase.cases(of: "xirr").map(\.flows)
    #expect(FlowBook(deals).ratesOfReturn() == deals.map(Self.alone))
  }

  @Test(
    "gives the rates of generated deals to the last bit of each alone",
    arguments: 0..<20 as Range<UInt64>)
  func generatedRates(_ seed: UInt64) {
    let deals = Self.book(seed)
    #expect(FlowBook(deals).ratesOfReturn() == deals.map(Self.alone))
  }

  @Test("gives the same on any number of workers", arguments: [1, 2, 3, 8])
  func workers(_ workers: Int) async throws {
    let book = FlowBook(Self.book(7))
    #expect(await book.ratesOfReturn(workers: workers) == book.ratesOfReturn())
    let (date, rate) = (day("2026-06-30"), 0.08)
    let values = try await book.presentValues(
      on: date, rate: rate, convention: .actual365, workers: workers)
    #expect(try values == book.presentValues(on: date, rate: rate, convention: .actual365))
  }

  @Test("gives the same in any order of the deals")
  func order() {
    let deals = Self.book(11)
    let backwards = FlowBook(deals.reversed()).ratesOfReturn()
    #expect(backwards.reversed() == FlowBook(deals).ratesOfReturn())
  }

  @Test("keeps one calendar for deals on the same days, and gives back what was added")
  func calendars() {
    let deals = Self.book(3).enumerated().filter { $0.offset % 13 != 0 }.map(\.element)
    let book = FlowBook(deals)
    #expect(book.count == deals.count)
    #expect(book.calendarCount == 3)
    #expect(book.allFlows == deals)
  }

  @Test("tells calendars apart whose days add up to the same")
  func similarCalendars() {
    // 1 + 6 + 8 = 2 + 4 + 9 and 1 + 2 × 6 + 3 × 8 = 2 + 2 × 4 + 3 × 9.
    let deals = [[1, 6, 8], [2, 4, 9]].map { days in
      zip(days, [-100.0, 30, 90]).map {
        DatedFlow(date: CalendarDate(dayNumber: Int32($0)), amount: $1)
      }
    }
    let book = FlowBook(deals)
    #expect(book.calendarCount == 2)
    #expect(book.allFlows == deals)
  }

  @Test("reports what is wrong with a deal at its place, and the rates of the others")
  func problems() throws {
    let ill = IllPosedRateTests.examples
    let book = FlowBook(ill.flatMap { [$0.flows, PresentValueTests.microsoft] })
    let results = book.ratesOfReturn()
    for (index, example) in ill.enumerated() {
      #expect(results[2 * index] == .failure(example.problem))
      // Source: Excel's help on XIRR; CONVENTIONS §9 carries it to ten digits.
      #expect(abs(try #require(results[2 * index + 1].get().rate) - 0.3733625335) < 5e-11)
    }
  }

  @Test("values each deal as it would be alone", arguments: PresentValueConvention.allCases)
  func presentValues(_ convention: PresentValueConvention) throws {
    let deals = Self.book(5)
    let date = day("2026-09-30")
    let values = try FlowBook(deals).presentValues(on: date, rate: 0.08, convention: convention)
    for (flows, value) in zip(deals, values) {
      let alone = try presentValue(of: flows, on: date, rate: 0.08, convention: convention)
      // Both sums are rounded once; no amount is above 1,000, and there are 60.
      #expect(abs(try value.get().amount - alone.amount) <= 60_000 * 2.3e-16)
      #expect(abs(try value.get().pastFlows - alone.pastFlows) <= 60_000 * 2.3e-16)
    }
  }

  @Test("reproduces the xnpv cases", arguments: OracleCase.cases(of: "xnpv"))
  func oracleValues(_ example: OracleCase) throws {
    let first = try #require(example.flows.map(\.date).min())
    let values = try FlowBook([example.flows]).presentValues(
      on: first, rate: #require(example.inputs.rate), convention: .actual365)
    guard case .number(let expected) = example.expected else { return }
    #expect(example.accepts(try values[0].get().amount, for: expected))
  }

  @Test("reports an amount that is not finite and a value that would not be, at their places")
  func valueProblems() throws {
    let today = day("2008-01-01")
    let book = FlowBook([
      [DatedFlow(date: today, amount: 1), DatedFlow(date: today, amount: .nan)],
      [DatedFlow(date: day("2108-01-01"), amount: 1)],
      [DatedFlow(date: today, amount: 25)],
      [DatedFlow(date: day("2007-12-31"), amount: .infinity)],
      [],
    ])
    let values = try book.presentValues(on: today, rate: -0.99999, convention: .actual365)
    #expect(values[0] == .failure(.amountNotFinite(position: 2)))
    #expect(values[1] == .failure(.valueNotFinite(rate: -0.99999)))
    #expect(values[2] == .success(PresentValue(amount: 25, pastFlows: 0)))
    #expect(values[3] == .failure(.amountNotFinite(position: 1)))
    #expect(values[4] == .success(PresentValue(amount: 0, pastFlows: 0)))
  }

  @Test("refuses a rate that is none", arguments: [-1, -1.5, .nan, .infinity])
  func badRate(_ rate: Double) {
    #expect(throws: ValuationProblem.self) {
      try FlowBook([PresentValueTests.microsoft]).presentValues(
        on: day("2008-01-01"), rate: rate, convention: .actual365)
    }
  }

  @Test("has no results when it has no deals")
  func empty() async throws {
    #expect(FlowBook().ratesOfReturn().isEmpty)
    #expect(await FlowBook().ratesOfReturn(workers: 2).isEmpty)
  }
}

extension FlowBook {
  /// The flows of all deals.
  fileprivate var allFlows: [[DatedFlow]] { (0..<count).map { self[$0] } }
}
