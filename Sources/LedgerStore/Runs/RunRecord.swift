/// A run to record: a question with its answer, under a name.
public struct RunRecord: Hashable, Sendable {
  /// By which it is asked for; letters in lower case, digits and hyphens, a letter first.
  public let name: String
  /// From 1 in the order of recording.
  public let number: Int
  /// What was asked and answered.
  public let question: AnsweredQuestion

  /// - Precondition: The name is one that `isName` takes.
  public init(name: String, number: Int, question: AnsweredQuestion) {
    precondition(Self.isName(name), "a run is asked for by its name")
    self.name = name
    self.number = number
    self.question = question
  }

  /// The answer as the file that the entry keeps.
  var document: Document { Document(name: "runs/\(name).json", bytes: question.answer) }

  /// Whether a text can name a run: letters in lower case, digits and hyphens, a letter first.
  public static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, letters.contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      letters.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
  }

  private static let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
}

/// A run as the ledger has it.
public struct StoredRun: Hashable, Sendable {
  /// The sequence number of its entry.
  public let entry: Int
  /// What is asked for by name.
  public let record: RunRecord
  /// The instant of its recording.
  public let recordedAt: Timestamp
  /// The program that answered.
  public let program: String
  /// The schema under which that program recorded it.
  public let schema: Int
  /// SHA-256 of the answer, in hexadecimal.
  public let answerHash: String
  /// The link of the chain.
  public let hash: String

  /// By which it is asked for.
  public var name: String { record.name }
  /// What was asked and answered.
  public var question: AnsweredQuestion { record.question }
}

/// What became of a run that was to be kept.
public struct KeptRun: Hashable, Sendable {
  /// By which it is asked for.
  public let name: String
  /// Whether it was added; not where the same inputs gave the same answer before.
  public let isNew: Bool
  /// The entry that has it.
  public let entry: Int
  /// SHA-256 of the answer, in hexadecimal.
  public let answerHash: String
  /// The chain with it.
  public let head: ChainHead
}
