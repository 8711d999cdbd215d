import Foundation
import GRDB

extension Ledger {
  /// Makes the ledger anew from what an export wrote: the same rows, the same chain, the same head.
  ///
  /// Every file is hashed again first, and what was made is verified before it is put at the path.
  ///
  /// - Returns: What the check of the new ledger found: nothing, with its head.
  /// - Throws: `CopyProblem`, with the file at fault; nothing is left at the path then.
  public static func rebuild(from folder: String, at path: String) throws -> VerificationReport {
    let manifest = try ExportManifest.read(in: folder)
    try manifest.check(folder)
    return try placeCopy(at: path) { unfinished in
      let connection = try newConnection(at: unfinished, schema: manifest.schema)
      try connection.write { database in
        for table in try ExportedTable.all(in: database) {
          try TableReading(table, folder: folder).add(to: database)
        }
      }
      try connection.queue.writeWithoutTransaction { try Schema.migrate($0) }
      try connection.closeWhole()
      let ledger = try Ledger.open(at: unfinished, mode: .readOnly)
      let report = try ledger.verify()
      try ledger.close()
      if let fault = report.damage.first {
        throw CopyProblem.notAnExport(folder: folder, finding: fault.description)
      }
      guard report.head.count == manifest.entries, report.head.hash == manifest.head else {
        throw CopyProblem.otherHead(
          folder: folder, stated: "\(manifest.entries) \(manifest.head)",
          found: "\(report.head.count) \(report.head.hash)")
      }
      return report
    }
  }
}

/// The rows of one file of an export on their way into the table.
private struct TableReading {
  private let table: ExportedTable
  private let folder: String
  private let path: String

  init(_ table: ExportedTable, folder: String) {
    self.table = table
    self.folder = folder
    path = "\(folder)/tables/\(table.name).csv"
  }

  func add(to database: Database) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CopyProblem.changedFile(path: path, finding: "it is missing")
    }
    var rows = ExportedRows(data)
    do throws(ExportedRows.Fault) {
      guard try rows.next() == table.header else {
        throw ExportedRows.Fault(
          line: 1, finding: "its columns are not \(table.header.joined(separator: ", "))")
      }
    } catch {
      throw CopyProblem.badLine(path: path, line: error.line, finding: error.finding)
    }
    let statement = try database.makeStatement(sql: table.insertion)
    while true {
      let line = rows.line
      do {
        guard let cells = try rows.next() else { return }
        statement.setUncheckedArguments(StatementArguments(try values(of: cells, line: line)))
        try statement.execute()
      } catch let fault as ExportedRows.Fault {
        throw CopyProblem.badLine(path: path, line: fault.line, finding: fault.finding)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw CopyProblem.badLine(path: path, line: line, finding: RefusedRule(error).words)
      }
    }
  }

  private func values(of cells: [String?], line: Int) throws -> [DatabaseValue] {
    guard cells.count == table.columns.count else {
      throw ExportedRows.Fault(
        line: line, finding: "it has \(cells.count) cells of \(table.columns.count)")
    }
    return try cells.enumerated().map { column, cell in
      if table.name == "document", table.columns[column] == ExportedTable.documentBytes {
        return try document(cell, line: line)
      }
      guard let value = table.value(of: cell, at: column) else {
        throw ExportedRows.Fault(
          line: line, finding: "\"\(cell ?? "")\" is no \(table.columns[column])")
      }
      return value
    }
  }

  private func document(_ file: String?, line: Int) throws -> DatabaseValue {
    guard let file, !file.split(separator: "/").contains(".."),
      let data = FileManager.default.contents(atPath: "\(folder)/\(file)")
    else {
      throw ExportedRows.Fault(line: line, finding: "there is no file \(file ?? "")")
    }
    return data.databaseValue
  }
}
