/// The part of a deal file that a field stands in.
public enum FieldBlock: String, CaseIterable, Sendable {
  /// Outside the blocks: announced, signed, conflicts, notes.
  case head
  case terms
  case announcedFigures
  case assumptions
  case solved
  /// Put in place of an assumption or a solved value by a scenario; in no file of a deal.
  case scenario

  /// What a value in this block is worth.
  public var basis: Basis {
    switch self {
    case .head, .terms, .announcedFigures: .disclosed
    case .assumptions: .assumed
    case .solved: .solved
    case .scenario: .scenario
    }
  }

  /// The block whose fields may stand here: a scenario holds what may be assumed.
  var written: FieldBlock { self == .scenario ? .assumptions : self }
}

/// One leaf of a deal file as it was written, with its place and its sources.
public struct DealField: Hashable, Sendable {
  /// The part of the file that the field stands in.
  public let block: FieldBlock
  /// Without the block's name.
  public let path: FieldPath
  /// The scalar as written.
  public let text: String
  /// In the order given; of a term, at least one.
  public let sources: [SourceID]
  /// A remark for the reader.
  public let note: String?
  /// The line in the document that the field was recorded from, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int

  /// Takes the parts as they are.
  public init(
    block: FieldBlock, path: FieldPath, text: String, sources: [SourceID] = [],
    note: String? = nil, line: Int, column: Int
  ) {
    self.block = block
    self.path = path
    self.text = text
    self.sources = sources
    self.note = note
    self.line = line
    self.column = column
  }
}
