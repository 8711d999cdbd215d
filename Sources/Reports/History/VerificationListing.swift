/// What a check of the ledger found: that it is sound, or every fault; and its head.
public struct VerificationListing: Sendable {
  let entries: Int
  let head: String
  let documents: Int
  let runs: Int
  let faults: [Fault]

  /// One thing that is not as it was recorded.
  public struct Fault: Sendable {
    let kind: String
    let entry: Int?
    let problem: String

    /// Takes the parts as given.
    public init(kind: String, entry: Int?, problem: String) {
      self.kind = kind
      self.entry = entry
      self.problem = problem
    }
  }

  /// - Parameter runs: How many kept runs were asked again.
  public init(entries: Int, head: String, documents: Int, runs: Int, faults: [Fault]) {
    self.entries = entries
    self.head = head
    self.documents = documents
    self.runs = runs
    self.faults = faults
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(width: style.textWidth)
    case .csv: renderCSV(table)
    case .json: json.text + "\n"
    }
  }

  private var summary: String {
    "\(entries) \(entries == 1 ? "entry" : "entries"), "
      + "\(documents) \(documents == 1 ? "document" : "documents")"
      + (runs == 0 ? "" : ", \(runs) \(runs == 1 ? "run" : "runs")")
  }

  private func text(width: Int) -> String {
    guard !faults.isEmpty else {
      return sentence("sound: \(summary) read again and recomputed", width: width)
    }
    let lines = faults.map { fault in
      "not sound: \(fault.kind)"
        + (fault.entry.map { ", entry \($0)" } ?? "") + ": \(fault.problem)\n"
    }
    let count = "\(faults.count) of what was checked is wrong: \(summary)"
    return lines.joined() + sentence(count, width: width)
  }

  /// A finding with the head behind it: on its line where there is room.
  private func sentence(_ finding: String, width: Int) -> String {
    guard !head.isEmpty else { return "\(finding); the head cannot be read\n" }
    let line = "\(finding), head \(head)"
    return (line.count <= width ? line : "\(finding)\nhead \(head)") + "\n"
  }

  private var table: Table {
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
      "documents": .integer(documents), "runs": .integer(runs), "faults": table.json,
    ]
  }
}
