import FinanceBasics
import LeaseModel

/// What coefficients depend on of a lease, beside the terms of a box; small, as every box has it.
struct OutlineFacts {
  /// The length of the base term in calendar months; `nil` of one that is stated otherwise.
  let termMonths: Int?
  /// Of all renewals together.
  let renewalMonths: Int
  /// Whether rent counts from the first of a month.
  let isWholeMonths: Bool
  /// Levels by lease year, of an escalator that is a table.
  let levels: [Double]?
  /// Of each hall, in megawatts.
  let megawatts: [Interval]
  /// The day after the last one of the lease as it is written.
  let expiryDay: Int32
}

extension TermsOutline {
  /// What coefficients depend on.
  var facts: OutlineFacts {
    OutlineFacts(
      termMonths: termMonths, renewalMonths: renewalMonths, isWholeMonths: isWholeMonths,
      levels: levels, megawatts: halls.map(\.megawattRange), expiryDay: lease.expiry.dayNumber)
  }
}
