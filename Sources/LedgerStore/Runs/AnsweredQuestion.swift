/// A question to the ledger with its answer, and all that the answer follows from.
public struct AnsweredQuestion: Hashable, Sendable {
  /// What kind of question it is.
  public let verb: RunVerb
  /// As it was typed, with the verb.
  public let asked: String
  /// Every option with its value, in the order in which the verb takes them.
  public let options: [RunOption]
  /// The last entry that the answer may rest on.
  public let asOf: ChainHead
  /// Entries in the order of recording, then files in the order in which they were read.
  public let inputs: [RunInput]
  /// The conventions that the answer follows, a sentence each.
  public let conventions: [String]
  /// The answer for programs, as JSON.
  public let answer: [UInt8]

  /// Takes the parts as they are.
  public init(
    verb: RunVerb, asked: String, options: [RunOption], asOf: ChainHead, inputs: [RunInput],
    conventions: [String], answer: [UInt8]
  ) {
    self.verb = verb
    self.asked = asked
    self.options = options
    self.asOf = asOf
    self.inputs = inputs
    self.conventions = conventions
    self.answer = answer
  }

  /// The files that the question names and no entry has.
  public var files: [Document] {
    inputs.compactMap { input in
      if case .file(let document) = input { document } else { nil }
    }
  }
}

/// A verb whose answers can be kept.
public enum RunVerb: String, CaseIterable, Sendable {
  case project, value, compare
}

/// One option of a question with its value.
public struct RunOption: Hashable, Sendable {
  /// Such as `rate`; `deal` of the deals, which are named without an option.
  public let option: String
  /// As the command line takes it; `yes` or `no` of what is on or off.
  public let value: String

  /// Takes the parts as they are.
  public init(_ option: String, _ value: String) {
    self.option = option
    self.value = value
  }
}

/// What an answer rests on.
public enum RunInput: Hashable, Sendable {
  /// An entry of the ledger.
  case entry(RecordedInput)
  /// A file that no entry has, by the path at which the question names it.
  case file(Document)
}

/// An entry that an answer rests on, as the ledger has it.
public struct RecordedInput: Hashable, Sendable {
  /// The sequence number of the entry.
  public let entry: Int
  /// What the entry is about.
  public let kind: EntryKind
  /// The deal, party, site, series or scenario by its id.
  public let subject: String
  /// Among the versions of the subject, from 1 in the order of recording.
  public let number: Int
  /// The hash of the file that it was read from.
  public let documentHash: String?
  /// The link of the chain.
  public let hash: String
}
