public import FinanceBasics
public import LeaseModel

/// Why the worth of a guarantee cannot be given.
public enum BackstopProblem: Diagnostic, Hashable {
  /// Deals of which no guarantor is stated.
  case noGuarantor([DealID])
  /// A text that is no default intensity.
  case intensityMalformed(String)
  /// A default intensity below 0 % or above 10,000 % a year.
  case intensityOutOfRange(String)
  /// Rates of an intensity that end before the ones before them.
  case intensityUnordered(String)
  /// A text that is no downtime.
  case downtimeMalformed(String)
  /// A share, such as the recovery, that is out of its bounds.
  case shareOutOfRange(BackstopTerms.Share, Double)
  /// A price of a share that is no amount of money, or below zero.
  case sharePriceNotMoney(String)
  /// Warrants on the shares of several landlords, for which there is one price.
  case severalLandlords([PartyID])
  /// A price of a share in another currency than the deals'.
  case currencyDiffers(String, of: String)

  /// The stable name of the problem.
  public var code: String {
    switch self {
    case .noGuarantor: "backstop.no-guarantor"
    case .intensityMalformed: "backstop.intensity-malformed"
    case .intensityOutOfRange: "backstop.intensity-out-of-range"
    case .intensityUnordered: "backstop.intensity-unordered"
    case .downtimeMalformed: "backstop.downtime-malformed"
    case .shareOutOfRange: "backstop.share-out-of-range"
    case .sharePriceNotMoney: "backstop.share-price-not-money"
    case .severalLandlords: "backstop.several-landlords"
    case .currencyDiffers: "backstop.currency-differs"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .noGuarantor(let deals):
      "no guarantor is stated of \(deals.map(\.text).joined(separator: ", "))"
    case .intensityMalformed(let text): "'\(text)' is not a default intensity"
    case .intensityOutOfRange(let text):
      "the default intensity '\(text)' is not from 0 % to 10000 % a year"
    case .intensityUnordered(let text):
      "the rates of the default intensity '\(text)' do not end one after the other"
    case .downtimeMalformed(let text): "'\(text)' is not a downtime in months or in days"
    case .shareOutOfRange(let share, let value):
      "the \(share.rawValue), a fraction of \(value), is not from 0 % to \(share.greatest)00 %"
    case .sharePriceNotMoney(let text): "'\(text)' is not the price of a share"
    case .severalLandlords(let landlords):
      "the warrants are on shares of "
        + landlords.map(\.text).joined(separator: " and of ") + ", which have no common price"
    case .currencyDiffers(let text, let code): "'\(text)' is not in \(code), as the deals are"
    }
  }

  /// Nowhere in a file: the question is at fault.
  public var location: DiagnosticLocation { .unknown }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .noGuarantor:
      "value deals whose terms state `creditSupport` with a guarantor, or record it"
    case .intensityMalformed:
      "write a rate a year, such as 3%, or rates in order, such as '3% to 5y, 2%' or "
        + "'3% to 2030-12-31, 2%'; a length is at most 20 years"
    case .intensityOutOfRange: "write how likely a default is in a year, such as 3%"
    case .intensityUnordered: "put the rates in the order of their ends, with the last one open"
    case .downtimeMalformed: "write whole months or days, such as 12mo, 0mo or 90d"
    case .shareOutOfRange(let share, _): "write a percentage, such as \(share.example)"
    case .sharePriceNotMoney: "write an amount in the deals' currency, such as 15.40 USD"
    case .severalLandlords: "name the deals of one landlord, or leave out the share price"
    case .currencyDiffers(_, let code): "write the price in \(code)"
    }
  }
}
