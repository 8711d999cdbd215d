import FinanceBasics
import LeaseModel

/// A file of a batch, read as what it is for.
enum BatchFile {
  case deal(ParsedFile)
  case series(ParsedSeries)
  case scenario(ParsedScenario)
  /// The values of a series without the heading that says what they are.
  case table(DealFileBatch.File)

  /// Every file but repetitions of another, and tables of headings among them.
  static func reading(_ files: [DealFileBatch.File]) -> [BatchFile] {
    var seen: Set<[[UInt8]]> = []
    let read = files.filter { seen.insert([$0.bytes, $0.table?.bytes ?? []]).inserted }
      .map { BatchFile($0) }
    let tables = Set(read.compactMap(\.tableBytes))
    return read.filter { file in
      if case .table(let table) = file { !tables.contains(table.bytes) } else { true }
    }
  }

  private init(_ file: DealFileBatch.File) {
    if file.path.lowercased().hasSuffix(".csv") {
      self = .table(file)
      return
    }
    switch FilePurpose(file.bytes, file: file.path) {
    case .deal: self = .deal(ParsedFile(file.bytes, file: file.path))
    case .series(let root, let faults):
      self = .series(
        ParsedSeries(
          root, bytes: file.bytes, file: file.path, faults: faults, table: file.table))
    case .scenario: self = .scenario(ParsedScenario(file.bytes, file: file.path))
    }
  }

  /// The values that a heading names.
  private var tableBytes: [UInt8]? {
    if case .series(let parsed) = self { parsed.table.bytes } else { nil }
  }

  /// The file as it was read.
  var contents: FileContents {
    switch self {
    case .deal(let parsed): parsed.contents
    case .series(let parsed): FileContents(file: parsed.file, bytes: parsed.bytes)
    case .scenario(let parsed): FileContents(file: parsed.file, bytes: parsed.bytes)
    case .table(let file): FileContents(file: file.path, bytes: file.bytes)
    }
  }
}

/// A scenario as far as it could be read, and everything found wrong in it.
struct ParsedScenario {
  let file: String
  let bytes: [UInt8]
  private(set) var scenario: Scenario?
  private(set) var faults: [any Diagnostic] = []

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    do throws(Diagnostics) {
      scenario = try ScenarioFileReader().read(bytes: bytes, file: file)
    } catch {
      faults = error.all
    }
  }
}

extension FileContents {
  /// A file that holds no deal, amendment, party or site.
  init(file: String, bytes: [UInt8]) {
    self.init(
      file: file, bytes: bytes, deal: nil, amendment: nil, announcement: nil, parties: [],
      sites: [])
  }
}
