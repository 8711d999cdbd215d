/// What a backup, an export or an import made: where it is, what is in it, and its head.
public struct CopyReport: Sendable {
  /// What was made of which.
  public enum Kind: String, Sendable {
    case backup, export
    case rebuilt = "import"
  }

  let kind: Kind
  let path: String
  let entries: Int
  let documents: Int
  let head: String

  /// Takes the parts as given.
  ///
  /// - Parameters:
  ///   - path: Of what was made.
  ///   - head: The hash of the last entry.
  public init(_ kind: Kind, path: String, entries: Int, documents: Int, head: String) {
    self.kind = kind
    self.path = path
    self.entries = entries
    self.documents = documents
    self.head = head
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text
    case .csv: renderCSV(table)
    case .json: renderJSON(table)
    }
  }

  private var text: String {
    let contents =
      "\(entries) \(entries == 1 ? "entry" : "entries") and "
      + "\(documents) \(documents == 1 ? "document" : "documents")"
    let sentence =
      switch kind {
      case .backup: "copied \(contents) to \(path), and found the copy whole"
      case .export: "wrote \(contents) to the folder \(path)"
      case .rebuilt: "rebuilt \(path) with \(contents), and found it whole"
      }
    return "\(sentence)\nhead \(head)\n"
  }

  private var table: Table {
    Table(
      columns: [
        Column("made", "Made", .text, isKey: true), Column("path", "Path", .text),
        Column("entries", "Entries", .count), Column("documents", "Documents", .count),
        Column("head", "Head", .text),
      ],
      rows: [
        Row([.text(kind.rawValue), .text(path), .count(entries), .count(documents), .text(head)])
      ])
  }
}
