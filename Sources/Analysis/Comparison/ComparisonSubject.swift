import FinanceBasics
public import LeaseModel

/// What stands side by side in a comparison.
public enum ComparisonSubject: String, CaseIterable, Sendable {
  case landlord, tenant, guarantor, site, deal

  /// The id of the subject that a deal belongs to; `nil` where the deal names none.
  ///
  /// A deal with several guarantors belongs to the first.
  public func key(of deal: Deal) -> String? {
    switch self {
    case .landlord: deal.terms.landlord?.value.text
    case .tenant: deal.terms.tenant?.value.text ?? deal.terms.periods.first?.tenant?.value.text
    case .guarantor:
      (deal.terms.creditSupport + deal.terms.periods.flatMap(\.creditSupport))
        .lazy.compactMap { $0.guarantor?.value.text }.first
    case .site: deal.terms.site?.value.text
    case .deal: deal.id.text
    }
  }
}
