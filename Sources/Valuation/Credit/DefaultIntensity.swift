/// How likely a party is to default at each moment, given that it has not: a hazard rate a year.
///
/// The chance to live for t years is e^(−∫₀ᵗ λ). An intensity may be infinite, which is default at
/// once, right after the valuation date.
///
///     DefaultIntensity(constant: 0.02).survival(afterYears: 5)  // e^−0.1 = 0.904837
///
/// Source: D. Lando, "On Cox Processes and Credit Risky Securities" (1998), with λ a step function.
public struct DefaultIntensity: Hashable, Sendable {
  /// A rate from a time on, until the next step.
  public struct Step: Hashable, Sendable {
    /// In years from the valuation date.
    public let fromYears: Double
    /// A year, zero or more; may be infinite.
    public let rate: Double

    /// Takes the parts as given.
    public init(fromYears: Double, rate: Double) {
      self.fromYears = fromYears
      self.rate = rate
    }
  }

  /// In the order of their times, the first from 0; at least one.
  public let steps: [Step]

  /// One rate for ever.
  ///
  /// - Parameter rate: A year, zero or more; may be infinite.
  /// - Throws: `CreditProblem.intensityOutOfRange`.
  public init(constant rate: Double) throws(CreditProblem) {
    try self.init(steps: [Step(fromYears: 0, rate: rate)])
  }

  /// A rate for each stretch of time.
  ///
  /// - Parameter steps: Times ascending, the first 0.
  /// - Throws: `CreditProblem.intensityOutOfRange` or `intensityUnordered`.
  public init(steps: [Step]) throws(CreditProblem) {
    guard steps.first?.fromYears == 0,
      zip(steps, steps.dropFirst()).allSatisfy({ $0.fromYears < $1.fromYears })
    else { throw .intensityUnordered }
    for step in steps where !(step.rate >= 0) { throw .intensityOutOfRange(step.rate) }
    self.steps = steps
  }

  /// A party that cannot default.
  public static let none = DefaultIntensity(known: [Step(fromYears: 0, rate: 0)])
  /// A party that defaults right after the valuation date.
  public static let immediate = DefaultIntensity(known: [Step(fromYears: 0, rate: .infinity)])

  private init(known steps: [Step]) {
    self.steps = steps
  }

  /// The chance that the party has not defaulted after some years; 1 at 0 years and before.
  public func survival(afterYears years: Double) -> Double {
    guard years > 0 else { return 1 }
    var hazard = 0.0
    for (index, step) in steps.enumerated() where step.fromYears < years {
      let end = index + 1 < steps.count ? min(steps[index + 1].fromYears, years) : years
      // A rate of zero adds nothing, and so the product with an infinite time never arises.
      if step.rate > 0 { hazard += step.rate * (end - step.fromYears) }
    }
    return exponential(-hazard)
  }
}
