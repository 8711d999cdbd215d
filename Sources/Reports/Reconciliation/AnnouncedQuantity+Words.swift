import Reconciliation

extension AnnouncedQuantity.Kind {
  /// What the figure is of, at the beginning of a line.
  var words: String {
    switch self {
    case .contractValue: "Contract value"
    case .contractValueWithRenewals: "Contract value with renewals"
    case .firstYearRevenue: "First-year revenue"
    case .annualisedRevenue: "Annualised revenue"
    case .averageAnnualRevenue: "Average revenue a year"
    case .cumulativeNOI: "NOI over the term"
    case .averageAnnualNOI: "Average NOI a year"
    case .noiMargin: "NOI margin"
    case .rate: "First-year rent"
    case .capitalCost: "Capital cost"
    case .capitalCostPerMegawatt: "Capital cost per MW"
    case .yieldOnCost: "Yield on cost"
    case .debt: "Debt"
    case .loanToCost: "Loan to cost"
    case .guaranteeAmount: "Guarantee"
    case .criticalIT: "Critical IT"
    case .gross: "Gross power"
    case .utility: "Utility power"
    case .term: "Term"
    case .firstDelivery: "First delivery"
    case .lastDelivery: "Last delivery"
    }
  }

  /// The name for programs, in snake case.
  var key: String { snakeCase(rawValue) }
}

/// A name of several words run together, with underscores between: `averageAnnualNOI` becomes
/// `average_annual_noi`.
func snakeCase(_ name: String) -> String {
  var words: [String] = []
  for character in name {
    let follows = words.last?.last.map { $0.isUppercase || $0.isNumber } ?? false
    if character.isUppercase, !follows || words.isEmpty {
      words.append(String(character))
    } else if words.isEmpty {
      words = [String(character)]
    } else {
      words[words.count - 1].append(character)
    }
  }
  return words.map { $0.lowercased() }.joined(separator: "_")
}
