public import FinanceBasics

/// What is wrong with the map of a rent roll, or with its table as the map reads it.
public enum RentRollFault: Fault, Hashable {
  case keyUnknown(String, nearest: String?)
  case keyMissing(String)
  /// A path that no deal file has at a leaf outside of lists.
  case pathMalformed(String)
  case pathDoubled(String)
  case tableEmpty
  /// The map names a column that the table does not have.
  case columnMissing(String, nearest: String?)
  /// The table has a column that the map does not name.
  case columnUnmapped(String)
  case columnDoubled(String)
  case rowLength(found: Int, expected: Int)
  case idMissing(column: String)
  case idDoubled(String, line: Int)

  private enum Code: String, CaseIterable {
    case keyUnknown = "rentroll.key-unknown"
    case keyMissing = "rentroll.key-missing"
    case pathMalformed = "rentroll.path-malformed"
    case pathDoubled = "rentroll.path-doubled"
    case tableEmpty = "rentroll.table-empty"
    case columnMissing = "rentroll.column-missing"
    case columnUnmapped = "rentroll.column-unmapped"
    case columnDoubled = "rentroll.column-doubled"
    case rowLength = "rentroll.row-length"
    case idMissing = "rentroll.id-missing"
    case idDoubled = "rentroll.id-doubled"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    let code: Code =
      switch self {
      case .keyUnknown: .keyUnknown
      case .keyMissing: .keyMissing
      case .pathMalformed: .pathMalformed
      case .pathDoubled: .pathDoubled
      case .tableEmpty: .tableEmpty
      case .columnMissing: .columnMissing
      case .columnUnmapped: .columnUnmapped
      case .columnDoubled: .columnDoubled
      case .rowLength: .rowLength
      case .idMissing: .idMissing
      case .idDoubled: .idDoubled
      }
    return code.rawValue
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .keyUnknown(let key, _): "a map has no '\(key)'"
    case .keyMissing(let key): "the map does not say '\(key)'"
    case .pathMalformed(let path): "'\(path)' is no place of a single value in a deal file"
    case .pathDoubled(let path): "'\(path)' is given twice"
    case .tableEmpty: "the rent roll has no rows"
    case .columnMissing(let column, _): "the rent roll has no column '\(column)'"
    case .columnUnmapped(let column): "the map does not say what the column '\(column)' is"
    case .columnDoubled(let column): "the rent roll has two columns '\(column)'"
    case .rowLength(let found, let expected): "the row has \(found) cells of \(expected)"
    case .idDoubled(let id, let line): "the row is of the deal \(id), and so is line \(line)"
    case .idMissing(let column): "the row has nothing in '\(column)', which names its deal"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .keyUnknown(_, let nearest), .columnMissing(_, let nearest):
      nearest.map { "write '\($0)', if that is what is meant" } ?? "take it out of the map"
    case .keyMissing(let key): "add it, as docs/ledger.md shows: \(key): …"
    case .pathMalformed: "write head fields by their names, others as terms.… or assumptions.…"
    case .pathDoubled: "keep one of the two"
    case .tableEmpty: "write a header and a row a lease"
    case .columnUnmapped: "map it, or name it under `ignore`"
    case .columnDoubled: "rename one of them"
    case .rowLength: "give every column a cell, empty where nothing is known"
    case .idDoubled: "give each lease a row and a name of its own"
    case .idMissing: "write what the lease is called there"
    }
  }
}
