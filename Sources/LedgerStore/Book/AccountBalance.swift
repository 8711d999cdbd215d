public import Bookkeeping
public import FinanceBasics
public import LeaseModel

/// What stands in an account of one deal, or of a landlord's deals together.
public struct AccountBalance: Hashable, Sendable {
  /// Whose books it is in.
  public let landlord: PartyID
  /// The deal that the postings are of; `nil` of all deals of the landlord.
  public let deal: DealID?
  /// Of the chart.
  public let account: Account
  /// Of the amounts.
  public let currency: Currency
  /// The sum of what was debited, in minor units.
  public let debits: Int64
  /// The sum of what was credited, in minor units.
  public let credits: Int64
}
