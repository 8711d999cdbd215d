extension DiscountCurve {
  /// The curve with a spread added to its zero rates at every time.
  ///
  /// - Parameters:
  ///   - spread: As a fraction: 0.02 for 200 basis points.
  ///   - compounding: How the rates are quoted that it is added to, effective annual by default.
  public func adding(spread: Double, compounding: Compounding = .annual) -> DiscountCurve {
    DiscountCurve(
      date: date, nodes: nodes,
      spreads: self.spreads + [Spread(amount: spread, compounding: compounding)])
  }

  /// The curve with all its continuous zero rates moved alike.
  public func shifted(byBasisPoints basisPoints: Double) -> DiscountCurve {
    adding(spread: basisPoints / 10_000, compounding: .continuous)
  }
}
