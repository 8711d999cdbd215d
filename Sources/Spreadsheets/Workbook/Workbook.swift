import FinanceBasics

/// A workbook as a value: what a spreadsheet program opens, before any file is written.
///
///     let workbook = Workbook(
///       title: "Rent roll", author: "leasebook 0.2.0",
///       sheets: [Worksheet(name: "Halls", rows: [[.text("hall 1"), .number(49)]])])
///     try workbook.bytes()
public struct Workbook: Hashable, Sendable {
  /// What the file's properties call it.
  public let title: String
  /// The program that wrote it.
  public let author: String
  /// In the order of their tabs; each has a name that a workbook may hold, unlike that of any other.
  public let sheets: [Worksheet]

  /// The day in every file's properties, 2000-01-01, so that the same question has the same bytes.
  static let created = CalendarDate(dayNumber: 10_957)

  /// - Precondition: At least one sheet.
  public init(title: String, author: String, sheets: [Worksheet]) {
    precondition(!sheets.isEmpty, "a workbook has a sheet")
    self.title = title
    self.author = author
    var names = SheetNames()
    self.sheets = sheets.map { sheet in
      var named = sheet
      named.name = names.name(for: sheet.name)
      return named
    }
  }
}
