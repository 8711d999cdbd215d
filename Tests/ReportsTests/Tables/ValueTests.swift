import FinanceBasics
import Testing

@testable import Reports

@Suite("Values of a table")
struct ValueTests {
  @Test(
    "a computed number keeps 12 digits after the point, half to even, and no zeros at its end",
    arguments: [
      (0.1, "0.1"), (-0.0, "0"), (128.0, "128"), (1_234_567.89, "1234567.89"),
      (1e-5, "0.00001"), (1.5e20, "150000000000000000000"),
      (5e-13, "0"),  // half of the last digit kept goes to the even 0
      (1.5e-12, "0.000000000002"),  // and to the even 2
      (Double.leastNonzeroMagnitude, "0"), (-0.7688954707, "-0.7688954707"),
    ])
  func doubles(number: Double, text: String) {
    #expect(Value.decimal(number).plainText == text)
  }

  @Test("a precise real and an exact decimal keep their digits")
  func exactNumbers() {
    #expect(Value.decimal(PreciseReal(1, over: 3)).plainText == "0.333333333333")
    #expect(Value.percent(PreciseReal(3, over: 100)).plainText == "0.03")
    #expect(Value.decimal(ExactDecimal("7.00") ?? .zero).plainText == "7.00")
  }

  @Test("a blank is empty for people, and null or empty for programs")
  func blanks() {
    #expect(Value.blank.plainText == "")
    #expect(Value.blank.json == .null)
    #expect(Value.blank.isBlank)
    #expect(!Value.amount(0).isBlank)
  }
}
