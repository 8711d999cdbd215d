import Foundation
import Testing

/// A second writer waits, then fails cleanly.
@Suite("Two processes at one ledger")
struct TwoProcessesTests {
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples", "samples/series")
    return folder
  }

  @Test("both record, one after the other, and the ledger has all of both")
  func bothRecord() throws {
    let deals = PackageFolder.samples.appending(path: "deals")
    let names = try FileManager.default.contentsOfDirectory(atPath: deals.path).sorted()
    // Amendments need their deals, so each half is whole landlords.
    let halves = [names.filter { $0 < "d" }, names.filter { $0 > "d" }].map { half in
      ["record"] + half.map { "samples/deals/\($0)" }
    }
    for _ in 0..<3 {
      let folder = try Self.folder()
      let running = try halves.map { try RunningCommand($0, in: folder.url) }
      for process in running {
        let run = try process.finished()
        #expect(run.status == 0, "\(run.errors)")
      }
      try folder.succeed("verify")
      let listed = try folder.succeed("list", "--format", "csv").table.column("deal")
      #expect(Set(listed) == SampleBookTests.deals)
    }
  }

  @Test("the same files recorded twice at once are in the ledger once")
  func sameFiles() throws {
    let folder = try Self.folder()
    let running = try (0..<2).map { _ in
      try RunningCommand(["record", "samples/deals"], in: folder.url)
    }
    let runs = try running.map { try $0.finished() }
    #expect(runs.allSatisfy { $0.status == 0 })
    #expect(runs.count { $0.lines.last == "nothing to record" } == 1)
    try folder.succeed("verify")
    let alone = try SampleBook.ask("verify", "--format", "json").object["entries"] as? Int
    let together = try folder.succeed("verify", "--format", "json").object["entries"] as? Int
    #expect(together == alone)
  }

  @Test("readers see the ledger before or after a record, never a part of it")
  func readers() throws {
    let folder = try Self.folder()
    let writer = try RunningCommand(["record", "samples/deals"], in: folder.url)
    var counts: Set<Int> = []
    for _ in 0..<6 {
      let run = try folder.run("list", "--format", "csv")
      #expect(run.status == 0, "\(run.errors)")
      counts.insert(try run.table.rows.count)
    }
    #expect(try writer.finished().status == 0)
    #expect(counts.isSubset(of: [0, SampleBookTests.deals.count]))
  }

  @Test(
    "a lock that is held too long ends a record with exit code 74, and changes nothing",
    .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
  func heldLock() throws {
    let folder = try Self.folder()
    let head = try folder.succeed("verify", "--format", "json").outputBytes
    let marker = folder.url.appending(path: "held")
    // The shell waits for more to read with the lock in its hands; a writer waits for 5 seconds.
    let input = Pipe()
    let holder = try RunningCommand(
      ["leasebook.db"], of: PackageFolder.program("sqlite3"), in: folder.url, openInput: input)
    input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE;\n.shell touch held\n".utf8))
    let deadline = Date().addingTimeInterval(20)
    while !FileManager.default.fileExists(atPath: marker.path), Date() < deadline {
      usleep(10_000)
    }
    try #require(folder.contains("held"), "the other connection has the lock")
    let listed = try folder.run("list")
    #expect(listed.status == 0, "a reader does not wait: \(listed.errors)")
    let run = try folder.run("record", "samples/deals")
    #expect(run.status == 74)
    #expect(run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == ["ledger.locked"])
    #expect(run.errors.contains("\n  fix: "))
    holder.kill()
    _ = try holder.finished()
    #expect(try folder.succeed("verify", "--format", "json").outputBytes == head)
    try folder.succeed("record", "samples/deals")
  }
}
