import Foundation
import Testing

/// A full disk leaves the ledger as it was.
@Suite("A full disk")
struct FullDiskTests {
  @Test(
    "a record that does not fit fails with exit code 74 and changes nothing",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"))
  func record() throws {
    let source = try ScratchFolder()
    try source.succeed("init")
    try source.succeed("record", "samples")
    let bytes = try source.bytes(of: "leasebook.db")
    // Room for the parties and a beginning of the deals.
    let disk = try SmallDisk(kilobytes: bytes.count / 1_024 + 160)
    let ledger = disk.url.appending(path: "leasebook.db")
    try bytes.write(to: ledger)
    let head = try source.run("verify", "--format", "json", "--ledger", ledger.path).outputBytes
    let run = try source.run("record", "samples/deals", "--ledger", ledger.path)
    #expect(run.status == 74, "\(run.output)")
    #expect(run.output.isEmpty)
    #expect(!CommandRun.codes(in: run.errors).isEmpty && run.errors.contains("\n  fix: "))
    let after = try source.run("verify", "--format", "json", "--ledger", ledger.path)
    #expect(after.status == 0 && after.outputBytes == head)
  }

  @Test(
    "readers answer where there is no room at all, and writers say that there is none",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"))
  func noRoom() throws {
    let source = try ScratchFolder.withSampleLedger()
    let bytes = try source.bytes(of: "leasebook.db")
    let folder = try ScratchFolder(on: try SmallDisk(kilobytes: bytes.count / 1_024 + 64))
    try bytes.write(to: folder.url.appending(path: "leasebook.db"))
    // What is left is filled by somebody else, page by page until the disk takes no more.
    let filling = try FileHandle(forWritingTo: try folder.made("other"))
    while (try? filling.write(contentsOf: Data(repeating: 1, count: 4_096))) != nil {}
    try filling.close()
    for verb in [
      ["list"], ["balance"], ["verify"], ["backup", source.url.appending(path: "copy.db").path],
    ] {
      let run = try folder.run(verb)
      #expect(run.status == 0 && run.errors.isEmpty, "\(verb): \(run.errors)")
    }
    for verb in [["record", "samples/books"], ["bill", "--through", "2027-12-31"]] {
      let run = try folder.run(verb)
      #expect(run.status == 74 && run.output.isEmpty)
      #expect(CommandRun.codes(in: run.errors) == ["ledger.disk-full"], "\(run.errors)")
      #expect(run.errors.contains("\n  fix: free some space"))
    }
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
  }

  static let copies: [[String]] = [["backup"], ["export"], ["import", "out", "--ledger"]]

  @Test(
    "a copy that does not fit fails with exit code 74, and nothing of it is left",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"),
    arguments: copies)
  func copy(_ arguments: [String]) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    let disk = try SmallDisk(kilobytes: 300)
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(arguments + [disk.url.appending(path: "copy").path])
    #expect(run.status == 74 && run.output.isEmpty, "\(run.output)\(run.errors)")
    #expect(CommandRun.codes(in: run.errors) == ["copy.disk-full"], "\(run.errors)")
    #expect(run.errors.contains("\n  fix: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path).isEmpty)
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }
  /// SQLite says nothing of what it could not put from its log into the file when it closes it.
  @Test(
    "what is made with little room is whole, or is not there",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"),
    arguments: [["init"], ["import", "out"]])
  func littleRoom(_ arguments: [String]) throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples/books/maple-court.yaml")
    try folder.succeed("export", "out")
    var made = 0
    // From no room at all to room for the file and its log: each takes some 350 kilobytes.
    for kilobytes in stride(from: 32, through: 1_024, by: 32) {
      let disk = try SmallDisk(kilobytes: kilobytes)
      let path = disk.url.appending(path: "new.db").path
      let run = try folder.run(arguments + ["--ledger", path])
      if run.status == 0 {
        made += 1
        let verified = try folder.run("verify", "--ledger", path)
        #expect(verified.status == 0, "\(kilobytes) KB: \(verified.output)\(verified.errors)")
      } else {
        #expect(run.status == 74, "\(kilobytes) KB: \(run.errors)")
        let codes = CommandRun.codes(in: run.errors)
        #expect(
          codes == ["ledger.disk-full"] || codes == ["copy.disk-full"],
          "\(kilobytes) KB: \(run.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path).isEmpty)
      }
    }
    #expect(made > 0, "there is room in the end")
  }
}
