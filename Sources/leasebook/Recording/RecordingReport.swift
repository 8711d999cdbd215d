import LedgerStore
import Reports

/// What `record` did: a line for what was added, and one for each file that changed nothing.
struct RecordingReport {
  private let result: DealRecorder.Result

  init(_ result: DealRecorder.Result) {
    self.result = result
  }

  func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text
    case .csv: renderCSV(table)
    case .json: renderJSON(table)
    }
  }

  private var text: String {
    var lines = result.repeated.map { "\($0): already recorded, nothing changed" }
    lines += result.outcome.items.filter { !$0.isNew }.map {
      "\($0.kind.rawValue) \($0.subject): \($0.status.rawValue), nothing changed"
    }
    let added = result.outcome.items.filter(\.isNew)
    for item in added where item.kind == .deal {
      lines.append(
        "recorded \(item.subject), \(item.number == 1 ? "new" : "version \(item.number)")"
          + " (entry \(item.entry))")
    }
    for kind in EntryKind.allCases where kind != .deal {
      let count = added.count { $0.kind == kind }
      if count > 0 { lines.append("recorded \(Self.name(of: kind, count: count))") }
    }
    lines += result.series.flatMap(\.remarks) + result.further
    let head = result.outcome.head
    lines +=
      added.isEmpty
      ? ["nothing to record"]
      : [
        "the ledger now has \(head.count) \(head.count == 1 ? "entry" : "entries")",
        "head \(head.hash)",
      ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func name(of kind: EntryKind, count: Int) -> String {
    switch kind {
    case .party: "\(count) \(count == 1 ? "party" : "parties")"
    case .series: "\(count) series"
    default: "\(count) \(kind.rawValue)\(count == 1 ? "" : "s")"
    }
  }

  private var table: Table {
    let repeated = result.repeated.map { file in
      Row([.text("file"), .text(file), .text("already recorded"), .blank, .blank])
    }
    let items = result.outcome.items.map { item in
      Row([
        .text(item.kind.rawValue), .text(item.subject), .text(item.status.rawValue),
        .count(item.entry), .count(item.number),
      ])
    }
    return Table(
      columns: [
        Column("kind", "Kind", .text, isKey: true), Column("subject", "Subject", .text),
        Column("status", "Status", .text), Column("entry", "Entry", .count),
        Column("version", "Version", .count),
      ], rows: repeated + items)
  }
}
