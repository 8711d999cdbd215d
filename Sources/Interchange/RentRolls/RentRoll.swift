public import FinanceBasics
import LeaseModel

/// A table with a lease a row, as deal files: one a row, whose bytes depend on that row alone.
public struct RentRoll: Sendable {
  /// A deal file for each row, in the order of the rows, and before them a file with the parties
  /// and sites that the rows name and the book does not know.
  public let files: [DealFileBatch.File]
  /// How many rows have one.
  public let rowCount: Int
  /// What is wrong with rows that no file can be made of; where there is any, none may be recorded.
  public let faults: [any Diagnostic]

  /// Where the lines of the files come from, by the file's path and the line.
  private let origins: [String: [Int: DiagnosticLocation]]

  /// Reads a table by a map.
  ///
  /// - Parameter known: What the ledger holds; parties and sites that it does not know are defined.
  /// - Throws: Every fault of the map and of the head of the table, and of the rows where no file can
  ///   be made of any; those of values come from reading the files, and `located` tells their rows.
  public init(
    table: [UInt8], named tableFile: String, map: [UInt8], named mapFile: String,
    known: KnownBook
  ) throws(Diagnostics) {
    let map = RentRollMap(map, file: mapFile)
    guard map.faults.isEmpty else { throw Diagnostics(Diagnostics.sorted(map.faults)) }
    var reading = RentRollReading(map, mapFile: mapFile, tableFile: tableFile, known: known)
    reading.read(table)
    guard reading.faults.isEmpty || !reading.files.isEmpty else {
      throw Diagnostics(Diagnostics.sorted(reading.faults))
    }
    faults = reading.faults
    rowCount = reading.files.count
    files = [reading.definitions].compactMap { $0 } + reading.files
    origins = reading.origins
  }

  /// A problem with one of the files, told by the row of the table or the line of the map.
  public func located(_ problem: any Diagnostic) -> any Diagnostic {
    guard let file = problem.location.file, let lines = origins[file] else { return problem }
    // A fault of the whole file stands at its row: line 1, the id of the deal.
    guard var place = problem.location.line.flatMap({ lines[$0] }) ?? lines[1] else {
      return problem
    }
    if let field = problem.location.field, !field.isEmpty, place.field == nil {
      place.field = field
    }
    return RentRollProblem(cause: problem, location: place)
  }
}

/// A problem with a deal file that was made of a row, at the row.
private struct RentRollProblem: Diagnostic {
  let cause: any Diagnostic
  let location: DiagnosticLocation

  var code: String { cause.code }
  var problem: String { cause.problem }
  var remedy: String { cause.remedy }
  var kind: DiagnosticKind { cause.kind }
}
