import FinanceBasics
import Testing
import Valuation

@Suite("Known rate of return")
struct KnownRateTests {
  /// From close to −1 to far beyond what a deal can earn: near zero and far out other ways lead there.
  static let rates = [-0.999, -0.9, -0.3, -0.01, 0, 1e-9, 0.08, 0.4, 3, 50, 1e4, 1e6]

  /// Flows of some years that are worth nothing at a rate: what is paid is made so.
  private static func flows(at rate: Double, _ seed: UInt64) -> [DatedFlow] {
    var random = SplitMix64(seed: seed)
    let first = day("2026-01-31")
    let payments = Int.random(in: 1...4, using: &random)
    let months = Int.random(in: 24...240, using: &random)
    func factor(_ date: CalendarDate) -> Double {
      power(1 + rate, -Double(first.days(until: date)) / 365)
    }
    let received = (payments..<months).map { month in
      DatedFlow(
        date: first.adding(months: month), amount: Double.random(in: 1...9, using: &random))
    }
    let worth = received.reduce(0) { $0 + $1.amount * factor($1.date) }
    let paid = (0..<payments).map { month in
      let date = first.adding(months: month)
      return DatedFlow(date: date, amount: -worth / Double(payments) / factor(date))
    }
    return paid + received
  }

  @Test("is found, whatever its size, and whoever pays first", arguments: rates)
  func found(_ rate: Double) throws {
    for seed in 0..<20 as Range<UInt64> {
      let flows = Self.flows(at: rate, seed)
      let lent = flows.map { DatedFlow(date: $0.date, amount: -$0.amount) }
      // Sums of 240 terms are right to some 1e-15; a year or more lies between paid and received.
      for found in [try internalRateOfReturn(of: flows), try internalRateOfReturn(of: lent)] {
        let only = try #require(found.rate)
        #expect(abs(only - rate) <= 1e-14 * (1 + rate), "\(only) from seed \(seed)")
      }
    }
  }

  @Test("is the same to the last bit in a book of all sizes")
  func inBook() throws {
    let deals = Self.rates.flatMap { rate in (0..<20).map { Self.flows(at: rate, $0) } }
    let together = try FlowBook(deals).ratesOfReturn().map { try $0.get() }
    #expect(together == (try deals.map { try internalRateOfReturn(of: $0) }))
  }
}
