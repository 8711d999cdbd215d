/// A question with its answer, as reports tell it.
public struct ReportedRun: Sendable {
  /// By which it is asked for; of a question that is not kept what it is.
  public let name: String
  /// As it was typed, with the verb.
  public let asked: String
  /// Every option with its value.
  public let options: [(option: String, value: String)]
  /// The last entry that the answer may rest on, and its hash.
  public let asOf: (entry: Int, hash: String)
  /// In the order of recording, then files.
  public let inputs: [Input]
  /// What the figures follow and rest on, a sentence each.
  public let conventions: [String]
  /// The program that answered.
  public let program: String
  /// SHA-256 of the answer.
  public let answerHash: String
  /// The answer as JSON, byte for byte.
  public let answer: [UInt8]
  /// The entry that keeps it; `nil` of what is not kept.
  public let keeping: Keeping?

  /// Where and when a run was kept.
  public struct Keeping: Sendable {
    /// Among the runs, from 1.
    public let number: Int
    /// The sequence number of its entry.
    public let entry: Int
    /// The instant of its recording.
    public let recorded: String
    /// The schema under which it was recorded.
    public let schema: Int

    /// Takes the parts as given.
    public init(number: Int, entry: Int, recorded: String, schema: Int) {
      self.number = number
      self.entry = entry
      self.recorded = recorded
      self.schema = schema
    }
  }

  /// An entry or a file that an answer rests on.
  public struct Input: Hashable, Sendable {
    /// `deal`, `party`, `site`, `series`, `scenario`, or `file`.
    public let kind: String
    /// The id; of a file its path.
    public let subject: String
    /// Among the versions of the subject; `nil` of a file.
    public let version: Int?
    /// The number of the entry; `nil` of a file.
    public let entry: Int?
    /// The link of the chain; `nil` of a file.
    public let link: String?
    /// SHA-256 of the file that it was read from.
    public let document: String?

    /// Takes the parts as given.
    public init(
      kind: String, subject: String, version: Int?, entry: Int?, link: String?, document: String?
    ) {
      self.kind = kind
      self.subject = subject
      self.version = version
      self.entry = entry
      self.link = link
      self.document = document
    }

    /// Such as `deal hut8-river-bend`.
    var name: String { "\(kind) \(subject)" }

    /// Such as `version 2, entry 74`; of a file the beginning of its hash.
    var place: String {
      version.map { "version \($0), entry \(entry ?? 0)" } ?? shortHash(document ?? "")
    }
  }

  /// Takes the parts as given.
  public init(
    name: String, asked: String, options: [(option: String, value: String)],
    asOf: (entry: Int, hash: String), inputs: [Input], conventions: [String], program: String,
    answerHash: String, answer: [UInt8], keeping: Keeping?
  ) {
    self.name = name
    self.asked = asked
    self.options = options
    self.asOf = asOf
    self.inputs = inputs
    self.conventions = conventions
    self.program = program
    self.answerHash = answerHash
    self.answer = answer
    self.keeping = keeping
  }

  /// The answer, or its text as a string where it is no JSON.
  var json: JSONValue {
    JSONValue(reading: answer) ?? .string(String(decoding: answer, as: UTF8.self))
  }
}

/// The beginning of a hash, by which people tell hashes apart.
func shortHash(_ hash: String) -> String { String(hash.prefix(12)) }
