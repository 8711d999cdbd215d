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

  @Test("of two backups to one path one is made, while a third command records")
  func backups() throws {
    for _ in 0..<4 {
      let folder = try Self.folder()
      let writer = try RunningCommand(["record", "samples/deals"], in: folder.url)
      let copying = try (0..<2).map { _ in
        try RunningCommand(["backup", "copy.db"], in: folder.url)
      }
      let runs = try copying.map { try $0.finished() }
      let made = runs.filter { $0.status == 0 }
      #expect(made.count == 1)
      let refused = runs.filter { $0.status == 74 }.map { CommandRun.codes(in: $0.errors) }
      #expect(refused == [["copy.exists"]])
      // What was printed is what is there: the other one has not taken its place.
      let verified = try folder.succeed("verify", "--ledger", "copy.db")
      #expect(
        StatedHead(verified.output)?.hash == made.first.flatMap { StatedHead($0.output)?.hash })
      #expect(try writer.finished().status == 0)
      #expect(try folder.names == ["copy.db", "leasebook.db", "samples"])
    }
  }

  @Test(
    "two that find an older ledger bring it up to date once, and both answer",
    .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
  func migrations() throws {
    let workload = try #require(KilledWorkload.all.first { $0.fixture != nil })
    let prepared = try PreparedWorkload(workload)
    for _ in 0..<4 {
      let folder = try ScratchFolder.copy(of: prepared.source)
      let running = try (0..<2).map { _ in try RunningCommand(workload.command, in: folder.url) }
      let runs = try running.map { try $0.finished() }
      #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.map(\.errors))")
      #expect(Set(runs.map(\.output)).count == 1)
      #expect(try folder.names == prepared.namesAfter)
      #expect(try PreparedWorkload.state(workload, in: folder) == prepared.after)
    }
  }

  @Test(
    "a ledger without its -wal is as it was before, and verify --head tells what is missing",
    .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
  func missingLog() throws {
    let folder = try Self.folder()
    let before = try #require(StatedHead(try folder.succeed("verify").output))
    // While the shell reads, what is recorded stays in the -wal.
    let input = Pipe()
    let reader = try RunningCommand(
      ["leasebook.db"], of: PackageFolder.program("sqlite3"), in: folder.url, openInput: input)
    input.fileHandleForWriting.write(
      Data("BEGIN; SELECT count(*) FROM entry;\n.shell touch held\n".utf8))
    let deadline = Date().addingTimeInterval(20)
    while !folder.contains("held"), Date() < deadline { usleep(10_000) }
    let recorded = try #require(
      StatedHead(try folder.succeed("record", "samples/books/maple-court.yaml").output))
    #expect(folder.size(of: "leasebook.db-wal") > 0)
    let part = try ScratchFolder()
    try folder.bytes(of: "leasebook.db").write(to: part.url.appending(path: "leasebook.db"))
    let whole = try ScratchFolder.copy(of: folder)
    reader.kill()
    _ = try reader.finished()
    #expect(StatedHead(try whole.succeed("verify").output)?.hash == recorded.hash)
    #expect(StatedHead(try part.succeed("verify").output)?.hash == before.hash)
    let run = try part.run("verify", "--head", recorded.hash)
    #expect(run.status == 1)
    #expect(run.output.contains("verify.head") && run.output.contains("cut off"), "\(run.output)")
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
