public import FinanceBasics

/// What is wrong with the files of a series before its values can be checked.
public enum SeriesFileFault: Fault, Hashable {
  case keyUnknown(String, nearest: String?)
  case expectsText(String)
  case tableMissing(String)
  case tableUnreadable(String, reason: String)
  case tableTooLarge(Int)
  case tableEmpty
  /// A quote inside a bare cell, or words behind a closing quote.
  case quoteMisplaced
  case quoteOpen
  case rowLength(found: Int, expected: Int)
  case columnMissing(String, columns: [String])
  /// Two columns of the table have one name.
  case columnDoubled(String)
  /// The heading names one column for two purposes.
  case columnShared(String)
  case furtherFaults(Int)

  private enum Code: String, CaseIterable {
    case keyUnknown = "series.field-unknown"
    case expectsText = "series.field-expects-text"
    case tableMissing = "series.file-missing"
    case tableUnreadable = "series.file-unreadable"
    case tableTooLarge = "series.file-too-large"
    case tableEmpty = "series.file-empty"
    case quoteMisplaced = "series.quote-misplaced"
    case quoteOpen = "series.quote-open"
    case rowLength = "series.row-length"
    case columnMissing = "series.column-missing"
    case columnDoubled = "series.column-doubled"
    case columnShared = "series.column-shared"
    case furtherFaults = "series.further-faults"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .keyUnknown: Code.keyUnknown.rawValue
    case .expectsText: Code.expectsText.rawValue
    case .tableMissing: Code.tableMissing.rawValue
    case .tableUnreadable: Code.tableUnreadable.rawValue
    case .tableTooLarge: Code.tableTooLarge.rawValue
    case .tableEmpty: Code.tableEmpty.rawValue
    case .quoteMisplaced: Code.quoteMisplaced.rawValue
    case .quoteOpen: Code.quoteOpen.rawValue
    case .rowLength: Code.rowLength.rawValue
    case .columnMissing: Code.columnMissing.rawValue
    case .columnDoubled: Code.columnDoubled.rawValue
    case .columnShared: Code.columnShared.rawValue
    case .furtherFaults: Code.furtherFaults.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .keyUnknown(let name, _): "'\(name)' is not a field of a series"
    case .expectsText(let field): "'\(field)' takes one text"
    case .tableMissing(let path): "there is no file \(path)"
    case .tableUnreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .tableTooLarge(let count):
      "the table has \(count) bytes or more; at most 4,194,304 are read"
    case .tableEmpty: "the table has no row with a value"
    case .quoteMisplaced: "a quote stands in the middle of a cell"
    case .quoteOpen: "the cell begins with a quote that is never closed"
    case .rowLength(let found, let expected):
      "the row has \(found) \(found == 1 ? "cell" : "cells"), and the header has \(expected)"
    case .columnMissing(let name, let columns):
      "the table has no column '\(name)'; its columns are \(columns.joined(separator: ", "))"
    case .columnDoubled(let name): "two columns are called '\(name)'"
    case .columnShared(let name): "the column '\(name)' is named for two things"
    case .furtherFaults(let count):
      "the table has \(count) further \(count == 1 ? "fault" : "faults"), the first here"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .keyUnknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "take it away, or put it into the note: see docs/series.md"
    case .expectsText: "write it behind the colon, on one line"
    case .tableMissing: "check the name: it is looked for from the folder of this file"
    case .tableUnreadable: "check that you may read it, and that it is a file"
    case .tableTooLarge: "split the series, or leave out what leases do not need"
    case .tableEmpty: "give a header and a row for each month or day"
    case .quoteMisplaced: "put the whole cell in quotes, and write a quote inside it twice"
    case .quoteOpen: "close it with a quote before the next comma"
    case .rowLength: "put a cell with a comma in quotes, and give each row a cell a column"
    case .columnMissing(let name, let columns):
      nearestName(to: name, among: columns).map { "write \($0), if that is what is meant" }
        ?? "name the column of the table under columns"
    case .columnDoubled: "give each a name of its own"
    case .columnShared: "name a column for each"
    case .furtherFaults: "put the others right first: they are often the same fault"
    }
  }
}
