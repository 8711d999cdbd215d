import Foundation
import Testing

/// Where workbooks go, and where they do not.
@Suite("Files of listings")
struct WorkbookOutputTests {
  @Test("replace a file whole, and keep its mode", arguments: ["xlsx", "csv"])
  func replaces(_ format: String) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.write("what was there", to: "out")
    let path = folder.url.appending(path: "out").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try folder.succeed("list", "--format", format, "--output", "out")
    let printed = try folder.run("list", "--format", format)
    #expect(try folder.bytes(of: "out") == printed.outputBytes)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try folder.names.filter { $0.hasPrefix("out") } == ["out"])
  }

  @Test(
    "are refused where they cannot be written, with exit code 74",
    arguments: [
      "missing/out.xlsx", ".",
    ])
  func unwritable(_ path: String) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let run = try folder.run("list", "--format", "xlsx", "--output", path)
    #expect(run.status == 74 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == ["file.unwritable"], "\(run.errors)")
    #expect(run.errors.contains("\n  fix: "))
  }

  @Test(
    "never take the place of a ledger, of what SQLite keeps beside it, or of a deal file",
    arguments: [
      "leasebook.db", "./link.db", "leasebook.db-wal", "hut8-river-bend.yaml",
    ])
  func kept(_ path: String) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "link.db").path, withDestinationPath: "leasebook.db")
    try folder.write("id: hut8-river-bend\n", to: "hut8-river-bend.yaml")
    let before = try? folder.bytes(of: path)
    for format in ["xlsx", "csv"] {
      let run = try folder.run("list", "--format", format, "--output", path)
      #expect(run.status == 74 && run.output.isEmpty)
      #expect(CommandRun.codes(in: run.errors) == ["file.kept"], "\(run.errors)")
      #expect((try? folder.bytes(of: path)) == before)
    }
    try folder.succeed("verify")
  }

  @Test(
    "leave what was there where the disk is full",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"))
  func fullDisk() throws {
    let source = try ScratchFolder.withSampleLedger()
    let disk = try SmallDisk(kilobytes: 64)
    let path = disk.url.appending(path: "out.xlsx")
    try Data("what was there".utf8).write(to: path)
    let run = try source.run(
      "project", "--by", "month", "--group-by", "deal,hall,charge", "--format", "xlsx", "--output",
      path.path)
    #expect(run.status == 74, "\(run.errors)")
    #expect(CommandRun.codes(in: run.errors) == ["file.unwritable"], "\(run.errors)")
    #expect(try Data(contentsOf: path) == Data("what was there".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path).count == 1)
  }

  @Test("are refused on a terminal, with the option that helps")
  func terminal() throws {
    let folder = try ScratchFolder.withSampleLedger()
    // util-linux script gives the command a terminal of its own.
    guard PackageFolder.program("script") != nil else { return }
    let run = try ShellLine("script -qec 'leasebook list --format xlsx' /dev/null").run(in: folder)
    #expect(run.status == 64)
    #expect(run.output.contains("error[output.terminal]") && run.output.contains("--output"))
  }

  static let refusals: [[String]] = [
    ["record", "samples/books", "--format", "xlsx"],
    ["explain", "hut8-river-bend", "--format", "xlsx"],
  ]

  @Test(
    "are refused by verbs whose answer is no table, before anything is done", arguments: refusals)
  func refused(_ arguments: [String]) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(arguments)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("project, value, compare"), "\(run.errors)")
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }

  @Test("are named in the help of each verb that writes them, and of no other")
  func listed() throws {
    let verbs = [
      "list", "rent-roll", "show", "history", "series", "project", "value", "compare", "balance",
      "register", "statement", "arrears", "deposits",
    ]
    for verb in verbs {
      #expect(try SampleBook.ask(verb, "--help").output.contains("xlsx"), "\(verb)")
    }
    for verb in ["record", "check", "explain", "verify", "diff"] {
      #expect(try !SampleBook.ask(verb, "--help").output.contains("xlsx"), "\(verb)")
    }
  }
}
