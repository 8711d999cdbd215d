public import Analysis
public import FinanceBasics

/// What a table of contracted payments says of the halls' commencements, rents and growth.
public struct PaymentTableOutcome: Sendable {
  /// Whether the model of halls reproduces the table.
  public enum Verdict: String, CaseIterable, Sendable {
    /// With the file's terms, every row within its printed precision.
    case consistentAsWritten
    /// With other choices than the file's; each fit names its own.
    case consistentOnlyIf
    /// Under no choice that was searched; the fits are the closest ones.
    case inconsistent
    /// The search ended before it could tell.
    case undecided
    /// The table or the deal does not say enough; the notes name what is missing.
    case incomplete
  }

  /// The deal that states the table.
  public let deal: AnalysedDeal
  /// The rows as intervals; `nil` where they do not make a table.
  public let table: PaymentTable?
  /// Whether the rows add up to the printed total; `nil` where there is none.
  public let footing: PaymentFooting?
  /// From each year to the next, in their order.
  public let growth: [RowGrowth]
  /// Whether the model of halls reproduces the table.
  public let verdict: Verdict
  /// The simplest first; where none is consistent, the closest first.
  public let fits: [PaymentFit]
  /// Where the file's terms do not: rows without which they, or halls on other days, would fit.
  public let suspects: [SuspectRows]
  /// What was taken, left out or not identified, in sentences for the foot of a report.
  public let notes: [ReconciliationNote]
  /// How far the search went.
  public let search: SearchExtent
}

/// The sum of a table's rows beside its printed total.
public struct PaymentFooting: Hashable, Sendable {
  /// Of the rows as printed, in currency units.
  public let sum: ExactDecimal
  /// As printed, in currency units.
  public let total: ExactDecimal
  /// The sum less the total.
  public let gap: ExactDecimal
  /// Whether the intervals of the rows and of the total leave room for the sum.
  public let agrees: Bool
}

/// By how much one year's payments are above those of the year before.
public struct RowGrowth: Hashable, Sendable {
  /// The name of the earlier row.
  public let from: String
  /// The name of the later row.
  public let to: String
  /// The printed amounts' growth, in percent.
  public let percent: PreciseReal
  /// The least that the printed precision leaves open, in percent.
  public let low: PreciseReal
  /// The most that the printed precision leaves open, in percent.
  public let high: PreciseReal
}

/// Rows without which the others can be reproduced.
public struct SuspectRows: Sendable {
  /// The rows, in the order of the table.
  public let rows: [PaymentTable.Row]
  /// The rows as the fit of the others gives them.
  public let fit: PaymentFit
}
