import Foundation
import Testing

/// Files that are no ledgers, or were one: refused with a reason, and left as they are.
@Suite("Bad ledgers")
struct BadLedgerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let status: Int32
    let code: String

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "text.db", status: 66, code: "ledger.not-a-ledger"),
    Case(name: "empty.db", status: 66, code: "ledger.not-a-ledger"),
    Case(name: "random.db", status: 66, code: "ledger.not-a-ledger"),
    Case(name: "head-only.db", status: 74, code: "ledger.corrupted"),
    Case(name: "half.db", status: 74, code: "ledger.corrupted"),
    Case(name: "folder.db", status: 66, code: "ledger.is-directory"),
    Case(name: "text.db/below.db", status: 66, code: "ledger.missing"),
  ]

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
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "folder.db"), withIntermediateDirectories: false)
    return folder
  }

  static let verbs: [[String]] = [
    ["list"], ["show", "hut8-river-bend"], ["project"], ["compare"], ["verify"],
    ["record", "samples", "samples/deals"],
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
      #expect(run.errors.contains("\n  fix: "))
      #expect(run.output.isEmpty)
    }
    #expect((try? folder.bytes(of: example.name)) == before)
    #expect(try folder.names == names)
  }

  @Test(
    "init replaces nothing that is there",
    arguments: cases.filter { $0.status != 66 || $0.name != "text.db/below.db" })
  func initReplacesNothing(_ example: Case) throws {
    let folder = try Self.folder()
    let before = try? folder.bytes(of: example.name)
    let run = try folder.run("init", "--ledger", example.name)
    #expect(run.status == 74)
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
