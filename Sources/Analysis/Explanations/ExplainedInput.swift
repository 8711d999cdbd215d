public import FinanceBasics
public import LeaseModel

/// Where a number of an explanation comes from: a field of a deal file, a series, or the question.
public struct ExplainedInput: Hashable, Sendable {
  /// What the number is worth; `nil` of a default and of what the question states.
  public let basis: Basis?
  /// Of the field, without its block: `halls[hall 1].criticalIT`.
  public let path: String
  /// As written; empty of a default.
  public let text: String
  /// The part of the file that the field stands in; empty of a default.
  public let block: String
  /// The file that the field was recorded from, where the ledger names it.
  public let file: String?
  /// The line of the file, from 1; `nil` of a default.
  public let line: Int?
  /// What stands behind the number, in the order given.
  public let sources: [ExplainedSource]
  /// A remark of the file, or of the tool.
  public let note: String?

  /// Takes the parts as given.
  public init(
    basis: Basis?, path: String, text: String, block: String = "", file: String? = nil,
    line: Int? = nil, sources: [ExplainedSource] = [], note: String? = nil
  ) {
    self.basis = basis
    self.path = path
    self.text = text
    self.block = block
    self.file = file
    self.line = line
    self.sources = sources
    self.note = note
  }
}

/// A source as an explanation names it.
public struct ExplainedSource: Hashable, Sendable {
  /// The id that it is recorded under.
  public let id: String
  /// Filing, release, press or aggregator; `nil` of a source that is not listed.
  public let kind: Source.Tier?
  /// What it is called.
  public let title: String?
  /// When it was made or published.
  public let date: StatedDate?
  /// Where it is.
  public let url: String?

  init(id: SourceID, in sources: [Source]) {
    self.id = id.text
    let source = sources.first { $0.id == id }
    kind = source?.tier
    title = source?.title
    date = source?.date
    url = source?.url
  }
}
