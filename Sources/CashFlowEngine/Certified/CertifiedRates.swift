import FinanceBasics
import LeaseModel

/// Where the rate of a stretch comes from.
enum RateSource: Hashable {
  /// The rent of a period: a rate, or one that is solved; a hall's own rate goes before it.
  case period(Int)
  /// A step of a period's table.
  case step(period: Int, place: Int)
  /// The stated rate of a renewal.
  case renewal(Int)
}

/// A rate of rent, with the weight of the renewal that it is for.
struct WeightedRate: Hashable {
  let source: RateSource
  /// The place of the renewal whose weight the rate has; `nil` of the base term.
  let renewal: Int?
}

extension CertifiedReal {
  /// Minor units a month for one unit of capacity.
  ///
  /// - Parameter capacity: Of all that an amount for the whole lease is shared by.
  init?(_ rate: RentRate, capacity: UInt64, places: Int) {
    switch rate {
    case .perKilowattMonth(let amount): self.init(amount, times: 100_000, over: 1, places)
    case .perMegawattYear(let amount): self.init(amount, times: 25, over: 3, places)
    case .perYear(let amount):
      self.init(amount, times: 25, over: 3 * UInt128(capacity), 0)
    case .perMonth(let amount): self.init(amount, times: 100, over: UInt128(capacity), 0)
    }
  }

  /// An amount, multiplied and divided; `nil` below zero or where a product overflows.
  init?(_ amount: ExactDecimal, times factor: UInt128, over divisor: UInt128, _ places: Int) {
    guard amount.digits >= 0, amount.digits < 1 << 78, amount.fractionDigits + places <= 30 else {
      return nil
    }
    let (product, isOverflow) = divisor.multipliedReportingOverflow(
      by: powerOfTen(amount.fractionDigits + places))
    guard !isOverflow, product > 0 else { return nil }
    self.init(UInt128(amount.digits) * factor, over: product)
  }
}
