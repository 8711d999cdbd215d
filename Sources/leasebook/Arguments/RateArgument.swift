import ArgumentParser
import FinanceBasics

/// Reads a rate with its unit, `8%` or `7.25 %`, as a fraction above −1 and at most 100.
///
/// - Throws: `ValidationError` for a bare `8` or `0.08`, which may mean either, and for what is no
///   rate.
func readRate(_ text: String) throws -> Double {
  let form = "write it with its unit, such as 8%"
  guard text.hasSuffix("%") else {
    throw ValidationError(
      "'\(text)' does not say whether it is a percentage or a fraction; \(form)")
  }
  let number = text.dropLast().filter { $0 != " " }
  guard let percent = ExactDecimal(String(number)) else {
    throw ValidationError("'\(text)' is no rate; \(form)")
  }
  let fraction = percent.real.divided(by: PreciseReal(integer: 100)).doubleValue
  guard fraction > -1, fraction <= 100 else {
    throw ValidationError("'\(text)' is beyond the rates above -100% and up to 10000%")
  }
  return fraction
}
