public import FinanceBasics
import LeaseModel
public import Valuation

/// What is taken of those who may default, and of the space once nobody pays for it.
public struct BackstopTerms: Hashable, Sendable {
  /// Of every tenant, from the valuation date on.
  public let tenant: DefaultIntensity
  /// Of every guarantor, independent of the tenant's.
  public let guarantor: DefaultIntensity
  /// The share of each unpaid rent that is recovered until the space is let again, as a fraction.
  public let recovery: Double
  /// From the first rent that nobody pays to the first that another tenant pays.
  public let downtime: Tenor
  /// What another tenant pays, as a fraction of the contract rent of the same day.
  public let marketRent: Double
  /// The price of one share of the one landlord; `nil` where warrants are not to be valued.
  public let sharePrice: Figure?

  /// A share that has bounds.
  public enum Share: String, Hashable, Sendable {
    case recovery
    case marketRent = "market rent"

    /// The greatest that is taken, as a fraction.
    var greatest: Int { self == .recovery ? 1 : 10 }

    /// As the command line writes one.
    var example: String { self == .recovery ? "40%" : "85%" }
  }

  /// By default nothing is recovered, and another tenant pays the contract rent at once.
  ///
  /// - Throws: `backstop.share-out-of-range`, `backstop.share-price-not-money`,
  ///   `backstop.downtime-malformed` of a downtime below zero.
  public init(
    tenant: DefaultIntensity, guarantor: DefaultIntensity, recovery: Double = 0,
    downtime: Tenor = .months(0), marketRent: Double = 1, sharePrice: Figure? = nil
  ) throws(BackstopProblem) {
    for (share, value) in [(Share.recovery, recovery), (.marketRent, marketRent)] {
      guard value >= 0, value <= Double(share.greatest) else {
        throw .shareOutOfRange(share, value)
      }
    }
    guard downtime.count >= 0, downtime.count <= Self.greatestDowntime else {
      throw .downtimeMalformed("\(downtime)")
    }
    if let sharePrice {
      guard sharePrice.unit.dimension == .money, !(sharePrice.point < .zero) else {
        throw .sharePriceNotMoney(sharePrice.text)
      }
    }
    self.tenant = tenant
    self.guarantor = guarantor
    self.recovery = recovery
    self.downtime = downtime
    self.marketRent = marketRent
    self.sharePrice = sharePrice
  }

  /// A hundred years of days.
  private static let greatestDowntime = 36_525

  /// Reads a downtime such as `12mo`, `1 year` or `90d`: months or days, not both.
  ///
  /// - Throws: `backstop.downtime-malformed`.
  public static func downtime(reading text: String) throws(BackstopProblem) -> Tenor {
    guard let delay = try? Delay(reading: text.trimmed), delay.months >= 0, delay.days >= 0,
      delay.months == 0 || delay.days == 0
    else { throw .downtimeMalformed(text) }
    return delay.days > 0 ? .days(delay.days) : .months(delay.months)
  }

  /// The downtime in years of 365 days, as `ExpectedRent` counts it.
  ///
  /// Months are as many days as the shortest such stretch of months has, so that a rent that falls
  /// due so many months after another is always at the end of the downtime; half a day less, so
  /// that no rounding of years moves a rent across it.
  func downtimeYears(from date: CalendarDate) -> Double {
    let days: Int
    switch downtime {
    case .days(let count): days = count
    case .months(let count):
      let first = date.adding(days: 1 - date.day)
      let starts = (0..<Self.monthsOfLeapCycle).map { first.adding(months: $0) }
      days = starts.map { $0.days(until: $0.adding(months: count)) }.min() ?? 0
    }
    return days > 0 ? (Double(days) - 0.5) / 365 : 0
  }

  private static let monthsOfLeapCycle = 48
}

extension Tenor {
  fileprivate var count: Int {
    switch self {
    case .months(let count), .days(let count): count
    }
  }
}
