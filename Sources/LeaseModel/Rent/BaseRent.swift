public import FinanceBasics

/// Base rent as the lease states it: a rate, a table of steps, or the value of the contract.
public enum BaseRent: Hashable, Sendable {
  case rate(RentRate)
  /// The sum of base rent over the period, in currency units, from which the rate is solved.
  case contractValue(ExactDecimal)
  /// In the order of their beginnings; the first from the period's first day on.
  case steps([RentStep])
}

/// A rate of rent before escalation, in currency units.
public enum RentRate: Hashable, Sendable {
  /// Per kilowatt of critical IT and month.
  case perKilowattMonth(ExactDecimal)
  /// Per megawatt of critical IT and year; a twelfth of it a month.
  case perMegawattYear(ExactDecimal)
  /// Of the whole lease a year, shared by the halls by megawatt.
  case perYear(ExactDecimal)
  /// Of the whole lease a month, shared by the halls by megawatt.
  case perMonth(ExactDecimal)

  /// The rent of one megawatt of critical IT a month.
  ///
  /// - Parameter criticalIT: Of the whole lease, in megawatts.
  public func perMegawattMonth(ofLeaseWith criticalIT: ExactDecimal) -> PreciseReal {
    switch self {
    case .perKilowattMonth(let rate): rate.real.times(1000)
    case .perMegawattYear(let rate): rate.real.divided(by: PreciseReal(integer: 12))
    case .perYear(let rate):
      rate.real.divided(by: PreciseReal(integer: 12)).divided(by: criticalIT.real)
    case .perMonth(let rate): rate.real.divided(by: criticalIT.real)
    }
  }
}

/// A rate from a day or a lease year on, until the next step.
public struct RentStep: Hashable, Sendable {
  /// From when a step holds.
  public enum Start: Hashable, Sendable {
    case date(CalendarDate)
    /// From 1, by the escalation clock.
    case leaseYear(Int)
  }

  /// From when the rate holds.
  public let start: Start
  /// Before escalation.
  public let rate: RentRate

  /// A step with its rate.
  public init(from start: Start, rate: RentRate) {
    self.start = start
    self.rate = rate
  }
}
