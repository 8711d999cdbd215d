import FinanceBasics
public import Reconciliation

/// A line a deal: whether its announced figures can all be true, at which rent, and what is amiss.
public struct ReconciliationBookReport: Sendable {
  private let subjects: [ReconciliationReport.Subject]
  /// Sentences that the reader must know.
  private let remarks: [String]

  /// A report of deals in the order asked for.
  public init(_ subjects: [ReconciliationReport.Subject], remarks: [String]) {
    self.subjects = subjects
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table, as: format, style: style)
  }

  private var table: Table {
    Table(
      title: "Announced figures",
      columns: [
        Column("deal", "Deal", .text, isKey: true),
        Column("verdict", "Figures are", .text, audience: .people),
        Column("verdict", "Verdict", .text, audience: .programs),
      ], rows: [], footnotes: remarks)
  }
}

extension ReconciliationReport {
  /// A verdict in a few words.
  public static func word(for verdict: ReconciliationOutcome.Verdict) -> String {
    switch verdict {
    case .consistentAsWritten: "consistent as written"
    case .consistentOnlyIf: "consistent only if"
    case .inconsistent: "inconsistent"
    case .undecided: "undecided"
    case .nothingToReconcile: "nothing to reconcile"
    case .incomplete: "incomplete"
    }
  }
}
