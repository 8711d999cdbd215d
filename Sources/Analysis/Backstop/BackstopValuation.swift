import FinanceBasics
public import LeaseModel
import Valuation

/// What guarantees of base rents are worth, deal by deal and summed.
///
/// Every deal stands by itself: its tenant and its guarantor default independently of each other,
/// and what is expected of several deals is the sum of what is expected of each.
public struct BackstopValuation: Sendable {
  /// The date, and how certain rents are discounted.
  public let basis: ValuationBasis
  /// What is taken of tenants, guarantors and vacant space.
  public let terms: BackstopTerms
  /// In the order asked for, without those that have no guarantor; at least one.
  public let deals: [DealBackstop]
  /// The sums of what is posted for each deal.
  public let total: BackstopFigures
  /// Deals that are left out, as none of their terms states a guarantor.
  public let unguaranteed: [DealID]

  /// Values the base rents of the base terms due on or after the valuation date.
  ///
  /// - Parameter leavesOut: Whether deals without a guarantor are left out rather than refused.
  /// - Throws: `backstop.no-guarantor` of a deal that has none, or where none of several has one;
  ///   `backstop.currency-differs`, `backstop.several-landlords`, `valuation.beyond-range`;
  ///   `book.currencies-mixed`; a `ValuationProblem` of the rate.
  public init(
    of deals: [DealCashFlows], basis: ValuationBasis, terms: BackstopTerms, leavesOut: Bool = false
  ) throws {
    let currency = try commonCurrency(of: deals)
    if let price = terms.sharePrice, price.unit.currency != currency {
      throw BackstopProblem.currencyDiffers(price.text, of: currency.code)
    }
    var found: [DealBackstop] = []
    var issuers: [PartyID] = []
    var missing: [DealID] = []
    for deal in deals {
      if let backstop = try DealBackstop(of: deal, terms, basis: basis) {
        found.append(backstop)
        let issuer = deal.analysed.deal.terms.landlord?.value
        if let issuer, !backstop.warrants.isEmpty, !issuers.contains(issuer) {
          issuers.append(issuer)
        }
      } else {
        missing.append(deal.analysed.deal.id)
      }
    }
    guard missing.isEmpty || (leavesOut && !found.isEmpty) else {
      throw BackstopProblem.noGuarantor(missing)
    }
    guard issuers.count <= 1 || terms.sharePrice == nil else {
      throw BackstopProblem.severalLandlords(issuers)
    }
    self.basis = basis
    self.terms = terms
    self.deals = found
    total = BackstopFigures(summing: found.map(\.figures))
    unguaranteed = missing
  }
}
