public import FinanceBasics
public import LeaseModel

/// What a version does to the deal.
public enum VersionChange: Hashable, Sendable {
  /// The first version of a deal.
  case original
  /// New terms from an effective date on.
  case amendment
  /// Stands in for the entry with this number, wherever that entry would be chosen.
  case correction(of: Int)
  /// The deal ends, or never was, from the effective date on.
  case withdrawal

  /// The word that the ledger and the listings use.
  public var name: String {
    switch self {
    case .original: "original"
    case .amendment: "amendment"
    case .correction: "correction"
    case .withdrawal: "withdrawal"
    }
  }

  /// The number of the entry that is corrected.
  public var corrects: Int? {
    if case .correction(let entry) = self { entry } else { nil }
  }
}

/// A version of a deal to record: its complete terms from the effective date on, or its end.
public struct VersionRecord: Sendable {
  /// The deal that the version is of.
  public let deal: DealID
  /// What it does to the deal.
  public let change: VersionChange
  /// From when the clauses bite.
  public let effective: CalendarDate
  /// When the public knew the version.
  public let known: CalendarDate
  /// A title for people, where the file has one.
  public let name: String?
  /// Why there is a new version.
  public let reason: String?
  /// The file that it was read from.
  public let document: Document?
  /// `nil` for a withdrawal alone.
  public let statement: Statement?
  /// What the caller derived from the terms; kept so that views need no engine.
  public let derived: DerivedFigures?
  /// Where a withdrawal was read; `nil` of every other version, whose statement has its sources.
  public let source: Source?

  /// What a version states, after an amendment's changes were taken in.
  public struct Statement: Sendable {
    /// When the public knew it, as stated.
    public let announced: StatedDate
    /// When the contract was signed, as stated.
    public let signed: StatedDate?
    /// The source that stands behind every term that names no other.
    public let source: SourceID?
    /// Terms, solved values and assumptions joined.
    public let terms: DealTerms
    /// Every leaf of every block, in the order of the file.
    public let fields: [DealField]
    /// Every source that a field names, each once.
    public let sources: [Source]

    /// Takes what a deal says.
    public init(
      announced: StatedDate, signed: StatedDate?, source: SourceID?, terms: DealTerms,
      fields: [DealField], sources: [Source]
    ) {
      self.announced = announced
      self.signed = signed
      self.source = source
      self.terms = terms
      self.fields = fields
      self.sources = sources
    }
  }

  /// - Precondition: A withdrawal states nothing, and every other version states its terms.
  public init(
    deal: DealID, change: VersionChange, effective: CalendarDate, known: CalendarDate,
    name: String? = nil, reason: String? = nil, document: Document? = nil,
    statement: Statement?, derived: DerivedFigures? = nil, source: Source? = nil
  ) {
    precondition(
      (change == .withdrawal) == (statement == nil), "every version but a withdrawal has terms")
    precondition(source == nil || statement == nil, "a statement has its own sources")
    self.deal = deal
    self.change = change
    self.effective = effective
    self.known = known
    self.name = name
    self.reason = reason
    self.document = document
    self.statement = statement
    self.derived = derived
    self.source = source
  }
}

extension VersionRecord {
  /// A version that states what a deal file, or an amendment merged into its deal, says.
  ///
  /// - Parameters:
  ///   - known: The last day of the announcement where the caller knows no other.
  ///   - name: Of the version; the deal's own where the caller gives none.
  public init(
    _ deal: Deal, change: VersionChange, known: CalendarDate? = nil, name: String? = nil,
    reason: String? = nil, document: Document?, derived: DerivedFigures? = nil
  ) {
    self.init(
      deal: deal.id, change: change, effective: deal.effective,
      known: known ?? deal.announced.last, name: name ?? deal.name, reason: reason,
      document: document,
      statement: Statement(
        announced: deal.announced, signed: deal.signed, source: deal.source, terms: deal.terms,
        fields: deal.fields, sources: deal.sources),
      derived: derived)
  }

  /// The end of a deal from a date on.
  ///
  /// - Parameter source: Where that was read.
  public static func withdrawal(
    of deal: DealID, effective: CalendarDate, known: CalendarDate, reason: String,
    source: Source? = nil, document: Document? = nil
  ) -> VersionRecord {
    VersionRecord(
      deal: deal, change: .withdrawal, effective: effective, known: known, reason: reason,
      document: document, statement: nil, source: source)
  }
}
