public import FinanceBasics

/// Why rents cannot be valued with the credit of those who owe them.
public enum CreditProblem: Error, Hashable, Sendable {
  /// A default intensity below zero, or not a number.
  case intensityOutOfRange(Double)
  /// Steps of an intensity that do not begin at 0, or are not in order.
  case intensityUnordered
  /// Rents that are not on ascending days, or before the valuation date.
  case rentsUnordered
  /// An amount, a share or a factor that is below zero, not finite, or above its bound; from 1.
  case rentOutOfRange(position: Int)
  /// A recovery below 0 or above 1, or a downtime or a cap below 0.
  case termsOutOfRange(String)
}

extension CreditProblem: Diagnostic {
  /// A stable name, such as `credit.intensity-out-of-range`.
  public var code: String {
    switch self {
    case .intensityOutOfRange: "credit.intensity-out-of-range"
    case .intensityUnordered: "credit.intensity-unordered"
    case .rentsUnordered: "credit.rents-unordered"
    case .rentOutOfRange: "credit.rent-out-of-range"
    case .termsOutOfRange: "credit.terms-out-of-range"
    }
  }

  /// One sentence that says what is wrong, with the offending value in it.
  public var problem: String {
    switch self {
    case .intensityOutOfRange(let rate): "the default intensity \(rate) is not zero or more"
    case .intensityUnordered: "the steps of the default intensity do not ascend from 0 years"
    case .rentsUnordered: "the rents are not on ascending days from the valuation date on"
    case .rentOutOfRange(let position):
      "rent \(position) has an amount, a part or a discount factor that it cannot have"
    case .termsOutOfRange(let name): "the \(name) is out of its range"
    }
  }

  /// Nowhere in a file: the question is at fault.
  public var location: DiagnosticLocation { .unknown }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .intensityOutOfRange: "give a rate a year, such as 2 %"
    case .intensityUnordered: "give the first step from year 0, and the others in order"
    case .rentsUnordered: "leave out past rents, and order the others by day"
    case .rentOutOfRange:
      "give finite amounts of zero or more, of which no more is covered than is due"
    case .termsOutOfRange:
      "give a recovery from 0 % to 100 %, and a downtime and a cap of 0 or more"
    }
  }
}
