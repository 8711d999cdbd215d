import Analysis
import ArgumentParser
import FinanceBasics
import LeaseModel
import LedgerStore

/// Among how many shares of the landlord a value is divided, and at what price.
struct EquityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The landlord's shares outstanding, for value per share. Default: as its party's entry says.",
      valueName: "number"),
    transform: readShares)
  var shares: ExactDecimal?

  @Option(
    help: ArgumentHelp(
      "What a share costs, such as '50 USD': counts warrants by the treasury-stock method.",
      valueName: "money"),
    transform: readPrice)
  var sharePrice: Figure?

  /// The shares of the one landlord of deals; `nil` where no count is known.
  ///
  /// - Throws: `equity.several-landlords`, `equity.currency-differs`, `equity.shares-unknown`.
  func equity(of deals: DealBook, in book: BookSession) throws -> LandlordEquity? {
    let landlords = Set(deals.flows.compactMap { $0.analysed.deal.terms.landlord?.value })
    let isAsked = shares != nil || sharePrice != nil
    guard landlords.count == 1, let landlord = landlords.first else {
      if isAsked { throw EquityProblem.severalLandlords(landlords.map(\.text).sorted()) }
      return nil
    }
    if let price = sharePrice, price.unit.currency != deals.currency {
      throw EquityProblem.currencyDiffers(price.text, of: deals.currency.code)
    }
    let recorded = book.book.parties.first { $0.id == landlord }?.shares
    guard let count = shares ?? recorded.map({ ExactDecimal($0) }) else {
      if isAsked { throw EquityProblem.sharesUnknown(landlord.text) }
      return nil
    }
    return LandlordEquity(shares: count, price: sharePrice?.point)
  }
}

/// Why a value cannot be told by share.
enum EquityProblem: Diagnostic {
  case severalLandlords([String])
  case currencyDiffers(String, of: String)
  case sharesUnknown(String)

  var code: String {
    switch self {
    case .severalLandlords: "equity.several-landlords"
    case .currencyDiffers: "equity.currency-differs"
    case .sharesUnknown: "equity.shares-unknown"
    }
  }

  var problem: String {
    switch self {
    case .severalLandlords(let names):
      "the deals are of several landlords, and so of several shares: "
        + names.joined(separator: ", ")
    case .currencyDiffers(let text, let code):
      "a share price of '\(text)' is not in \(code), as the deals are"
    case .sharesUnknown(let name): "the ledger holds no count of shares of \(name)"
    }
  }

  var location: DiagnosticLocation { .unknown }

  var remedy: String {
    switch self {
    case .severalLandlords: "name the deals of one landlord, or use --landlord"
    case .currencyDiffers(_, let code): "write the price in \(code)"
    case .sharesUnknown: "give it with --shares, or record it with the party"
    }
  }
}

/// Reads a whole number of shares above zero, with commas or without.
private func readShares(_ text: String) throws -> ExactDecimal {
  do {
    let figure = try Figure(reading: text, asAnyOf: [.shares, .number])
    guard ExactDecimal.zero < figure.point else {
      throw ValidationError("'\(text)' shares are none to divide by")
    }
    return figure.point.normalized
  } catch let fault as QuantityFault {
    throw ValidationError("\(fault.problem); \(fault.remedy)")
  }
}

/// Reads a price above zero.
private func readPrice(_ text: String) throws -> Figure {
  do {
    let figure = try Figure(reading: text, as: .money)
    guard ExactDecimal.zero < figure.point else {
      throw ValidationError("a share price of '\(text)' is not above zero")
    }
    return figure
  } catch let fault as QuantityFault {
    throw ValidationError("\(fault.problem); \(fault.remedy)")
  }
}
