public import FinanceBasics

/// The yield of a bond that is worth its face value.
public struct ParYield: Hashable, Sendable {
  /// From the curve's date to the maturity.
  public let tenor: Tenor
  /// A year, as a fraction, compounded twice a year: the bond-equivalent yield.
  public let rate: Double

  /// A par yield for a maturity in months, at least one.
  public init(months: Int, rate: Double) {
    precondition(months >= 1, "a maturity of at least one month")
    self.init(tenor: .months(months), rate: rate)
  }

  /// A par yield for a maturity; one of no time at all makes no curve.
  public init(tenor: Tenor, rate: Double) {
    self.tenor = tenor
    self.rate = rate
  }
}

extension DiscountCurve {
  /// The curve that gives each of some Treasury par yields its face value.
  ///
  /// A maturity of whole half-years is a bond with half a year's coupon every six months, counted
  /// back from its maturity. Any other is a bill with simple interest of months ÷ 12, or of
  /// days ÷ 365. Zero rates are linear between maturities; each is solved for so that the bond is worth its face value.
  ///
  /// - Parameter parYields: By ascending maturity.
  /// - Throws: `CurveProblem`.
  /// Source: US Treasury, "Treasury Par Yield Curve Methodology", on what the yields mean.
  public init(parYields: [ParYield], on date: CalendarDate) throws(CurveProblem) {
    guard !parYields.isEmpty else { throw .noNodes }
    var times: [Double] = []
    var zeros: [Double] = []
    for par in parYields {
      let maturity = par.tenor.added(to: date)
      guard par.rate.isFinite, par.rate > -1 else {
        throw .valueOutOfRange(CurvePoint(maturity, par.rate))
      }
      let years = Double(date.days(until: maturity)) / 365
      guard years > times.last ?? 0 else { throw .notAscending(CurvePoint(maturity, par.rate)) }
      times.append(years)
      switch par.tenor {
      case .months(let months) where months % 6 == 0:
        zeros.append(
          try Self.bondZero(at: par.rate, months: months, on: date, times: times, zeros: zeros))
      case .months(let months):
        zeros.append(logarithmOfOnePlus(par.rate * Double(months) / 12) / years)
      case .days(let days):
        zeros.append(logarithmOfOnePlus(par.rate * Double(days) / 365) / years)
      }
    }
    self.init(date: date, nodes: CurveNodes(.linearZero, times: times, values: zeros))
  }

  /// The continuous zero rate at a bond's maturity at which the bond is worth its face value.
  private static func bondZero(
    at yield: Double, months: Int, on date: CalendarDate, times: [Double], zeros: [Double]
  ) throws(CurveProblem) -> Double {
    let maturity = date.adding(months: months)
    let coupons = (0..<months / 6).map {
      Double(date.days(until: maturity.adding(months: -6 * $0))) / 365
    }
    func excess(_ zero: Double) -> Double {
      let nodes = CurveNodes(.linearZero, times: times, values: zeros + [zero])
      let factors = coupons.map { exponential(nodes.logFactor($0)) }
      return yield / 2 * factors.reduce(0, +) + (factors.first ?? 0) - 1
    }
    // The value falls as the zero rate rises.
    var (low, high) = (-1.0, 2.0)
    guard excess(low) > 0, excess(high) < 0 else { throw .parYieldUnattainable(months: months) }
    for _ in 0..<bisections {
      let middle = low + (high - low) / 2
      if excess(middle) > 0 { low = middle } else { high = middle }
    }
    return low + (high - low) / 2
  }

  /// Three halved this often is below the last digit of a rate.
  private static let bisections = 60
}
