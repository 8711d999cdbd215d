import CXlsxWriter
import Foundation

extension Workbook {
  /// The workbook as a file of Office Open XML; the same bytes for the same workbook.
  ///
  /// - Throws: `workbook.too-many-rows`, `workbook.too-many-columns`, `workbook.text-too-long`;
  ///   `workbook.unwritable` where there is no room for temporary files.
  public func bytes() throws(WorkbookProblem) -> [UInt8] {
    for sheet in sheets { try sheet.checkLimits() }
    let folder = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/workbook.xlsx"
    let file = WorkbookFile(path: path, temporaryFolder: folder)
    file?.write(self)
    guard let file, file.close() else { throw .unwritable(reason: Self.reason(errno)) }
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw .unwritable(reason: error.localizedDescription)
    }
  }

  /// A folder of our own, which is taken away with all that the library leaves in it.
  private static func temporaryFolder() throws(WorkbookProblem) -> String {
    let parent = FileManager.default.temporaryDirectory
    // mkdtemp asks for six letters X at the end, and puts others in their place.
    var template = Array(parent.appending(path: "leasebook-XXXXXX").path.utf8CString)
    guard mkdtemp(&template) != nil else { throw .unwritable(reason: reason(errno)) }
    return template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}

extension Worksheet {
  /// - Throws: What a sheet or a cell cannot hold.
  func checkLimits() throws(WorkbookProblem) {
    guard rows.count <= WorkbookLimits.rows else {
      throw .tooManyRows(sheet: name, count: rows.count)
    }
    for (position, row) in rows.enumerated() {
      guard row.count <= WorkbookLimits.columns else {
        throw .tooManyColumns(sheet: name, count: row.count)
      }
      for (column, cell) in row.enumerated() {
        // A text is shorter in UTF-16 than in UTF-8, and the latter is counted at once.
        guard case .text(let text) = cell.content, text.utf8.count > WorkbookLimits.characters,
          text.utf16.count > WorkbookLimits.characters
        else { continue }
        throw .textTooLong(
          sheet: name, cell: CellReference(row: position, column: column).text,
          count: text.utf16.count)
      }
    }
  }
}
