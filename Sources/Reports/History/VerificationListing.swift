/// What a check of the ledger found: that it is sound, or every fault; and its head.
public struct VerificationListing: Sendable {
  let entries: Int
  let head: String
  let documents: Int
  let runs: Int
  let faults: [Fault]
  let byOlderRules: [Fault]

  /// One thing that is not as it was recorded.
  public struct Fault: Sendable {
    let kind: String
    /// The entry at fault, where there is one.
    public let entry: Int?
    /// What is wrong, in words.
    public let problem: String
    /// Whether it is a document that the rules of the books make otherwise, which another program
    /// may have had otherwise.
    public let isByRules: Bool

    /// Takes the parts as given.
    public init(kind: String, entry: Int?, problem: String, isByRules: Bool = false) {
      self.kind = kind
      self.entry = entry
      self.problem = problem
      self.isByRules = isByRules
    }
  }

  /// - Parameters:
  ///   - runs: How many kept runs were asked again.
  ///   - byOlderRules: Documents that are as the rules of an older program made them, and otherwise
  ///     than those of this one; the ledger is no less sound for them.
  public init(
    entries: Int, head: String, documents: Int, runs: Int, faults: [Fault],
    byOlderRules: [Fault] = []
  ) {
    self.entries = entries
    self.head = head
    self.documents = documents
    self.runs = runs
    self.faults = faults
    self.byOlderRules = byOlderRules
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(width: style.textWidth)
    case .csv: renderCSV(table(faults + byOlderRules))
    case .json: json.text + "\n"
    }
  }

  private var summary: String {
    "\(entries) \(entries == 1 ? "entry" : "entries"), "
      + "\(documents) \(documents == 1 ? "document" : "documents")"
      + (runs == 0 ? "" : ", \(runs) \(runs == 1 ? "run" : "runs")")
  }

  private func text(width: Int) -> String {
    let older = lines(byOlderRules, "by older rules")
    guard !faults.isEmpty else {
      return older + sentence("sound: \(summary) read again and recomputed", width: width)
    }
    let lines = lines(faults, "not sound")
    let count = "\(faults.count) of what was checked is wrong: \(summary)"
    return lines + older + sentence(count, width: width)
  }

  private func lines(_ faults: [Fault], _ word: String) -> String {
    faults.map { fault in
      "\(word): \(fault.kind)"
        + (fault.entry.map { ", entry \($0)" } ?? "") + ": \(fault.problem)\n"
    }.joined()
  }

  /// A finding with the head behind it: on its line where there is room.
  private func sentence(_ finding: String, width: Int) -> String {
    guard !head.isEmpty else { return "\(finding); the head cannot be read\n" }
    let line = "\(finding), head \(head)"
    return (line.count <= width ? line : "\(finding)\nhead \(head)") + "\n"
  }

  private func table(_ faults: [Fault]) -> Table {
    Table(
      columns: [
        Column("kind", "Kind", .text, isKey: true), Column("entry", "Entry", .count),
        Column("problem", "Problem", .text),
      ],
      rows: faults.map { fault in
        Row([
          .text(fault.kind), fault.entry.map { .count($0) } ?? .blank, .text(fault.problem),
        ])
      })
  }

  private var json: JSONValue {
    [
      "sound": .bool(faults.isEmpty), "entries": .integer(entries), "head": .string(head),
      "documents": .integer(documents), "runs": .integer(runs), "faults": table(faults).json,
      "older_rules": table(byOlderRules).json,
    ]
  }
}
