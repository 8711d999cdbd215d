/// What a check of the whole ledger found.
public struct VerificationReport: Hashable, Sendable {
  /// The chain as far as it was walked.
  public let head: ChainHead
  /// How many documents were hashed again.
  public let documentCount: Int
  /// In the order of the checks, then of entries; empty where everything is sound.
  public let faults: [LedgerFault]

  /// Whether nothing was found.
  public var isSound: Bool { faults.isEmpty }
}

/// Something in a ledger that no recording could have left there.
public struct LedgerFault: Hashable, Sendable, CustomStringConvertible {
  /// What is at fault, by a stable name.
  public enum Kind: String, CaseIterable, Sendable {
    /// What SQLite's own integrity check reports.
    case structure = "verify.structure"
    /// A table, view, trigger or index that is missing, added or changed.
    case schema = "verify.schema"
    /// A row that refers to nothing.
    case reference = "verify.reference"
    /// Entries that are not numbered 1, 2, 3.
    case sequence = "verify.sequence"
    /// The rows of an entry do not give the hash of its content.
    case content = "verify.content"
    /// An entry does not give its link of the chain.
    case link = "verify.link"
    /// The bytes of a document do not give its hash.
    case document = "verify.document"
    /// Rows that belong to no entry, or not to one of their kind.
    case stray = "verify.stray"
    /// A document of the books that does not follow from those before it, or whose postings do not
    /// follow from it.
    case books = "verify.books"
    /// The head that was kept elsewhere is no link of the chain.
    case head = "verify.head"
  }

  /// What is at fault.
  public let kind: Kind
  /// The entry at fault, where there is one.
  public let entry: Int?
  /// One sentence that says what is wrong.
  public let problem: String
  /// Whether it is a document that the rules of the books make otherwise, which another program may
  /// have had otherwise.
  public var isByRules = false

  /// Such as `verify.link: entry 3 …`.
  public var description: String { "\(kind.rawValue): \(problem)" }
}
