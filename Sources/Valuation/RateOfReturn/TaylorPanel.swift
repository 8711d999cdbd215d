/// The Taylor series of an exponential sum on an interval, with a bound on all that it leaves out.
///
/// The variable τ runs from −1 to 1 over the interval. In the Bernstein basis the coefficients of
/// a polynomial enclose its values, so that coefficients of one sign prove that there is no zero.
///
/// Source: R. Farouki, "The Bernstein polynomial basis: a centennial retrospective" (2012), §4.
struct TaylorPanel {
  /// The highest derivative that is asked for its sign; roots of higher multiplicity are refused.
  static let highestOrder = 6
  private static let degree = 23
  /// The half width × offset up to which the series is used for a term.
  private static let reach = 8.0
  private static let roundingUnits = 8.0

  /// The coefficients of τ⁰ … τ^degree.
  private var coefficients = [Double](repeating: 0, count: degree + 1)
  /// The same of the amounts' absolute values; the last one bounds the rest of the series.
  private var magnitudes = [Double](repeating: 0, count: degree + 2)
  /// A bound on the terms for which the series is not used, in any derivative.
  private var neglected = 0.0

  init(of sum: ExponentialSum, on interval: ClosedRange<Double>) {
    let middle = (interval.lowerBound + interval.upperBound) / 2
    let halfWidth = (interval.upperBound - interval.lowerBound) / 2
    for index in sum.amounts.indices {
      let offset = sum.offsets[index]
      let step = halfWidth * offset
      guard step <= Self.reach else {
        let atLeft = abs(sum.amounts[index]) * exponential(-interval.lowerBound * offset)
        neglected += atLeft * power(step, Double(Self.highestOrder))
        continue
      }
      add(sum.amounts[index] * exponential(-middle * offset), step: step, units: middle * offset)
    }
  }

  private mutating func add(_ amount: Double, step: Double, units: Double) {
    var term = amount
    var magnitude = abs(amount) * (1 + abs(units))
    for order in 0...Self.degree {
      coefficients[order] += term
      magnitudes[order] += magnitude
      term *= -step / Double(order + 1)
      magnitude *= step / Double(order + 1)
    }
    magnitudes[Self.degree + 1] += magnitude
  }

  /// Whether a derivative is certain to have no zero on the whole interval.
  func isCertainlyNonzero(order: Int) -> Bool {
    var polynomial = [Double](repeating: 0, count: Self.degree + 1)
    var error = neglected
    for index in order...Self.degree {
      let factor = Self.fallingFactorial(index, order)
      polynomial[index - order] = coefficients[index] * factor
      error += magnitudes[index] * factor * Self.roundingUnits * .ulpOfOne
    }
    error += magnitudes[Self.degree + 1] * Self.restFactor(order)
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for row in 0...Self.degree {
      var coefficient = 0.0
      for column in 0...(Self.degree - order) {
        coefficient += polynomial[column] * Self.bernstein[row * (Self.degree + 1) + column]
      }
      lowest = min(lowest, coefficient)
      highest = max(highest, coefficient)
    }
    return lowest > error || highest < -error
  }

  /// n (n − 1) … of a number of factors.
  private static func fallingFactorial(_ n: Int, _ count: Int) -> Double {
    (0..<count).reduce(1) { $0 * Double(n - $1) }
  }

  /// By how much the rest of a derivative's series exceeds its first term, summed as geometric.
  private static func restFactor(_ order: Int) -> Double {
    fallingFactorial(degree + 1, order) / (1 - reach / Double(degree + 2 - order))
  }

  /// Row i, column k: the i-th Bernstein coefficient of τᵏ on [−1, 1]; none exceeds 1.
  ///
  /// It is the coefficient of xᵏ in (1 + x)ⁱ (1 − x)^(degree − i), ÷ the binomial of degree and k.
  private static let bernstein: [Double] = (0...degree).flatMap { row in
    var expansion = [1.0]
    for factor in 0..<degree {
      let sign = factor < row ? 1.0 : -1.0
      expansion = (0...(expansion.count)).map { power in
        (power < expansion.count ? expansion[power] : 0)
          + (power > 0 ? sign * expansion[power - 1] : 0)
      }
    }
    var binomial = 1.0
    return expansion.enumerated().map { power, coefficient in
      defer { binomial *= Double(degree - power) / Double(power + 1) }
      return coefficient / binomial
    }
  }
}
