import CXlsxWriter
import FinanceBasics
import Foundation

/// A workbook being written by the C library; the only place that calls it.
final class WorkbookFile {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  /// `nil` where the library has no memory.
  init?(path: String, temporaryFolder: String) {
    let book = temporaryFolder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return path.withCString { workbook_new_opt($0, &options) }
    }
    guard let book else { return nil }
    self.book = book
  }

  /// Ends the file; whether all of it could be written.
  func close() -> Bool { workbook_close(book) == LXW_NO_ERROR }

  func write(_ workbook: Workbook) {
    let texts = [workbook.title, workbook.author].map { (text: String) in strdup(text) }
    defer { texts.forEach { free($0) } }
    var properties = lxw_doc_properties()
    properties.title = texts[0]
    properties.author = texts[1]
    properties.created = time_t(Workbook.created.dayNumber) * secondsADay
    workbook_set_properties(book, &properties)
    for sheet in workbook.sheets {
      guard let target = workbook_add_worksheet(book, sheet.name) else { continue }
      lay(out: sheet, in: target)
      for (row, cells) in sheet.rows.enumerated() {
        worksheet_set_row(target, lxw_row_t(row), sheet.height(ofRow: row), nil)
        for (column, cell) in cells.enumerated() {
          write(cell, in: target, lxw_row_t(row), lxw_col_t(column))
        }
      }
    }
  }

  private let secondsADay: time_t = 86_400

  // MARK: - Sheets

  private func lay(out sheet: Worksheet, in target: UnsafeMutablePointer<lxw_worksheet>) {
    for (column, width) in sheet.columnWidths.enumerated() {
      worksheet_set_column(target, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        target, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    }
    if let heading = sheet.headingRow {
      worksheet_repeat_rows(target, lxw_row_t(heading), lxw_row_t(heading))
      if let end = sheet.filterEnd, end > heading {
        worksheet_autofilter(
          target, lxw_row_t(heading), 0, lxw_row_t(end),
          lxw_col_t(max(sheet.rows[heading].count, 1) - 1))
      }
    }
    worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    worksheet_set_landscape(target)
    worksheet_fit_to_pages(target, 1, 0)
    worksheet_set_margins(target, 0.5, 0.5, 0.6, 0.6)
    worksheet_set_footer(target, "&L&8&A&R&8Page &P of &N")
    if let tab = sheet.tab { worksheet_set_tab_color(target, tab.color) }
    for range in sheet.verdicts { color(range, in: target) }
  }

  /// Green where a verdict is good, red where it is bad.
  private func color(_ range: CellRange, in target: UnsafeMutablePointer<lxw_worksheet>) {
    let looks = [
      (Worksheet.verdictWords.good, ink: 0x00_61_00, fill: 0xC6_EF_CE),
      (Worksheet.verdictWords.bad, ink: 0x9C_00_06, fill: 0xFF_C7_CE),
    ]
    for (word, ink, fill) in looks {
      let format = workbook_add_format(book)
      format_set_font_color(format, lxw_color_t(ink))
      format_set_bg_color(format, lxw_color_t(fill))
      "\"\(word)\"".withCString { text in
        var condition = lxw_conditional_format()
        condition.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
        condition.value_string = UnsafeMutablePointer(mutating: text)
        condition.format = format
        worksheet_conditional_format_range(
          target, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.columns.lowerBound),
          lxw_row_t(range.rows.upperBound), lxw_col_t(range.columns.upperBound), &condition)
      }
    }
  }

  // MARK: - Cells

  private func write(
    _ cell: SheetCell, in target: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t
  ) {
    let format = format(of: cell.style)
    switch cell.content {
    case .blank: worksheet_write_blank(target, row, column, format)
    case .text(let text): worksheet_write_string(target, row, column, text, format)
    case .number(let number): worksheet_write_number(target, row, column, number, format)
    case .date(let day): worksheet_write_number(target, row, column, day.serial, format)
    case .formula(let formula, .number(let shown)):
      worksheet_write_formula_num(target, row, column, "=" + formula, format, shown)
    case .formula(let formula, .date(let day)):
      worksheet_write_formula_num(target, row, column, "=" + formula, format, day.serial)
    case .formula(let formula, .text(let shown)):
      worksheet_write_formula_str(target, row, column, "=" + formula, format, shown)
    }
  }

  private func format(of style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
    if style.isBold { format_set_bold(format) }
    format_set_font_size(format, style.size)
    if let color = style.ink.color { format_set_font_color(format, color) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, fill.color)
    }
    if style.wraps { format_set_text_wrap(format) }
    format_set_align(format, UInt8(style.verticalAlignment.rawValue))
    if let alignment = style.alignment {
      format_set_align(format, UInt8(alignment.code.rawValue))
    }
    if style.indent > 0 { format_set_indent(format, UInt8(min(style.indent, 15))) }
    if let line = style.top { format_set_top(format, UInt8(line.code.rawValue)) }
    if let line = style.bottom { format_set_bottom(format, UInt8(line.code.rawValue)) }
    formats[style] = format
    return format
  }
}

extension CalendarDate {
  /// The number by which spreadsheet programs know the day: days since 1899-12-30.
  var serial: Double { Double(dayNumber) + 25_569 }
}

extension CellStyle {
  fileprivate var verticalAlignment: lxw_format_alignments {
    wraps && fill != .heading ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
  }
}

extension CellStyle.Ink {
  fileprivate var color: lxw_color_t? {
    switch self {
    case .normal: nil
    case .muted: 0x59_59_59
    case .reversed: 0xFF_FF_FF
    case .input: 0x1F_4E_C8
    }
  }
}

extension CellStyle.Fill {
  fileprivate var color: lxw_color_t {
    switch self {
    case .heading: 0x1F_38_64
    case .total: 0xE7_EC_F4
    case .subtotal: 0xF5_F7_FA
    case .input: 0xFF_F7_DB
    case .posted: 0xF2_F2_F2
    }
  }
}

extension CellStyle.Alignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .right: LXW_ALIGN_RIGHT
    case .center: LXW_ALIGN_CENTER
    }
  }
}

extension CellStyle.Line {
  fileprivate var code: lxw_format_borders {
    switch self {
    case .thin: LXW_BORDER_THIN
    case .double: LXW_BORDER_DOUBLE
    }
  }
}
