import Foundation
import Testing

/// Files that are no ledgers, or were one: refused with a reason, and left as they are.
@Suite("Bad ledgers")
struct BadLedgerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let status: Int32
    let code: String
    /// What of it the message says.
    let finding: String

    init(_ name: String, _ status: Int32, _ code: String, _ finding: String) {
      self.name = name
      self.status = status
      self.code = code
      self.finding = finding
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("text.db", 66, "ledger.not-a-ledger", "it is not a SQLite database"),
    Case("empty.db", 66, "ledger.not-a-ledger", "the file is empty"),
    Case("random.db", 66, "ledger.not-a-ledger", "it is not a SQLite database"),
    Case("device.db", 66, "ledger.not-a-ledger", "it is a device or a pipe, not a file"),
    Case("other.db", 66, "ledger.not-a-ledger", "a SQLite database of another program"),
    Case("newer.db", 74, "ledger.newer-schema", "the ledger has schema 999, and this program"),
    Case("head-only.db", 74, "ledger.corrupted", "its end is missing: it has 4096 bytes of "),
    Case("half.db", 74, "ledger.corrupted", "its end is missing: it has "),
    Case("folder.db", 66, "ledger.is-directory", "this is a folder"),
    Case("text.db/below.db", 66, "ledger.missing", "there is no ledger here"),
    Case("none.db", 66, "ledger.missing", "there is no ledger here"),
    Case("circle.db", 66, "ledger.broken-link", "the symbolic link leads in a circle"),
    Case("nowhere.db", 66, "ledger.broken-link", "leads to gone.db, which is not there"),
  ]

  @Test(
    "are made and read under names that mean something else to SQLite",
    arguments: [":memory:", "file:book.db", "file:book.db?mode=memory"])
  func namesOfSQLite(_ name: String) throws {
    let folder = try ScratchFolder()
    try folder.succeed("init", "--ledger", name)
    #expect(try folder.names.filter { $0 != "samples" } == [name])
    try folder.succeed("verify", "--ledger", name)
  }

  @Test("are not blamed for a head that is none", arguments: ["f0a0248", "", "none"])
  func headThatIsNone(_ head: String) throws {
    let run = try ScratchFolder.withSampleLedger().run("verify", "--head", head)
    #expect(run.status == 64 && run.errors.contains("64 hexadecimal digits"), "\(run.errors)")
  }

  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    let whole = try folder.bytes(of: "leasebook.db")
    let files: [String: Data] = [
      "text.db": Data("dear ledger, ".utf8) + Data(repeating: 65, count: 5_000), "empty.db": Data(),
      "random.db": Data((0..<8_192).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) }),
      "head-only.db": whole.prefix(4_096), "half.db": whole.prefix(whole.count / 2),
    ]
    for (name, bytes) in files {
      try bytes.write(to: folder.url.appending(path: name))
    }
    // Source: SQLite, "Database File Format": the user version at 60, the application's id at 68.
    for (name, place) in [("newer.db", 62), ("other.db", 68)] {
      var changed = whole
      changed.replaceSubrange(place..<place + 2, with: [0x03, 0xE7])
      try changed.write(to: folder.url.appending(path: name))
    }
    for (link, target) in [
      ("circle.db", "circle.db"), ("nowhere.db", "gone.db"), ("device.db", "/dev/null"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "folder.db"), withIntermediateDirectories: false)
    return folder
  }

  static let verbs: [[String]] = [
    ["list"], ["show", "hut8-river-bend"], ["compare"], ["balance"], ["verify"],
    ["record", "samples", "samples/deals"], ["bill", "--through", "2027-12-31"],
    ["backup", "copy.db"], ["export", "made"],
  ]

  @Test("are refused by every verb, and not changed", arguments: cases)
  func refused(_ example: Case) throws {
    let folder = try Self.folder()
    let before = try? folder.bytes(of: example.name)
    let names = try folder.names
    for verb in Self.verbs {
      let run = try folder.run(verb + ["--ledger", example.name])
      #expect(run.status == example.status, "\(verb): \(run.errors)")
      #expect(CommandRun.codes(in: run.errors) == [example.code], "\(verb): \(run.errors)")
      #expect(run.errors.hasPrefix("\(example.name): error["), "\(run.errors)")
      #expect(run.errors.contains(example.finding), "\(verb): \(run.errors)")
      #expect(run.errors.contains("\n  fix: "))
      #expect(run.output.isEmpty)
    }
    #expect((try? folder.bytes(of: example.name)) == before)
    #expect(try folder.names == names)
  }

  @Test(
    "init replaces nothing that is there",
    arguments: cases.filter { $0.code != "ledger.missing" })
  func initReplacesNothing(_ example: Case) throws {
    let folder = try Self.folder()
    let before = try? folder.bytes(of: example.name)
    let run = try folder.run("init", "--ledger", example.name)
    #expect(run.status == 74)
    #expect(CommandRun.codes(in: run.errors) == ["ledger.exists"])
    #expect((try? folder.bytes(of: example.name)) == before)
  }

  @Test("a path below a file cannot become a ledger, and nothing is left of the attempt")
  func belowFile() throws {
    let folder = try Self.folder()
    let names = try folder.names
    let run = try folder.run("init", "--ledger", "text.db/below.db")
    #expect(run.status == 74 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == ["ledger.cannot-open"])
    #expect(try folder.names == names)
  }

  /// Pages of the tables and indexes that one verb or another reads; the first is the schema's.
  @Test(
    "a page that was overwritten is found by verify, and never copied", arguments: [1, 5, 40, 90])
  func overwrittenPage(_ page: Int) throws {
    let folder = try ScratchFolder.withSampleLedger()
    var bytes = try folder.bytes(of: "leasebook.db")
    let pageBytes = 4_096
    bytes.replaceSubrange(
      page * pageBytes..<(page + 1) * pageBytes, with: Data(repeating: 0x5A, count: pageBytes))
    try bytes.write(to: folder.url.appending(path: "leasebook.db"))
    let verified = try folder.run("verify")
    #expect(verified.status == 1 && verified.errors.isEmpty, "\(verified.errors)")
    #expect(verified.output.hasPrefix("not sound: verify.structure: "), "\(verified.output)")
    for verb in [["backup", "copy.db"], ["export", "made"]] {
      let run = try folder.run(verb)
      #expect(run.status == 74 && run.output.isEmpty)
      let codes = CommandRun.codes(in: run.errors)
      #expect(codes == ["copy.unsound"] || codes == ["ledger.corrupted"], "\(run.errors)")
      #expect(run.errors.hasPrefix("leasebook.db: "), "\(run.errors)")
    }
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
    #expect(try folder.names == ["leasebook.db", "samples"])
  }

  @Test("one byte changed in a recorded document is found by verify, which names the entry")
  func tamperedDocument() throws {
    let folder = try ScratchFolder.withSampleLedger()
    var bytes = try folder.bytes(of: "leasebook.db")
    // A word that stands only in River Bend's file, in its first comment.
    let place = try #require(bytes.range(of: Data("the reference deal".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "T")
    try bytes.write(to: folder.url.appending(path: "leasebook.db"))
    let run = try folder.run("verify")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("not sound"))
    let object = try folder.run("verify", "--format", "json").object
    #expect(object["sound"] as? Bool == false)
    #expect((object["faults"] as? [[String: Any]])?.isEmpty == false)
  }
}
