public import FinanceBasics

/// A deal as one version of it stands: its fields as written, and what they mean.
///
/// Made from a draft that passed every check, or from the fields that a ledger kept.
public struct Deal: Sendable {
  /// The id that it is recorded under.
  public let id: DealID
  /// What it is called.
  public let name: String?
  /// When the public knew this version.
  public let announced: StatedDate
  /// When it was signed, where a source says so.
  public let signed: StatedDate?
  /// From when the version's clauses bite.
  public let effective: CalendarDate
  /// The source that stands behind every term that names no other.
  public let source: SourceID?
  /// Every leaf of every block, in the order of the file.
  public let fields: [DealField]
  /// Every source that the fields name, each once.
  public let sources: [Source]
  /// Terms, solved values and assumptions joined; each keeps its basis.
  public let terms: DealTerms
  /// In the order of the file.
  public let announcedFigures: [AnnouncedFigure]
  /// Where sources disagree, in the order of the file.
  public let conflicts: [Conflict]
  /// What nobody has published, in the order of the file.
  public let notDisclosed: [String]
  /// Remarks for the reader, in the order of the file.
  public let notes: [String]

  package init(
    id: DealID, name: String?, announced: StatedDate, signed: StatedDate?,
    effective: CalendarDate, source: SourceID?, fields: [DealField], sources: [Source],
    terms: DealTerms, announcedFigures: [AnnouncedFigure], conflicts: [Conflict],
    notDisclosed: [String], notes: [String]
  ) {
    self.id = id
    self.name = name
    self.announced = announced
    self.signed = signed
    self.effective = effective
    self.source = source
    self.fields = fields
    self.sources = sources
    self.terms = terms
    self.announcedFigures = announcedFigures
    self.conflicts = conflicts
    self.notDisclosed = notDisclosed
    self.notes = notes
  }
}

/// A published figure that follows from terms rather than being one.
public struct AnnouncedFigure: Hashable, Sendable {
  /// What is published; the raw value is the key in a deal file.
  public enum Kind: String, CaseIterable, Sendable {
    case contractValue, contractValueWithRenewals, firstYearRevenue, averageAnnualRevenue
    case annualisedRevenue, cumulativeNOI, averageAnnualNOI, noiMargin, yieldOnCost, loanToCost
    case rate, capitalCost, capitalCostPerMegawatt, debt, guaranteeAmount
    case criticalIT, gross, utility
  }

  /// Which kind it is.
  public let kind: Kind
  /// As published, with its interval.
  public let figure: Figure
  /// The deals that the figure covers together; empty for this deal alone.
  public let scope: [DealID]
  /// Of the field, without its block.
  public let path: FieldPath

  /// Takes the parts as they are.
  public init(kind: Kind, figure: Figure, scope: [DealID], path: FieldPath) {
    self.kind = kind
    self.figure = figure
    self.scope = scope
    self.path = path
  }
}

/// A place where sources disagree.
public struct Conflict: Hashable, Sendable {
  /// Of the field, as far as the file names one.
  public let path: String
  /// What the other source says.
  public let value: String
  /// The source that says otherwise, where one is named.
  public let source: SourceID?
  /// A remark for the reader.
  public let note: String?

  /// Takes the parts as they are.
  public init(path: String, value: String, source: SourceID?, note: String?) {
    self.path = path
    self.value = value
    self.source = source
    self.note = note
  }
}
