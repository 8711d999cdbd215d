import FinanceBasics
import LeaseModel

/// Minor units a month for one unit of capacity at a level of one unit, as a fraction.
struct RentRatio {
  let numerator: UInt128
  let denominator: UInt128

  /// `nil` where a product overflows, here or with a capacity below 2³² and a factor below 2¹⁷.
  fileprivate init?(
    _ amount: ExactDecimal, times factor: UInt128, over divisor: UInt128, _ places: Int
  ) {
    guard amount.digits > 0, amount.digits < 1 << 78, amount.fractionDigits + places <= 30 else {
      return nil
    }
    numerator = UInt128(amount.digits) * factor
    let (product, isOverflow) = divisor.multipliedReportingOverflow(
      by: powerOfTen(amount.fractionDigits + places))
    guard !isOverflow, product > 0 else { return nil }
    denominator = product
  }
}

extension Lease {
  /// The ratio of the lease's only rent.
  ///
  /// - Parameters:
  ///   - megawatts: Of all halls, in units of so many decimal places.
  ///   - megawattMonths: The same, each times its hall's sum of levels.
  func rentRatio(megawatts: UInt128, megawattMonths: UInt128, places: Int) -> RentRatio? {
    // A level of 1 is 2⁶⁰ units.
    let one = UInt128(1) << 60
    switch periods[0].rent {
    case .contractValue(let value):
      return RentRatio(value, times: 100, over: megawattMonths, 0)
    case .rate(.perKilowattMonth(let rate)):
      return RentRatio(rate, times: 100_000, over: one, places)
    case .rate(.perMegawattYear(let rate)):
      return RentRatio(rate, times: 25, over: 3 * one, places)
    case .rate(.perMonth(let rate)): return RentRatio(rate, times: 100, over: megawatts * one, 0)
    case .rate(.perYear(let rate)): return RentRatio(rate, times: 25, over: 3 * megawatts * one, 0)
    case .steps: return nil
    }
  }
}
