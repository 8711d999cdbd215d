/// How often a stated rate is added to what it is earned on.
///
/// A nominal rate is never taken for an effective one: 12 % monthly is 12.68 % annual.
///
///     try Compounding.monthly.rate(0.12, as: .annual)  // 0.126825
public enum Compounding: String, CaseIterable, Sendable {
  /// Never: a unit grows to 1 + rate × years.
  case simple
  /// Once a year: the rate is effective annual.
  case annual
  /// Twice a year, as bond yields are quoted.
  case semiannual
  /// Four times a year.
  case quarterly
  /// Twelve times a year.
  case monthly
  /// At every moment: a unit grows to e^(rate × years).
  case continuous

  /// How often a year it is compounded, or `nil` where that is never or always.
  public var periodsPerYear: Double? {
    switch self {
    case .annual: 1
    case .semiannual: 2
    case .quarterly: 4
    case .monthly: 12
    case .simple, .continuous: nil
    }
  }

  /// The logarithm of the discount factor of a rate over some years.
  func logDiscountFactor(_ rate: Double, years: Double) throws(ValuationProblem) -> Double {
    guard rate.isFinite else { throw .rateTooLow(rate, self) }
    switch self {
    case .continuous: return -rate * years
    case .simple:
      guard rate * years > -1 else { throw .rateTooLow(rate, self) }
      return -logarithmOfOnePlus(rate * years)
    case .annual, .semiannual, .quarterly, .monthly:
      let periods = periodsPerYear ?? 1
      guard rate > -periods else { throw .rateTooLow(rate, self) }
      return -logarithmOfOnePlus(rate / periods) * periods * years
    }
  }

  /// What a unit after some years is worth now.
  ///
  /// - Parameters:
  ///   - rate: As a fraction a year, compounded as this says.
  ///   - years: Zero or more.
  /// - Throws: `rateTooLow` where a period's growth is not above zero.
  public func discountFactor(_ rate: Double, years: Double) throws(ValuationProblem) -> Double {
    exponential(try logDiscountFactor(rate, years: years))
  }

  /// The rate whose discount factor over some years has a logarithm.
  func rate(logDiscountFactor: Double, years: Double) -> Double {
    switch self {
    case .continuous: return -logDiscountFactor / years
    case .simple: return exponentialMinusOne(-logDiscountFactor) / years
    case .annual, .semiannual, .quarterly, .monthly:
      let periods = periodsPerYear ?? 1
      return exponentialMinusOne(-logDiscountFactor / (periods * years)) * periods
    }
  }

  /// The rate at which a unit after some years is worth a factor now.
  ///
  /// - Parameters:
  ///   - discountFactor: Above zero.
  ///   - years: Above zero.
  public func rate(discountFactor: Double, years: Double) -> Double {
    rate(logDiscountFactor: logarithm(discountFactor), years: years)
  }

  /// The rate under another compounding that is worth the same over some years.
  ///
  /// - Parameter years: Above zero; only simple rates depend on it.
  /// - Throws: `rateTooLow`.
  public func rate(
    _ rate: Double, as other: Compounding, over years: Double = 1
  ) throws(ValuationProblem) -> Double {
    other.rate(logDiscountFactor: try logDiscountFactor(rate, years: years), years: years)
  }
}
