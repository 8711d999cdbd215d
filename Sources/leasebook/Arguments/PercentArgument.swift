import ArgumentParser
import FinanceBasics

/// A rate written with its unit: `8%` or `7.25 %`. A bare `8` or `0.08` is refused as ambiguous.
struct PercentArgument: ExpressibleByArgument {
  /// Above −1 and at most 100.
  let fraction: Double

  init?(argument: String) {
    guard argument.hasSuffix("%") else { return nil }
    let number = argument.dropLast().filter { $0 != " " }
    guard let percent = ExactDecimal(String(number)) else { return nil }
    let fraction = percent.real.divided(by: PreciseReal(integer: 100)).doubleValue
    guard fraction > -1, fraction <= 100 else { return nil }
    self.fraction = fraction
  }
}
