import FinanceBasics
import Valuation

/// What Leasebook found and how long it took, for the comparison with other libraries.
struct PeerFindings: Encodable {
  let cores: Int
  let measurements: [Measurement]
  /// The rate of return of each deal, effective annual.
  let rates: [Double]
  /// The rate of return per month of each of the first deals, taken as paid at equal steps.
  let periodicRates: [Double]
  /// The present value of each deal.
  let values: [Double]
}

/// Rates of return and present values of one book, one deal at a time and all at once.
struct PeerWorkload {
  let repetitions: Int
  private let cores: Int
  private let deals: [[DatedFlow]]
  private let book: FlowBook

  /// How many deals are taken one at a time.
  private static let singleDeals = 500

  init(_ made: PeerBook, cores: Int, repetitions: Int) {
    self.repetitions = repetitions
    self.cores = cores
    deals = made.deals
    book = FlowBook(made.deals)
  }

  func measured() async throws -> PeerFindings {
    let singles = Array(deals.prefix(Self.singleDeals))
    let (singleRates, singleTimes) = try timed(repetitions: repetitions, "rates one by one") {
      try singles.map { try only(try internalRateOfReturn(of: $0)) }
    }
    let periodic = singles.map { $0.map(\.amount) }
    let (periodicRates, periodicTimes) = try timed(repetitions: repetitions, "rates a period") {
      try periodic.map { try only(try internalRateOfReturn(ofPeriodic: $0)) }
    }
    let (rates, rateMeasurements) = try await measuredRates()
    let (values, valueMeasurements) = try await measuredValues()
    try CheckFailure.expectEqual(
      Array(rates.prefix(singles.count)), singleRates, "rates in a book and one by one")
    return PeerFindings(
      cores: cores,
      measurements: [
        measurement("xirr", "XIRR, one call a deal", singleTimes, deals: singles.count),
        measurement(
          "irr", "IRR at equal steps, one call a deal", periodicTimes, deals: singles.count),
      ] + rateMeasurements + valueMeasurements,
      rates: rates, periodicRates: periodicRates, values: values)
  }

  private func measuredRates() async throws -> ([Double], [Measurement]) {
    let (alone, aloneTimes) = try timed(repetitions: repetitions, "rates on one core") {
      book.ratesOfReturn()
    }
    let (found, times) = try await timed(repetitions: repetitions, "rates on all cores") {
      await book.ratesOfReturn(workers: cores)
    }
    let (built, builtTimes) = try await timed(repetitions: repetitions, "rates from flows") {
      await FlowBook(deals).ratesOfReturn(workers: cores)
    }
    try CheckFailure.expectEqual(found, alone, "rates on one core and on all")
    try CheckFailure.expectEqual(built, alone, "rates of a book built anew")
    return (
      try found.map { try only(try $0.get()) },
      [
        measurement("xirr book, one core", "XIRR of the book", aloneTimes, deals: deals.count),
        measurement("xirr book", "the same on all cores", times, deals: deals.count),
        measurement(
          "xirr book, built", "the same with building the book", builtTimes, deals: deals.count),
      ]
    )
  }

  private func measuredValues() async throws -> ([Double], [Measurement]) {
    let (alone, aloneTimes) = try timed(repetitions: repetitions, "values on one core") {
      try book.presentValues(
        on: PeerBook.valuationDay, rate: PeerBook.rate, convention: .actual365)
    }
    let (found, times) = try await timed(repetitions: repetitions, "values on all cores") {
      try await book.presentValues(
        on: PeerBook.valuationDay, rate: PeerBook.rate, convention: .actual365, workers: cores)
    }
    try CheckFailure.expectEqual(found, alone, "values on one core and on all")
    return (
      try found.map { try $0.get().amount },
      [
        measurement("npv book, one core", "NPV of the book", aloneTimes, deals: deals.count),
        measurement("npv book", "the same on all cores", times, deals: deals.count),
      ]
    )
  }

  private func only(_ found: RateOfReturn) throws -> Double {
    guard let rate = found.rate else { throw CheckFailure("a deal has \(found.roots.count) rates") }
    return rate
  }

  private func measurement(
    _ name: String, _ what: String, _ times: Times, deals: Int
  ) -> Measurement {
    Measurement(name, what, times, scale: 1e6 / Double(deals), unit: "µs a deal")
  }
}
