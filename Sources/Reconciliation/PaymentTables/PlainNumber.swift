import FinanceBasics

/// The number with the fewest digits in a range, or the nearest to its middle with some digits.
///
/// - Parameter places: The most digits after the point, from 0 to 12.
func plainNumber(in range: ClosedRange<Double>, places most: Int) -> ExactDecimal {
  let middle = (range.lowerBound + range.upperBound) / 2
  var power = 1.0
  for places in 0...most {
    let digits = (middle * power).rounded()
    if range.contains(digits / power) || places == most {
      return ExactDecimal(digits: Int128(digits), fractionDigits: places).normalized
    }
    power *= 10
  }
  return .zero
}
