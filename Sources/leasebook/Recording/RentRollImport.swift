import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore
import Reports

/// Records a rent roll: every row, or none.
struct RentRollImport {
  let ledgerPath: String
  let table: DealFileBatch.File
  let map: DealFileBatch.File

  /// Records the rows that the ledger does not hold.
  ///
  /// - Throws: Every fault of every row, with the row's line.
  func record() throws -> DealRecorder.Result {
    try locating { try DealRecorder(path: ledgerPath).record(making: $0) }
  }

  /// What recording would add; nothing is recorded.
  ///
  /// - Throws: As recording would.
  func rehearse() throws -> RehearsalReport {
    try locating { making in
      let reading = try DealRecorder(path: ledgerPath).rehearse(making: making)
      return RehearsalReport(reading, of: table.path)
    }
  }

  /// What is wrong with the values of rows that have a file, beside rows that have none.
  private static func faults(
    of files: [DealFileBatch.File], _ known: KnownBook
  ) -> [any Diagnostic] {
    do {
      return ProjectionCheck(of: try DealFileBatch(reading: files, known: known)).problems
    } catch {
      return error.all
    }
  }

  /// Tells the faults of the files that are made of the rows by their rows.
  private func locating<Answer>(
    _ run: ((KnownBook) throws -> [DealFileBatch.File]) throws -> Answer
  ) throws -> Answer {
    var roll: RentRoll?
    do {
      return try run { known in
        let read = try RentRoll(
          table: table.bytes, named: table.path, map: map.bytes, named: map.path, known: known)
        roll = read
        guard read.faults.isEmpty else {
          throw Diagnostics(read.faults + Self.faults(of: read.files, known))
        }
        return read.files
      }
    } catch let problems as Diagnostics {
      guard let roll else { throw problems }
      throw Diagnostics(Diagnostics.sorted(problems.all.map(roll.located)))
    }
  }
}

/// What an import would record.
struct RehearsalReport {
  private let items: [Recordable]
  private let repeated: [String]
  private let file: String

  init(_ reading: DealRecorder.Reading, of file: String) {
    items = reading.items
    repeated = reading.repeated
    self.file = file
  }

  func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text
    case .csv: renderCSV(table)
    case .json: renderJSON(table)
    }
  }

  private var rows: [(kind: String, subject: String, status: String)] {
    repeated.map { ("file", $0, "already recorded") }
      + items.map { item in
        switch item {
        case .party(let party, _): ("party", party.id.text, "new")
        case .site(let site, _): ("site", site.id.text, "new")
        case .deal(let deal, _): ("deal", deal.id.text, "new")
        case .amendment(_, let deal, _): ("deal", deal.id.text, "amended")
        case .series(let series, _, _): ("series", series.id.text, "new")
        case .scenario(let scenario, _): ("scenario", scenario.id.text, "new")
        }
      }
  }

  private var text: String {
    let lines = rows.map { row in
      row.kind == "file"
        ? "\(row.subject): already recorded" : "would record \(row.kind) \(row.subject)"
    }
    return (lines + ["\(file): no fault; nothing was recorded"]).map { $0 + "\n" }.joined()
  }

  private var table: Table {
    Table(
      columns: [
        Column("kind", "Kind", .text, isKey: true), Column("subject", "Subject", .text),
        Column("status", "Status", .text),
      ],
      rows: rows.map { Row([.text($0.kind), .text($0.subject), .text($0.status)]) })
  }
}
