import FinanceBasics

extension LeaseDerivations {
  /// The shares of a cost by month along a cumulative normal curve cut at ±3 standard deviations.
  ///
  /// The integral of exp(−x²/2) from 0 to a bound b is the series Σ (−1)ⁿ b²ⁿ⁺¹ ÷ (2ⁿ n! (2n + 1)).
  /// Source: CONVENTIONS §7.
  mutating func curve(_ months: Int) -> [Node] {
    if let known = curves[months] { return known }
    let coefficients = Self.seriesCoefficients
    let levels = (0...months).map { month in
      Self.integral(
        to: Node(
          "bound after \(month) of \(months) months",
          .quotient(
            Node("6 × months − 3 × all", count: 6 * month - 3 * months),
            Node("months of the curve", unit: "months", count: months))), coefficients)
    }
    let whole = Node("the whole curve", .difference(levels[months], levels[0]))
    let shares = (0..<months).map { month in
      Node(
        "share of month \(month + 1) of \(months) by the S-curve",
        .quotient(Node("part of the curve", .difference(levels[month + 1], levels[month])), whole))
    }
    curves[months] = shares
    return shares
  }

  /// 100 terms: at a bound of 3 the last is below 10⁻⁹⁰.
  private static let termCount = 100

  /// (−1)ⁿ ÷ (2ⁿ n! (2n + 1)).
  private static var seriesCoefficients: [Node] {
    var factorial = Node("one", count: 1)
    return (0..<termCount).map { place in
      if place > 0 {
        factorial = Node(
          "(−1)ⁿ ÷ (2ⁿ n!), n = \(place)",
          .quotient(factorial, Node("−2n", count: -2 * place)))
      }
      return Node(
        "coefficient, n = \(place)", .quotient(factorial, Node("2n + 1", count: 2 * place + 1)))
    }
  }

  private static func integral(to bound: Node, _ coefficients: [Node]) -> Node {
    Node(
      "integral of exp(−x²/2) from 0 to the bound",
      .sum(
        coefficients.enumerated().map { place, coefficient in
          Node(
            "term \(place)",
            .product([Node("bound to 2n + 1", .power(bound, 2 * place + 1)), coefficient]))
        }))
  }
}
