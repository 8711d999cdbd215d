public import FinanceBasics

/// An amount in an account on a day; the postings of a voucher sum to zero on each of its days.
public struct Posting: Hashable, Sendable {
  /// The day on which the amount counts.
  public let day: CalendarDate
  /// The account of the chart; the voucher says of which deal and landlord.
  public let account: Account
  /// Debit is positive, credit is negative; never zero.
  public let minorUnits: Int64

  /// Takes the parts as given.
  public init(day: CalendarDate, account: Account, minorUnits: Int64) {
    self.day = day
    self.account = account
    self.minorUnits = minorUnits
  }
}

/// Gathers amounts by day and account, so that what moves in and out on one day is one posting.
struct PostingSum {
  private var sums: [CalendarDate: [Account: Int64]] = [:]

  mutating func add(_ minorUnits: Int64, to account: Account, on day: CalendarDate) {
    sums[day, default: [:]][account, default: 0] += minorUnits
  }

  /// By day, then in the order of the chart; what came to nothing is left out.
  var postings: [Posting] {
    sums.keys.sorted().flatMap { day in
      Account.allCases.compactMap { account -> Posting? in
        guard let sum = sums[day]?[account], sum != 0 else { return nil }
        return Posting(day: day, account: account, minorUnits: sum)
      }
    }
  }
}
