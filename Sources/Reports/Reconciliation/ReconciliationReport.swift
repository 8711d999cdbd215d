import Analysis
import LeaseModel
public import Reconciliation

/// What became of the announced figures of deals: which agree, why others do not, and what would
/// make all of them true.
public struct ReconciliationReport: Sendable {
  /// One deal's answer.
  public struct Subject: Sendable {
    /// The name of the deal, where it has one beside its id.
    public let name: String?
    /// What the figures say.
    public let outcome: ReconciliationOutcome
    /// Where the headline stands, as far as that was asked.
    public let headline: Headline
    /// What the deal's table of contracted payments says; `nil` where it has none.
    public let payments: PaymentTableOutcome?

    /// Takes the parts as they are.
    public init(
      name: String?, outcome: ReconciliationOutcome, headline: Headline = .notAsked,
      payments: PaymentTableOutcome? = nil
    ) {
      self.name = name
      self.outcome = outcome
      self.headline = headline
      self.payments = payments
    }

    var id: String { outcome.deal.deal.id.text }
  }

  /// In the order asked for.
  let subjects: [Subject]
  /// Whether each witness is shown with all its fields, and every family.
  let isVerbose: Bool
  /// Sentences that the reader must know.
  let remarks: [String]

  /// A report of one deal or more.
  public init(_ subjects: [Subject], isVerbose: Bool = false, remarks: [String] = []) {
    self.subjects = subjects
    self.isVerbose = isVerbose
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(style: style)
    case .csv: renderCSV(table)
    case .json: json.text + "\n"
    }
  }
}

extension ReconciliationReport {
  /// A verdict in a few words.
  public static func word(for verdict: ReconciliationOutcome.Verdict) -> String {
    switch verdict {
    case .consistentAsWritten: "consistent as written"
    case .consistentOnlyIf: "consistent only if"
    case .inconsistent: "inconsistent"
    case .restated: "restated"
    case .undecided: "undecided"
    case .nothingToReconcile: "nothing to reconcile"
    case .incomplete: "incomplete"
    }
  }
}
