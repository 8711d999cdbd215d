import FinanceBasics
public import LeaseModel

extension DealTerms {
  /// The contract value as stated, or the sum of all periods' where each states one, in minor units.
  public var statedContractValue: Int64? {
    if let whole = rent.contractValue { return whole.published.minorUnits }
    guard !periods.isEmpty else { return nil }
    var sum: Int64 = 0
    for period in periods {
      guard let part = period.rent.contractValue?.published.minorUnits else { return nil }
      sum += part
    }
    return sum
  }
}
