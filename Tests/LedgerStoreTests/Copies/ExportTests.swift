import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("An export and what is rebuilt from it")
struct ExportTests {
  /// Every row of every table, by table.
  private func rows(_ path: String, _ scratch: Scratch) throws -> [String: [[DatabaseValue]]] {
    let queue = try scratch.foreign(path)
    defer { try? queue.close() }
    return try queue.read { database in
      var found: [String: [[DatabaseValue]]] = [:]
      let names = try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
      for name in names {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(name) ORDER BY 1, 2")
        found[name] = rows.map { Array($0.databaseValues) }
      }
      return found
    }
  }

  private func export(_ scratch: Scratch) throws -> ChainHead {
    let ledger = try Ledger.open(at: try scratch.fullLedger(), mode: .readOnly)
    defer { try? ledger.close() }
    return try ledger.export(to: scratch.path("out")).head
  }

  @Test("give the same rows in every table, and the same head")
  func equal() throws {
    let scratch = try Scratch()
    let head = try export(scratch)
    let report = try Ledger.rebuild(from: scratch.path("out"), at: scratch.path("new.db"))
    #expect(report.isSound && report.head == head)
    let (old, new) = (
      try rows(scratch.path("test.db"), scratch), try rows(scratch.path("new.db"), scratch)
    )
    #expect(old == new)
    #expect(old["field"]?.isEmpty == false && old["seriesValue"]?.isEmpty == false)
    #expect(scratch.files == ["new.db", "out", "test.db"])
  }

  @Test("have a file a table that recordings fill; what the schema itself holds or sums has none")
  func tables() throws {
    let scratch = try Scratch()
    _ = try export(scratch)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.path("out/tables"))
    let all = Set(try rows(scratch.path("test.db"), scratch).keys)
    let ofSchema: Set = ["account", "entryKind", "accountTotal"]
    #expect(Set(files) == Set(all.subtracting(ofSchema).map { "\($0).csv" }))
  }

  @Test("keep the documents byte for byte under their names")
  func documents() throws {
    let scratch = try Scratch()
    _ = try export(scratch)
    let file = URL(filePath: scratch.path("out/files/parties.yaml"))
    #expect(Array(try Data(contentsOf: file)) == Sample.partyFile.bytes)
  }

  struct Tampering: CustomTestStringConvertible, Sendable {
    let file: String
    /// Gives the new bytes of the file; `nil` takes it away.
    let change: @Sendable (Data) -> Data?
    let code: String
    let testDescription: String

    init(
      _ name: String, _ file: String, _ code: String, _ change: @escaping @Sendable (Data) -> Data?
    ) {
      testDescription = name
      self.file = file
      self.change = change
      self.code = code
    }
  }

  static let tamperings = [
    Tampering("a byte of a document", "files/parties.yaml", "import.changed-file") {
      $0.dropLast() + Data("!".utf8)
    },
    Tampering("a byte of a table", "tables/field.csv", "import.changed-file") {
      Data(String(decoding: $0, as: UTF8.self).replacing("7000000000", with: "7000000001").utf8)
    },
    Tampering("a missing table", "tables/hall.csv", "import.changed-file") { _ in nil },
    Tampering("a longer table", "tables/entry.csv", "import.changed-file") {
      $0 + Data("\n".utf8)
    },
    Tampering("a file that nobody wrote", "files/other.yaml", "import.changed-file") { _ in
      Data("x".utf8)
    },
    Tampering("no manifest", "manifest.json", "import.not-an-export") { _ in nil },
    Tampering("a manifest that is none", "manifest.json", "import.not-an-export") { _ in
      Data("{}".utf8)
    },
    Tampering("another head", "manifest.json", "import.other-head") { data in
      let text = String(decoding: data, as: UTF8.self)
      return Data(text.replacing(#/"head" : "[0-9a-f]{4}/#, with: "\"head\" : \"0000").utf8)
    },
    Tampering("a newer schema", "manifest.json", "import.newer-schema") { data in
      let text = String(decoding: data, as: UTF8.self)
      return Data(text.replacing(#/"schema" : [0-9]+/#, with: "\"schema\" : 999").utf8)
    },
  ]

  @Test("are refused after any change, with the file named", arguments: tamperings)
  func tampered(_ tampering: Tampering) throws {
    let scratch = try Scratch()
    _ = try export(scratch)
    let file = URL(filePath: scratch.path("out/\(tampering.file)"))
    let before = (try? Data(contentsOf: file)) ?? Data()
    if let changed = tampering.change(before) {
      #expect(changed != before)
      try changed.write(to: file)
    } else {
      try FileManager.default.removeItem(at: file)
    }
    let error = #expect(throws: CopyProblem.self) {
      try Ledger.rebuild(from: scratch.path("out"), at: scratch.path("new.db"))
    }
    #expect(error?.code == tampering.code)
    if tampering.code == "import.changed-file" {
      #expect(error?.location.file == scratch.path("out/\(tampering.file)"))
    }
    #expect(scratch.files == ["out", "test.db"])
  }

  @Test("are refused where the hashes were forged too: the chain does not follow")
  func forged() throws {
    let scratch = try Scratch()
    _ = try export(scratch)
    let table = "tables/field.csv"
    let file = URL(filePath: scratch.path("out/\(table)"))
    let old = try Data(contentsOf: file)
    let new = Data(
      String(decoding: old, as: UTF8.self).replacing("7000000000", with: "7000000001").utf8)
    try new.write(to: file)
    let manifest = URL(filePath: scratch.path("out/manifest.json"))
    let text = try String(contentsOf: manifest, encoding: .utf8)
    let (was, isNow) = (
      Document(name: "", bytes: Array(old)).hash, Document(name: "", bytes: Array(new)).hash
    )
    try Data(text.replacing(was, with: isNow).utf8).write(to: manifest)
    let error = #expect(throws: CopyProblem.self) {
      try Ledger.rebuild(from: scratch.path("out"), at: scratch.path("new.db"))
    }
    #expect(error?.code == "import.not-an-export")
    #expect(error?.problem.contains("verify.content") == true)
    #expect(scratch.files == ["out", "test.db"])
  }

  @Test("replace nothing: neither the folder nor the new ledger")
  func exists() throws {
    let scratch = try Scratch()
    _ = try export(scratch)
    let ledger = try Ledger.open(at: scratch.path("test.db"), mode: .readOnly)
    let folder = #expect(throws: CopyProblem.self) { try ledger.export(to: scratch.path("out")) }
    #expect(folder == .exists(path: scratch.path("out")))
    let file = #expect(throws: CopyProblem.self) {
      try Ledger.rebuild(from: scratch.path("out"), at: scratch.path("test.db"))
    }
    #expect(file == .exists(path: scratch.path("test.db")))
  }

  @Test(
    "give each document a path of its own inside the folder",
    arguments: [
      (["a.yaml", "a.yaml"], ["a.yaml", "a-11111111.yaml"]),
      (["a.yaml", "A.yaml"], ["a.yaml", "A-11111111.yaml"]),
      (["../../etc/passwd", "/b/./c"], ["etc/passwd", "b/c"]),
      (["a", "a/b"], ["a", "by-hash/\(ones)"]),
      (["a/b", "a"], ["a/b", "a-11111111"]),
      (["", "x"], [zeros, "x"]),
    ])
  func names(_ names: [String], _ paths: [String]) {
    var document = DocumentNames()
    let found = zip(names, [Self.zeros, Self.ones]).map { document.path(for: $0, hash: $1) }
    #expect(found == paths)
  }

  static let zeros = String(repeating: "0", count: 64)
  static let ones = String(repeating: "1", count: 64)

  @Test("read back any text, and tell NULL from an empty one")
  func cells() throws {
    let values: [DatabaseValue] = [
      "".databaseValue, .null, "a, \"b\"\nc\r".databaseValue, 7.databaseValue, "ü".databaseValue,
    ]
    let bytes = ExportedLine.bytes(of: values)
    #expect(String(decoding: bytes, as: UTF8.self) == "\"\",,\"a, \"\"b\"\"\nc\r\",7,ü\n")
    var rows = ExportedRows(Data(bytes + bytes))
    for line in [1, 3] {
      #expect(rows.line == line)
      #expect(try rows.next() == ["", nil, "a, \"b\"\nc\r", "7", "ü"])
    }
    #expect(try rows.next() == nil)
    for wrong in ["\"a\n", "a\"b\n", "\"a\"b\n"] {
      var rows = ExportedRows(Data(wrong.utf8))
      #expect(throws: ExportedRows.Fault.self) { try rows.next() }
    }
  }
}
