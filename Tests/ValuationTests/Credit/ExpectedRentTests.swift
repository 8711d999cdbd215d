import FinanceBasics
import Testing
import Valuation

/// Two or three rents, a year apart, by formulas written out.
@Suite("Expected rent")
struct ExpectedRentTests {
  /// Rents of 100 due 1, 2 and 3 years of 365 days after the valuation date, discounted at 5 %.
  private static let date = day("2026-01-01")

  private static func rents(
    covered: Double = 0, relet: Double = 0, count: Int = 3
  ) -> [SupportedRent] {
    (1...count).map { year in
      SupportedRent(
        date: date.adding(days: 365 * year), amount: 100, covered: covered, relet: relet,
        discountFactor: power(1.05, -Double(year)))
    }
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var result = 1.0
    for _ in 0..<Int(abs(exponent)) { result *= base }
    return exponent < 0 ? 1 / result : result
  }

  /// 100 ÷ 1.05 + 100 ÷ 1.05² + 100 ÷ 1.05³.
  private static let certain = 100 / 1.05 + 100 / (1.05 * 1.05) + 100 / (1.05 * 1.05 * 1.05)
  /// A few units in the last place of sums near 300.
  private static let tolerance = 1e-12 * 300

  private func value(
    _ rents: [SupportedRent], _ terms: CreditTerms
  ) throws(CreditProblem) -> ExpectedRent {
    try ExpectedRent(of: rents, on: Self.date, terms: terms)
  }

  @Test("without any chance of default rents have their certain value")
  func noDefault() throws {
    let found = try value(Self.rents(), CreditTerms(tenant: .none))
    #expect(abs(found.certain - Self.certain) < Self.tolerance)
    #expect(found.guaranteed == found.certain)
    #expect(found.unguaranteed == found.certain)
    #expect(found.guaranteeRate == nil)
  }

  @Test("a tenant that defaults at once, with nothing recovered or re-let, pays nothing")
  func immediateDefault() throws {
    let found = try value(Self.rents(), CreditTerms(tenant: .immediate))
    #expect(found.guaranteed == 0)
    #expect(abs(found.expectedLoss - Self.certain) < Self.tolerance)
  }

  @Test("a rent on the valuation date is certain")
  func rentOnTheDate() throws {
    let today = SupportedRent(date: Self.date, amount: 100, discountFactor: 1)
    let found = try value([today], CreditTerms(tenant: .immediate))
    #expect(found.guaranteed == 100)
  }

  @Test("a constant intensity and no recovery discount each rent by the chance to live")
  func constantIntensity() throws {
    // e^−0.1 a year: 100 Σ (e^−0.1 ÷ 1.05)ⁿ.
    let survival = 0.904837418035959573
    let found = try value(
      Self.rents(), CreditTerms(tenant: try DefaultIntensity(constant: 0.1)))
    let step = survival / 1.05
    let expected = 100 * (step + step * step + step * step * step)
    #expect(abs(found.guaranteed - expected) < Self.tolerance)
  }

  @Test("a perfect guarantor of the whole rent gives the certain value")
  func perfectGuarantor() throws {
    let found = try value(
      Self.rents(covered: 100),
      CreditTerms(tenant: try DefaultIntensity(constant: 0.3), guarantor: DefaultIntensity.none))
    #expect(abs(found.guaranteed - Self.certain) < Self.tolerance)
    #expect(abs((found.guaranteeRate ?? 0) - found.guaranteeValue / Self.certain) < 1e-15)
  }

  @Test("a guarantor that defaults at once is worth nothing")
  func worthlessGuarantor() throws {
    let tenant = try DefaultIntensity(constant: 0.3)
    let found = try value(
      Self.rents(covered: 100, relet: 60),
      CreditTerms(tenant: tenant, guarantor: .immediate, recovery: 0.4, downtimeYears: 1))
    #expect(abs(found.guaranteeValue) < Self.tolerance)
  }

  @Test("after the downtime another tenant pays, and until then a share is recovered")
  func vacancy() throws {
    // Default before the first rent is certain: 40 % of it is recovered; the downtime of a year is
    // over when the second rent is due, which another tenant pays with 60, as the third.
    let found = try value(
      Self.rents(relet: 60), CreditTerms(tenant: .immediate, recovery: 0.4, downtimeYears: 1))
    let expected = 40 / 1.05 + 60 / (1.05 * 1.05) + 60 / (1.05 * 1.05 * 1.05)
    #expect(abs(found.unguaranteed - expected) < Self.tolerance)
  }

  @Test("a cap pays one rent and a half, and the space is vacant from the second on")
  func cap() throws {
    // At once the tenant defaults; the guarantor is perfect with a cap of 150: 100, then 50 of the
    // second rent, of the rest of which 40 % is recovered: 50 + 0.4 × 50 = 70. Vacant from the
    // second on with a year's downtime: the third is re-let for 60.
    let found = try value(
      Self.rents(covered: 100, relet: 60),
      CreditTerms(
        tenant: .immediate, guarantor: DefaultIntensity.none, recovery: 0.4, downtimeYears: 1,
        guaranteeCap: 150))
    let expected = 100 / 1.05 + 70 / (1.05 * 1.05) + 60 / (1.05 * 1.05 * 1.05)
    #expect(abs(found.guaranteed - expected) < Self.tolerance)
    // Covered for certain: 100 in the first year and 50 in the second.
    #expect(abs(found.covered - (100 / 1.05 + 50 / (1.05 * 1.05))) < Self.tolerance)
  }

  @Test("a guarantee that ends leaves the later rents to the market")
  func end() throws {
    let found = try value(
      Self.rents(covered: 100, relet: 60),
      CreditTerms(
        tenant: .immediate, guarantor: DefaultIntensity.none, recovery: 0.4, downtimeYears: 1,
        guaranteedThrough: Self.date.adding(days: 365)))
    // The first is paid, the second is vacant (40 %), the third is re-let.
    let expected = 100 / 1.05 + 40 / (1.05 * 1.05) + 60 / (1.05 * 1.05 * 1.05)
    #expect(abs(found.guaranteed - expected) < Self.tolerance)
  }

  @Test("a guarantor that may die pays while it lives, and the space is vacant after it")
  func mortalGuarantor() throws {
    // Two rents, the tenant defaults at once, g = e^−0.2 a year, nothing recovered, no downtime and
    // 60 from another: rent 1: g × 100 + (1 − g) × 60; rent 2: g² × 100 + (1 − g²) × 60.
    let alive = 0.818730753077981859
    let found = try value(
      Self.rents(covered: 100, relet: 60, count: 2),
      CreditTerms(tenant: .immediate, guarantor: try DefaultIntensity(constant: 0.2)))
    let first = alive * 100 + (1 - alive) * 60
    let second = alive * alive * 100 + (1 - alive * alive) * 60
    #expect(abs(found.guaranteed - (first / 1.05 + second / (1.05 * 1.05))) < Self.tolerance)
  }

  @Test("a partly covered rent loses what nobody covers but for what is recovered")
  func partialCover() throws {
    let found = try value(
      Self.rents(covered: 80),
      CreditTerms(tenant: .immediate, guarantor: DefaultIntensity.none, recovery: 0.5))
    // 80 + 0.5 × 20 = 90 of each 100.
    #expect(abs(found.guaranteed - 0.9 * Self.certain) < Self.tolerance)
  }

  @Test("bad rents and terms are refused")
  func badInput() {
    #expect(throws: CreditProblem.rentsUnordered) {
      try value(Self.rents().reversed(), CreditTerms(tenant: .none))
    }
    #expect(throws: CreditProblem.rentOutOfRange(position: 1)) {
      try value(Self.rents(covered: 101), CreditTerms(tenant: .none))
    }
    #expect(throws: CreditProblem.termsOutOfRange("recovery")) {
      try value(Self.rents(), CreditTerms(tenant: .none, recovery: .nan))
    }
    #expect(throws: CreditProblem.self) { try DefaultIntensity(constant: -0.1) }
    #expect(throws: CreditProblem.self) { try DefaultIntensity(constant: .nan) }
  }
}
