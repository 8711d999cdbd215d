public import Reports

extension Workbook {
  /// A report as a workbook: a sheet for each table that people see, one for the rows that programs
  /// get where these are others, and the notes.
  ///
  /// - Throws: `workbook.amount-too-large`; what the report's further parts meet.
  public init(_ report: any TabularReport, title: String, notes: WorkbookNotes) throws {
    var sheets: [Worksheet] = []
    let parts = report.parts
    let programs = parts.filter { $0.audience == .programs }
    for part in parts.filter({ $0.audience != .programs }) + (try report.furtherParts) + programs {
      if part.audience.includesPeople {
        sheets.append(try TableSheet(part.table, named: part.name, isForPrograms: false).sheet())
      }
      if part.isForPrograms {
        let name = part.audience == .programs ? part.name : "Data"
        sheets.append(try TableSheet(part.table, named: name, isForPrograms: true).sheet())
      }
    }
    self.init(title: title, author: notes.program, sheets: sheets + [notes.sheet])
  }
}

extension ReportPart {
  var table: Table {
    switch content {
    case .table(let table): table
    case .properties(let properties): properties.table
    }
  }

  /// Whether programs get other rows or columns than people do.
  var isForPrograms: Bool {
    guard case .table(let table) = content else { return false }
    switch audience {
    case .programs: return true
    case .people: return false
    case .all:
      let (people, programs) = (table.forPeople, table.forPrograms)
      return people.columns != programs.columns || people.rows != programs.rows
    }
  }
}
