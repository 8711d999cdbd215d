public import FinanceBasics

/// What rents are worth when those who owe them may default, and what a guarantee adds.
///
/// The tenant defaults between two due days and from then on pays nothing. The guarantor, if it
/// lives, pays what it covers as it falls due, until its cap is used up or its guarantee ends. The
/// space is vacant from the first rent that nobody pays in full; until the downtime is over a share
/// of each rent is recovered, and after it another tenant pays for certain. With F the rent, C what
/// is covered, M what another pays, D the discount factor, S and G the chances that tenant and
/// guarantor live:
///
///     W(v)  = Σ_{i ≥ v} Dᵢ (tᵢ < t_v + downtime ? recovery × Fᵢ : Mᵢ)        vacant from rent v on
///     V(j)  = Σ_{i = j}^{x−1} Gᵢ Dᵢ (Cᵢ + recovery (Fᵢ − Cᵢ))                the guarantor pays
///           + Σ_{i = j}^{x−1} (Gᵢ₋₁ − Gᵢ) W(i) + Gₓ₋₁ W(x) + Gₓ Dₓ (1 − recovery) rest(x)
///     value = Σ Dᵢ Fᵢ Sᵢ + Σ_j (S_{j−1} − S_j) V(j)
///
/// where x is the first rent from j on that the guarantee does not cover whole (by its cap or its
/// end), rest(x) is what the cap still pays of it, and G_{j−1} stands for 1 (before the default
/// nobody asks). Without a guarantee V(j) = W(j). A rent on the valuation date is certain.
public struct ExpectedRent: Hashable, Sendable {
  /// Of the rents as owed, as if nobody could default.
  public let certain: Double
  /// With defaults, and the guarantee honoured.
  public let guaranteed: Double
  /// With defaults, as if there were no guarantee.
  public let unguaranteed: Double
  /// The certain value of what the guarantor covers, up to its cap from the first rent on.
  public let covered: Double

  /// What the guarantee is worth.
  public var guaranteeValue: Double { guaranteed - unguaranteed }

  /// What is lost to default in spite of the guarantee.
  public var expectedLoss: Double { certain - guaranteed }

  /// The guarantee's worth as a share of the covered rent of every year; `nil` where none is covered.
  ///
  /// 0.01 is 100 basis points a year of covered rent.
  public var guaranteeRate: Double? { covered > 0 ? guaranteeValue / covered : nil }

  /// - Parameters:
  ///   - rents: In the order of their days, none before the valuation date.
  ///   - date: The valuation date.
  /// - Throws: `CreditProblem`.
  /// - Complexity: O(n²) in the number of rents.
  public init(
    of rents: [SupportedRent], on date: CalendarDate, terms: CreditTerms
  ) throws(CreditProblem) {
    try terms.check()
    try Self.check(rents, from: date)
    let model = DefaultModel(rents, on: date, terms: terms)
    certain = compensatedSum(rents) { $0.discountFactor * $0.amount }
    covered = model.coveredValue
    unguaranteed = model.value { model.vacancy[$0] }
    guaranteed = terms.guarantor == nil ? unguaranteed : model.value { model.supported(from: $0) }
  }

  private static func check(
    _ rents: [SupportedRent], from date: CalendarDate
  ) throws(CreditProblem) {
    var last = date
    for (index, rent) in rents.enumerated() {
      guard rent.date >= last else { throw .rentsUnordered }
      last = rent.date
      let parts = [rent.amount, rent.covered, rent.relet, rent.discountFactor]
      guard parts.allSatisfy({ $0 >= 0 && $0.isFinite }), rent.covered <= rent.amount else {
        throw .rentOutOfRange(position: index + 1)
      }
    }
  }
}

extension CreditTerms {
  func check() throws(CreditProblem) {
    guard recovery >= 0, recovery <= 1 else { throw .termsOutOfRange("recovery") }
    guard downtimeYears >= 0, downtimeYears.isFinite else { throw .termsOutOfRange("downtime") }
    if let guaranteeCap {
      guard guaranteeCap >= 0 else { throw .termsOutOfRange("cap of the guarantee") }
    }
  }
}

/// The sum of a part of each rent.
func compensatedSum(_ rents: [SupportedRent], _ part: (SupportedRent) -> Double) -> Double {
  var sum = CompensatedSum()
  for rent in rents { sum.add(part(rent)) }
  return sum.value
}
