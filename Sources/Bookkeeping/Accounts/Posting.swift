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
  /// A document has few of them, so that looking one by one is fastest.
  private var sums: [(day: CalendarDate, account: Account, minorUnits: Int64)] = []

  mutating func add(_ minorUnits: Int64, to account: Account, on day: CalendarDate) {
    if let place = sums.firstIndex(where: { $0.account == account && $0.day == day }) {
      sums[place].minorUnits += minorUnits
    } else {
      sums.append((day, account, minorUnits))
    }
  }

  /// By day, then in the order of the chart; what came to nothing is left out.
  var postings: [Posting] {
    sums.filter { $0.minorUnits != 0 }
      .sorted { ($0.day, $0.account.place) < ($1.day, $1.account.place) }
      .map { Posting(day: $0.day, account: $0.account, minorUnits: $0.minorUnits) }
  }
}
