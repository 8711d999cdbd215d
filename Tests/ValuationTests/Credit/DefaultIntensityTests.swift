import Testing
import Valuation

@Suite("Default intensity")
struct DefaultIntensityTests {
  @Test("a termed intensity adds up stretch by stretch")
  func termed() throws {
    let intensity = try DefaultIntensity(steps: [
      DefaultIntensity.Step(fromYears: 0, rate: 0.01),
      DefaultIntensity.Step(fromYears: 3, rate: 0.05),
    ])
    // Five years: 3 × 0.01 + 2 × 0.05 = 0.13; e^−0.13 = 0.878095430920561.
    #expect(abs(intensity.survival(afterYears: 5) - 0.878095430920561) < 1e-15)
    // Three years: e^−0.03 = 0.970445533548508.
    #expect(abs(intensity.survival(afterYears: 3) - 0.970445533548508) < 1e-15)
  }

  @Test("on the valuation date everybody lives")
  func atOnce() {
    #expect(DefaultIntensity.immediate.survival(afterYears: 0) == 1)
    #expect(DefaultIntensity.immediate.survival(afterYears: 1.0 / 365) == 0)
    #expect(DefaultIntensity.none.survival(afterYears: 1000) == 1)
  }

  @Test("steps must ascend from zero")
  func unordered() {
    #expect(throws: CreditProblem.intensityUnordered) {
      try DefaultIntensity(steps: [DefaultIntensity.Step(fromYears: 1, rate: 0.01)])
    }
    #expect(throws: CreditProblem.intensityUnordered) { try DefaultIntensity(steps: []) }
  }
}
