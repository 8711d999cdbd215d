import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

@Suite("Reference leases")
struct ReferenceLeaseTests {
  /// Rows are printed to 10 digits, so that half a unit of the last is 5 × 10⁻¹¹; a little is added
  /// for the 30 digits of the margin.
  static let rowTolerance = number("0.00000000006").real
  /// Money of the summaries is printed to 6 digits.
  static let summaryTolerance = number("0.00000051").real
  static let income: Set<Charge> = [.baseRent, .renewalRent, .recovery, .operatingCost]

  @Test("are all there")
  func count() { #expect(ReferenceLease.all.count == 15) }

  @Test(
    "have the oracle's exact rent, cost and recovery in every month", arguments: ReferenceLease.all)
  func rows(_ reference: ReferenceLease) throws {
    let projection = try project(reference.lease, case: .full)
    let base = projection.exact([.baseRent])
    let renewal = projection.exact([.renewalRent])
    let recovery = projection.exact([.recovery])
    let income = projection.exact(Self.income)
    let cost = projection.exact([.operatingCost])
    let hasLines = reference.input.opex != nil
    for row in reference.rows {
      let month = day(row.month).yearMonth
      expectNear(base[month], row.base)
      expectNear(renewal[month], row.renewal)
      expectNear(recovery[month], row.recoveries)
      expectNear(income[month], row.noi)
      if hasLines { expectNear(cost[month]?.negated, row.opex) }
    }
    let months = Set(reference.rows.map { day($0.month).yearMonth })
    #expect(Set(base.keys).union(renewal.keys).isSubset(of: months))
  }

  @Test("have the oracle's capacity in every month", arguments: ReferenceLease.all)
  func capacity(_ reference: ReferenceLease) throws {
    let months = try project(reference.lease, case: .full).capacityMonths
    #expect(months.map(\.month) == reference.rows.map { day($0.month).yearMonth })
    for (month, row) in zip(months, reference.rows) {
      expectNear(month.kilowattMonths, row.kw_months)
    }
  }

  @Test("have the oracle's straight-line income in every month", arguments: ReferenceLease.all)
  func straightLine(_ reference: ReferenceLease) throws {
    let income = StraightLineIncome(try project(reference.lease))
    var months: [YearMonth: PreciseReal] = [:]
    for month in income.leaseMonths {
      months[month.month] = month.exactIncome.divided(by: PreciseReal(integer: 100))
    }
    for row in reference.rows { expectNear(months[day(row.month).yearMonth], row.straight_line) }
    let peak = try #require(income.peakReceivable).exactReceivable
      .divided(by: PreciseReal(integer: 100))
    expectNear(peak, reference.summary.peak_straight_line_receivable, Self.summaryTolerance)
    #expect(income.leaseMonths.last?.receivable == 0)
    let closing = try #require(income.leaseMonths.last).exactReceivable
      .divided(by: PreciseReal(integer: 100))
    expectNear(closing, reference.summary.closing_straight_line_receivable, Self.summaryTolerance)
    // A month in which all halls are in force has the most income.
    let largest = months.values.max { $1.minus($0).isPositive }
    expectNear(largest, reference.summary.straight_line_month, Self.summaryTolerance)
  }

  @Test(
    "post every month within half a cent a cell of the exact amount", arguments: ReferenceLease.all)
  func posted(_ reference: ReferenceLease) throws {
    for run in try project(reference.lease, case: .full).runs {
      let gap = run.exactMinorUnits.minus(PreciseReal(integer: Int(run.minorUnits)))
      #expect(abs(gap.doubleValue) <= 0.5)
    }
  }

  @Test("have the oracle's totals", arguments: ReferenceLease.all)
  func totals(_ reference: ReferenceLease) throws {
    let base = try project(reference.lease)
    let full = try project(reference.lease, case: .full)
    let summary = reference.summary
    let renewals = full.exactTotal(of: .renewalRent)
    expectNear(base.exactContractValue, summary.tcv, Self.summaryTolerance)
    expectNear(renewals, summary.renewals_expected, Self.summaryTolerance)
    expectNear(
      base.exactContractValue.plus(renewals), summary.tcv_with_renewals, Self.summaryTolerance)
    expectNear(base.exactNetOperatingIncome, summary.noi_base_term, Self.summaryTolerance)
    expectNear(base.firstYearRent, summary.year1_annual_rent_full, Self.summaryTolerance)
    expectNear(
      base.firstYearRatePerKilowattMonth, summary.year1_rent_per_kw_month,
      number("0.0000000051").real)
    var years: [Int: PreciseReal] = [:]
    for (month, amount) in full.exact([.baseRent, .renewalRent]) {
      years[month.year] = (years[month.year] ?? .zero).plus(amount)
    }
    for (year, amount) in summary.calendar_year_rent {
      expectNear(years[Int(year) ?? 0], amount, Self.summaryTolerance)
    }
    #expect(years.count == summary.calendar_year_rent.count)
  }

  @Test("have the oracle's terms and averages", arguments: ReferenceLease.all)
  func averages(_ reference: ReferenceLease) throws {
    let lease = reference.lease
    let summary = reference.summary
    let yearTolerance = number("0.00000051").real
    #expect(lease.firstCommencement == day(summary.first))
    #expect(lease.expiry.adding(days: -1) == day(summary.last_day))
    expectNear(lease.nominalYears, summary.nominal_years, yearTolerance)
    expectNear(lease.megawattWeightedYears, summary.mw_weighted_years, yearTolerance)
    expectNear(lease.spanYears, summary.span_years, yearTolerance)
    let average = try #require(try project(lease).exactAverageNOI)
    expectNear(average.overNominalTerm, summary.avg_noi_over_nominal, Self.summaryTolerance)
    expectNear(average.overMegawattYears, summary.avg_noi_over_mw_weighted, Self.summaryTolerance)
    expectNear(average.overSpan, summary.avg_noi_over_span, Self.summaryTolerance)
    let walt = try #require(
      weightedAverageLeaseTerm(of: lease.halls, asOf: day(reference.input.valuation.date)))
    #expect(abs(walt - (Double(summary.walt_mw_years) ?? 0)) <= 0.51e-6)
  }

  /// A present value is printed to 6 digits, a rate of return to 12; a value of 8 billion is itself
  /// stored to 10⁻⁶, so that two steps of its last bit are added.
  @Test("are worth what the oracle says, and return as much", arguments: ReferenceLease.all)
  func value(_ reference: ReferenceLease) throws {
    let flows = try project(reference.lease, case: .full).runs.flatMap { run in
      (0..<run.monthCount).map { offset in
        let month = run.firstMonth.adding(months: offset)
        return DatedFlow(
          date: run.due(in: month), amount: run.exact.doubleValue, accrualMonth: month)
      }
    }
    let valuation = reference.input.valuation
    let value = try presentValue(
      of: flows, on: day(valuation.date), rate: #require(Double(valuation.discount_rate)),
      convention: valuation.method == "monthly" ? .monthly : .actual365)
    let expected = try #require(Double(reference.summary.npv))
    #expect(value.pastFlows == 0)
    #expect(abs(value.amount - expected) <= 0.51e-6 + 2 * expected.ulp)
    if let printed = reference.summary.xirr.first.flatMap(Double.init) {
      let found = try internalRateOfReturn(of: flows)
      #expect(found.status == .unique)
      #expect(abs(try #require(found.rate) - printed) <= 0.51e-12)
    } else {
      // The oracle has no rate for a lease that nothing is spent on.
      #expect(throws: ValuationProblem.self) { try internalRateOfReturn(of: flows) }
    }
  }

  private func expectNear(
    _ value: PreciseReal?, _ printed: String, _ tolerance: PreciseReal = rowTolerance,
    at location: SourceLocation = #_sourceLocation
  ) {
    let expected = printed == "0E-10" ? .zero : number(printed).real
    let gap = (value ?? .zero).minus(expected)
    let magnitude = gap.isPositive ? gap : gap.negated
    #expect(
      magnitude < tolerance, "\(value?.description ?? "none"), expected \(printed)",
      sourceLocation: location)
  }
}
