public import FinanceBasics
import LeaseModel

extension AnalysedDeal {
  /// The currency of the deal's money: that of its lease, else of the first figure that states one.
  public var currency: Currency? {
    if let resolved { return resolved.lease.currency }
    let terms = deal.terms
    let figures = [terms.rent.contractValue, terms.rent.rate, terms.capitalCost]
    let announced = deal.announcedFigures.map(\.figure)
    return figures.compactMap { $0?.value.unit.currency }.first
      ?? announced.compactMap(\.unit.currency).first
  }
}
