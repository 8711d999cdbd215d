import Foundation
import Testing

/// A workbook as an independent reader, openpyxl of Debian's Python, finds it.
struct ReadWorkbook: Decodable {
  struct Sheet: Decodable {
    let name: String
    /// The first cell that moves; `nil` where nothing is frozen.
    let frozen: String?
    let filter: String?
    let titles: String?
    let landscape: String?
    /// Whether it is printed as wide as a page, on as many as it takes.
    let fit: Bool
    let highlighted: [String]
    let rows: [[Cell]]
  }

  struct Cell: Decodable {
    /// Blank, text, number, date, formula, or error.
    let kind: String
    let value: Scalar?
    let formula: String?
    let format: String
  }

  enum Scalar: Decodable, Equatable {
    case text(String)
    case number(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
  }

  let title: String?
  let author: String?
  let created: String
  let sheets: [Sheet]

  private static let python = "/usr/bin/python3"
  private static let script = PackageFolder.root
    .appending(path: "Tests/CommandTests/Support/workbook.py").path

  static let isPossible: Bool = {
    let run = try? ShellLine("\(python) -c 'import openpyxl'").run(in: ScratchFolder())
    return run?.status == 0 || ProcessInfo.processInfo.environment["CI"] != nil
  }()

  /// Reads a file of a folder.
  static func reading(_ file: String, in folder: ScratchFolder) throws -> ReadWorkbook {
    let run = try ShellLine("\(python) -W ignore \(script) read \(file)").run(in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return try JSONDecoder().decode(ReadWorkbook.self, from: run.outputBytes)
  }

  /// Puts a number into a cell, and writes the workbook as another file.
  static func changing(
    _ file: String, in folder: ScratchFolder, _ sheet: String, _ cell: String, to number: Double,
    as other: String
  ) throws {
    let line = "\(python) -W ignore \(script) set \(file) \(sheet) \(cell) \(number) \(other)"
    let run = try ShellLine(line).run(in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  func sheet(_ name: String) throws -> Sheet {
    try #require(sheets.first { $0.name == name }, "\(name) of \(sheets.map(\.name))")
  }
}

extension ReadWorkbook.Sheet {
  /// The row of headings, from 0: the first whose first cell is one.
  func heading(beginningWith text: String) throws -> Int {
    try #require(rows.firstIndex { $0.first?.value?.text == text }, "\(name) has \(text)")
  }

  /// The rows below a row of headings, by the headings, as far as they have a first cell.
  func table(below heading: Int) -> [[String: ReadWorkbook.Cell]] {
    let names = rows[heading].map { $0.value?.text ?? "" }
    return rows[(heading + 1)...].prefix { $0.first?.value != nil }.map { row in
      Dictionary(zip(names, row)) { first, _ in first }
    }
  }
}

/// LibreOffice without a window, as one who is sent a workbook has it.
enum Recalculation {
  static let isPossible =
    PackageFolder.program("soffice") != nil || ProcessInfo.processInfo.environment["CI"] != nil

  /// Reckons every formula anew, whatever the file says that it comes to.
  ///
  /// - Returns: The name of the workbook with what LibreOffice finds.
  static func recalculated(_ file: String, in folder: ScratchFolder) throws -> String {
    let profile = folder.url.appending(path: "office/user")
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    try Data(settings.utf8).write(to: profile.appending(path: "registrymodifications.xcu"))
    let line =
      "soffice --headless -env:UserInstallation=file://\(folder.url.path)/office "
      + "--convert-to xlsx --outdir recalculated \(file)"
    let run = try ShellLine(line).run(in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return "recalculated/\(file)"
  }

  /// "Recalculation on File Load: Always" of the program's options.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" \
    oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}
