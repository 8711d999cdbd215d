public import CashFlowEngine
public import FinanceBasics
import LeaseModel
public import Valuation

/// On what day, at what rate and by which convention flows are valued.
public struct ValuationBasis: Hashable, Sendable {
  /// The valuation date; a flow on it counts in full.
  public let date: CalendarDate
  /// Effective annual, as a fraction.
  public let rate: Double
  /// How time is counted.
  public let convention: PresentValueConvention

  /// Takes the three as given.
  public init(date: CalendarDate, rate: Double, convention: PresentValueConvention = .actual365) {
    self.date = date
    self.rate = rate
    self.convention = convention
  }
}

/// The value of one or more deals' projected flows: present value, rate of return, payback.
public struct FlowValuation: Sendable {
  /// Date, rate and convention.
  public let basis: ValuationBasis
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// Of all projected flows from the valuation date on, in minor units.
  public let presentValue: Int64
  /// The sum of the flows before the valuation date, which are left out of the present value.
  public let pastFlows: Int64
  /// In the order of `Charge`; only charges that occur.
  public let charges: [ChargeValue]
  /// Of rent, recoveries and other income less operating cost; `nil` where that cost is unknown.
  public let presentValueOfNOI: Int64?
  /// Of all flows, past ones included.
  public let rateOfReturn: Result<RateOfReturn, ValuationProblem>
  /// Of the net flows in the order of their days.
  public let signChanges: Int
  /// Received over paid, the flows of a day set off against each other; `nil` where nothing is paid.
  public let equityMultiple: Double?
  /// The first day from which the running sum of all flows stays at or above zero.
  public let payback: CalendarDate?
  /// In years, of the flows from the valuation date on; `nil` where they are worth nothing.
  public let duration: Valuation.Duration?

  /// The value of one charge's flows.
  public struct ChargeValue: Hashable, Sendable {
    /// What the flows are for.
    public let charge: Charge
    /// Undiscounted, past flows included, in minor units.
    public let total: Int64
    /// From the valuation date on, in minor units.
    public let presentValue: Int64
  }

  /// Values the flows of deals together, on their cash dates.
  ///
  /// - Throws: A `ValuationProblem` for a rate of −100 % or less, or flows beyond any sense.
  public init(
    of deals: [DealCashFlows], case projectionCase: ProjectionCase, basis: ValuationBasis
  ) throws(ValuationProblem) {
    self.basis = basis
    self.projectionCase = projectionCase
    let flows = Self.flows(of: deals)
    let all = flows.flatMap(\.flows)
    let whole = try Valuation.presentValue(
      of: all, on: basis.date, rate: basis.rate, convention: basis.convention)
    presentValue = postedValue(whole.amount)
    pastFlows = postedValue(whole.pastFlows)
    var charges: [ChargeValue] = []
    for part in flows {
      let value = try Valuation.presentValue(
        of: part.flows, on: basis.date, rate: basis.rate, convention: basis.convention)
      charges.append(
        ChargeValue(
          charge: part.charge, total: part.flows.reduce(0) { $0 + postedValue($1.amount) },
          presentValue: postedValue(value.amount)))
    }
    self.charges = charges
    let hasNOI = deals.allSatisfy { $0.projection.netOperatingIncome != nil }
    let income = flows.filter { $0.charge.isInNOI }.flatMap(\.flows)
    presentValueOfNOI =
      hasNOI
      ? postedValue(
        try Valuation.presentValue(
          of: income, on: basis.date, rate: basis.rate, convention: basis.convention
        ).amount) : nil
    let net = Self.netted(all)
    rateOfReturn = Self.rateOfReturn(of: net)
    let signs = net.map(\.amount).filter { $0 != 0 }.map { $0 < 0 }
    signChanges = zip(signs, signs.dropFirst()).count { $0 != $1 }
    equityMultiple = Valuation.equityMultiple(of: net)
    payback = paybackDate(of: net)
    duration = try? Valuation.Duration(of: all, on: basis.date, rate: basis.rate)
  }

  /// One flow a day: a cost that is paid out of the same day's rent is not money put in.
  private static func netted(_ flows: [DatedFlow]) -> [DatedFlow] {
    var sums: [CalendarDate: Double] = [:]
    for flow in flows { sums[flow.date, default: 0] += flow.amount }
    return sums.sorted { $0.key < $1.key }.map { DatedFlow(date: $0.key, amount: $0.value) }
  }

  private static func rateOfReturn(
    of flows: [DatedFlow]
  ) -> Result<RateOfReturn, ValuationProblem> {
    do throws(ValuationProblem) {
      return .success(try internalRateOfReturn(of: flows))
    } catch {
      return .failure(error)
    }
  }

  /// The flows in minor units by charge, each charge's in the order of deals, halls and months.
  private static func flows(
    of deals: [DealCashFlows]
  ) -> [(charge: Charge, flows: [DatedFlow])] {
    var byCharge: [Charge: [DatedFlow]] = [:]
    let always = CalendarDate.earliest..<CalendarDate.latest
    for deal in deals {
      deal.forEachAmount(in: always, by: .cash) { amount in
        byCharge[amount.charge, default: []].append(
          DatedFlow(
            date: amount.due, amount: Double(amount.minorUnits), accrualMonth: amount.month))
      }
    }
    return Charge.allCases.compactMap { charge in byCharge[charge].map { (charge, $0) } }
  }
}

/// A present value as minor units, rounded half to even: where `Double` ends.
func postedValue(_ amount: Double) -> Int64 {
  Int64(amount.rounded(.toNearestOrEven))
}
