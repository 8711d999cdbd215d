public import FinanceBasics

/// What a workbook cannot hold, or why it cannot be written.
public enum WorkbookProblem: Diagnostic {
  /// More rows than a sheet has.
  case tooManyRows(sheet: String, count: Int)
  /// More columns than a sheet has.
  case tooManyColumns(sheet: String, count: Int)
  /// Words that a cell cannot hold whole.
  case textTooLong(sheet: String, cell: String, count: Int)
  /// An amount that a spreadsheet's fifteen digits do not hold to the cent.
  case amountTooLarge(sheet: String, cell: String)
  /// What the library or the system says.
  case unwritable(reason: String)

  /// A stable name, such as `workbook.too-many-rows`.
  public var code: String {
    switch self {
    case .tooManyRows: "workbook.too-many-rows"
    case .tooManyColumns: "workbook.too-many-columns"
    case .textTooLong: "workbook.text-too-long"
    case .amountTooLarge: "workbook.amount-too-large"
    case .unwritable: "workbook.unwritable"
    }
  }

  /// What does not fit, and where.
  public var problem: String {
    switch self {
    case .tooManyRows(let sheet, let count):
      "the sheet \(sheet) would have \(count) rows, and a sheet holds \(WorkbookLimits.rows)"
    case .tooManyColumns(let sheet, let count):
      "the sheet \(sheet) would have \(count) columns, and a sheet holds \(WorkbookLimits.columns)"
    case .textTooLong(let sheet, let cell, let count):
      "\(cell) of the sheet \(sheet) would have \(count) characters, and a cell holds "
        + "\(WorkbookLimits.characters)"
    case .amountTooLarge(let sheet, let cell):
      "the amount in \(cell) of the sheet \(sheet) has more than 15 digits, which a spreadsheet "
        + "does not keep to the cent"
    case .unwritable(let reason): "the workbook cannot be written: \(reason)"
    }
  }

  /// A workbook is no file of the reader's yet.
  public var location: DiagnosticLocation { .unknown }

  /// How the answer can be had nevertheless.
  public var remedy: String {
    switch self {
    case .tooManyRows: "ask for fewer deals, longer periods or fewer groups, or take --format csv"
    case .tooManyColumns: "ask for fewer deals or groups, or take --format csv"
    case .textTooLong, .amountTooLarge: "take --format csv or --format json, which hold it whole"
    case .unwritable: "make room in the folder for temporary files, which TMPDIR names"
    }
  }

  /// Bad data, but for what the disk refuses.
  public var kind: DiagnosticKind {
    switch self {
    case .unwritable: .storeFailure
    default: .badData
    }
  }
}

/// What a sheet holds.
///
/// Source: Microsoft, "Excel specifications and limits".
enum WorkbookLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  /// Of one cell, counted in UTF-16.
  static let characters = 32_767
  /// In minor units: fifteen digits.
  static let amount: UInt64 = 999_999_999_999_999
}
