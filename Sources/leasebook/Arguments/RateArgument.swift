import ArgumentParser
import FinanceBasics

/// Reads a rate with its unit, `8%` or `7.25 %`, as a fraction above −1 and at most 100.
///
/// - Throws: `ValidationError` for a bare `8` or `0.08`, which may mean either, and for what is no
///   rate.
func readRate(_ text: String) throws -> Double {
  let fraction = try readPercentage(text, example: "8%")
  guard fraction > -1, fraction <= 100 else {
    throw ValidationError("'\(text)' is beyond the rates above -100% and up to 10000%")
  }
  return fraction
}

/// Reads what is added to a rate, `150bp` or `1.5%`, as a fraction from −1 to 1.
///
/// - Throws: `ValidationError` for a number without its unit, and for what is no spread.
func readSpread(_ text: String) throws -> Double {
  let fraction: Double
  if text.hasSuffix("bp") {
    let number = text.dropLast(2).filter { $0 != " " }
    guard let points = ExactDecimal(String(number)) else {
      throw ValidationError("'\(text)' is no spread; write it such as 150bp or 1.5%")
    }
    fraction = points.real.divided(by: PreciseReal(integer: 10_000)).doubleValue
  } else {
    fraction = try readPercentage(text, example: "150bp or 1.5%")
  }
  guard fraction.magnitude < 1 else {
    throw ValidationError("'\(text)' is beyond the spreads between -100% and 100%")
  }
  return fraction
}

/// Reads a share or a growth with its unit, `2%`, as a fraction in bounds.
///
/// - Throws: `ValidationError`.
func readFraction(_ bounds: ClosedRange<Double>) -> @Sendable (String) throws -> Double {
  { text in
    let fraction = try readPercentage(text, example: "2%")
    guard bounds.contains(fraction) else {
      let (low, high) = (Int(bounds.lowerBound * 100), Int(bounds.upperBound * 100))
      throw ValidationError("'\(text)' is not from \(low)% to \(high)%")
    }
    return fraction
  }
}

/// Reads a percentage with its sign as a fraction.
private func readPercentage(_ text: String, example: String) throws -> Double {
  let form = "write it with its unit, such as \(example)"
  guard text.hasSuffix("%") else {
    throw ValidationError(
      "'\(text)' does not say whether it is a percentage or a fraction; \(form)")
  }
  let number = text.dropLast().filter { $0 != " " }
  guard let percent = ExactDecimal(String(number)) else {
    throw ValidationError("'\(text)' is no rate; \(form)")
  }
  return percent.real.divided(by: PreciseReal(integer: 100)).doubleValue
}
