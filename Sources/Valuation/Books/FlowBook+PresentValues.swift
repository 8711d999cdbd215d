public import FinanceBasics

extension FlowBook {
  /// The present value of each deal at one rate, in the order of the deals, or why it has none.
  ///
  /// The results are those of `presentValue(of:on:rate:convention:)` on the flows of each deal, to a
  /// unit in the last place of the sum; each factor is computed once a calendar.
  ///
  /// - Parameter rate: Effective annual, as a fraction, above −1.
  /// - Throws: `rateNotAboveMinusOne`.
  public func presentValues(
    on date: CalendarDate, rate: Double, convention: PresentValueConvention
  ) throws(ValuationProblem) -> [Result<PresentValue, ValuationProblem>] {
    results(try ValueWorker(date: date, rate: rate, convention: convention))
  }

  /// The same on several cores.
  ///
  /// - Precondition: There is at least one worker.
  public func presentValues(
    on date: CalendarDate, rate: Double, convention: PresentValueConvention, workers: Int
  ) async throws(ValuationProblem) -> [Result<PresentValue, ValuationProblem>] {
    let worker = try ValueWorker(date: date, rate: rate, convention: convention)
    return await results(workers: workers) { worker }
  }
}

/// Values flows with discount factors that the deals of a calendar share.
private struct ValueWorker: BookWorker, Sendable {
  private let date: CalendarDate
  private let rate: Double
  private let convention: PresentValueConvention
  private let force: Double
  /// The factor of each flow, zero for those before the date.
  private var factors: [Double] = []
  /// One for each flow before the date, zero for the others; empty where there are none.
  private var pastFactors: [Double] = []

  init(
    date: CalendarDate, rate: Double, convention: PresentValueConvention
  ) throws(ValuationProblem) {
    self.date = date
    self.rate = rate
    self.convention = convention
    force = try forceOfInterest(rate)
  }

  mutating func begin(_ calendar: FlowCalendar) {
    let month = date.yearMonth
    factors = zip(calendar.days, calendar.accrualMonths).map { day, accrualMonth in
      guard day >= date else { return 0 }
      let flow = DatedFlow(date: day, amount: 0, accrualMonth: accrualMonth)
      return exponential(-force * convention.years(from: date, in: month, to: flow))
    }
    let hasPast = calendar.days.contains { $0 < date }
    pastFactors = hasPast ? calendar.days.map { $0 < date ? 1 : 0 } : []
  }

  mutating func result(
    of amounts: UnsafeBufferPointer<Double>, in calendar: FlowCalendar,
    flows: () -> [DatedFlow]
  ) -> Result<PresentValue, ValuationProblem> {
    let value = factors.withUnsafeBufferPointer { compensatedProduct(amounts, $0) }
    let past =
      pastFactors.isEmpty
      ? 0 : pastFactors.withUnsafeBufferPointer { compensatedProduct(amounts, $0) }
    if value.isFinite, past.isFinite {
      return .success(PresentValue(amount: value, pastFlows: past))
    }
    // An amount, a factor or the sum is not finite: the values one by one show which.
    do throws(ValuationProblem) {
      return .success(try presentValue(of: flows(), on: date, rate: rate, convention: convention))
    } catch {
      return .failure(error)
    }
  }
}
