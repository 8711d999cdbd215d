public import Analysis
public import FinanceBasics
import LeaseModel
import Valuation

/// What guarantees of base rents are worth, as a listing.
public struct BackstopReport: TabularReport {
  let valuation: BackstopValuation
  let currency: Currency
  /// Sentences that the reader must know of the deals: what was assumed, what is missing.
  let remarks: [String]
  /// The scenarios behind the figures; `nil` as recorded.
  let scenarios: ScenarioStatement?

  /// Takes the parts as given.
  public init(
    _ valuation: BackstopValuation, currency: Currency, remarks: [String] = [],
    scenarios: ScenarioStatement? = nil
  ) {
    self.valuation = valuation
    self.currency = currency
    self.remarks = remarks
    self.scenarios = scenarios
  }

  /// One deal by its properties or several in a table, then a row a deal.
  public var parts: [ReportPart] {
    guard valuation.deals.count == 1 else { return [ReportPart("Backstop", table)] }
    return [
      ReportPart("Backstop", properties(of: valuation.deals[0]), for: .people),
      ReportPart("Data", table, for: .programs),
    ]
  }

  /// The report in any format.
  ///
  /// Text shows one deal by its properties, and several in a table with their total. CSV has a line
  /// a deal. JSON is an object for one deal, an array for several.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: json.text + "\n"
    }
  }

  /// What the figures rest on, then what is said of the deals.
  public var conventions: [String] {
    let isOne = valuation.deals.count == 1
    let own = valuation.deals.flatMap { deal in
      deal.remarks.map { isOne ? $0 : "\(deal.deal): \($0)" }
    }
    let left = valuation.unguaranteed.map(\.text).joined(separator: ", ")
    return method + own + (left.isEmpty ? [] : ["no guarantor stated, left out: \(left)"])
      + remarks
  }

  private var method: [String] {
    let (basis, terms) = (valuation.basis, valuation.terms)
    let hasWarrants = valuation.deals.contains { !$0.warrants.isEmpty } && terms.sharePrice != nil
    return [
      "base rent of the base term due on or after \(basis.date), less what prepaid rent and credits "
        + "for late delivery pay; renewals, recoveries and the end value of the halls are left out",
      "discounted at \(basis.discounting.words), taken to be free of default",
      "default intensity of the tenant: \(terms.tenant.words(from: basis.date)); of the guarantor: "
        + "\(terms.guarantor.words(from: basis.date)); the chance to live for t years of 365 days is "
        + "e^(−intensity × t), and the two default independently of each other and of rates",
      vacancy,
      "the guarantor pays from the tenant's default on, while it lives, up to the whole cap and to "
        + "the end of its guarantee; the space is not let again while it pays",
      "worth: present value with the guarantee less that without; in basis points of the present "
        + "value of covered rent, taken for certain and up to the cap from the first rent on",
    ]
      + (hasWarrants
        ? [
          "warrants: shares × (share price − exercise price), no less than zero; before vesting and "
            + "dilution"
        ] : [])
  }

  /// What becomes of the space once nobody pays for it.
  private var vacancy: String {
    let terms = valuation.terms
    let rent = "\(percentText(terms.marketRent)) of the contract rent"
    let start = "from the first rent that nobody pays"
    let recovered =
      terms.recovery == 0
      ? "nothing is recovered" : "\(percentText(terms.recovery)) of each rent is recovered"
    switch terms.downtime {
    case .months(0), .days(0): return "\(start) on another tenant pays \(rent)"
    case .months(Tenor.maximumMonths):
      return "\(start) on \(recovered), and the space is not let again"
    case .months, .days:
      return
        "\(start) \(recovered) until the space is let again, \(terms.downtime) later, at \(rent)"
    }
  }
}

extension DefaultIntensity {
  /// The rates in their order, such as `3 % a year through 2030-12-31, then 2 %`.
  func words(from date: CalendarDate) -> String {
    steps.enumerated().map { index, step in
      let rate = step.rate.isFinite ? percentText(step.rate) : "default at once"
      let unit = index == 0 && step.rate.isFinite ? " a year" : ""
      guard index + 1 < steps.count else { return rate + unit }
      let days = Int((steps[index + 1].fromYears * 365).rounded())
      return "\(rate)\(unit) through \(date.adding(days: days - 1))"
    }.joined(separator: ", then ")
  }
}
