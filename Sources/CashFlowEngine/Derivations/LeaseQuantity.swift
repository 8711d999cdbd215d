public import FinanceBasics

/// A stated quantity of a lease that a derived amount rests on.
///
/// Halls, periods, renewals and lines are named by their places in the lease, from 0.
public enum LeaseQuantity: Hashable, Sendable {
  // Size and days.
  case criticalIT(hall: Int)
  case commencement(hall: Int)
  case termEnd(hall: Int)
  case readyForService(hall: Int)
  case guaranteedDelivery(hall: Int)
  case delivered(hall: Int, step: Int)
  case committed(hall: Int, step: Int)
  case proration
  case escalationClock
  case anniversary

  // Rent.
  case ownRate(hall: Int)
  case rate(period: Int)
  case contractValue(period: Int)
  case stepRate(period: Int, step: Int)
  case escalator(EscalatorPart, of: EscalatorPlace)
  case indexValue(series: String, month: YearMonth)
  case abatementLength(hall: Int)
  case abatementShare(hall: Int)
  case lateCredit(rung: Int)
  case lateCreditCap

  // Renewals and endings.
  case renewalLength(Int)
  case renewalProbability(Int)
  case renewalRate(Int)
  case market(MarketPart, renewal: Int)
  case terminationDay
  case terminationFee(row: Int)
  case holdoverShare
  case holdoverLength
  case restorationCost

  // Costs and income.
  case operatingMargin
  case cost(CostPart, line: Int)
  case income(CostPart, line: Int)
  case powerUsageEffectiveness
  case guaranteedPUE
  case loadFactor

  // Capital and funds.
  case capitalCost
  case ownCapitalCost(hall: Int)
  case capitalMonths(hall: Int)
  case capitalDraw(Int)
  case ownCapitalDraw(hall: Int, Int)
  case contingency
  case tenantShare
  case prepayment
  case prepaymentDate
  case deposit
  case depositDate
  case depositStep(Int)
  case depositReturn
}

/// Which escalator of a lease is meant.
public enum EscalatorPlace: Hashable, Sendable {
  case period(Int)
  case renewal(Int)
}

/// A figure of an escalator.
public enum EscalatorPart: Hashable, Sendable {
  case fixed, floor, cap, afterLast
  /// By its place in the table, from 0.
  case multiplier(Int)
}

/// A figure of a market rent.
public enum MarketPart: Hashable, Sendable {
  case share, floor, cap, afterLast
}

/// A figure of a cost line, or of a line of other income.
public enum CostPart: Hashable, Sendable {
  case amount, growth, from, through
  /// By its place in the list, from 0.
  case reduction(Int)
  case recoveryShare, base, baseGrowth, cap, capGrowth, floor, floorGrowth, adminFee
}
