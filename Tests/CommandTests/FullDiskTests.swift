import Foundation
import Testing

/// A full disk leaves the ledger as it was.
@Suite("A full disk")
struct FullDiskTests {
  private static let isRoot = geteuid() == 0

  /// A small file system of our own, where this process may mount one.
  private final class SmallDisk {
    let url: URL

    /// `nil` where mounting is not allowed.
    init?(kilobytes: Int) throws {
      guard let mount = PackageFolder.program("mount") else { return nil }
      url = FileManager.default.temporaryDirectory.appending(path: "leasebook-disk-\(UUID())")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let run = try RunningCommand(
        ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", url.path], of: mount, in: url
      ).finished()
      guard run.status == 0 else {
        try? FileManager.default.removeItem(at: url)
        return nil
      }
    }

    deinit {
      let folder = FileManager.default.temporaryDirectory
      _ = try? RunningCommand(
        [url.path], of: PackageFolder.program("umount"), in: folder
      ).finished()
      try? FileManager.default.removeItem(at: url)
    }
  }

  @Test(
    "a record that does not fit fails with exit code 74 and changes nothing",
    .enabled(if: isRoot, "only root may mount a small file system"))
  func record() throws {
    let source = try ScratchFolder()
    try source.succeed("init")
    try source.succeed("record", "samples")
    let bytes = try source.bytes(of: "leasebook.db")
    // Room for the parties and a beginning of the deals.
    guard let disk = try SmallDisk(kilobytes: bytes.count / 1_024 + 160) else {
      print("a small file system cannot be mounted here: the full disk is not tested")
      return
    }
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

  static let copies: [[String]] = [["backup"], ["export"], ["import", "out", "--ledger"]]

  @Test(
    "a copy that does not fit fails with exit code 74, and nothing of it is left",
    .enabled(if: isRoot, "only root may mount a small file system"), arguments: copies)
  func copy(_ arguments: [String]) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    guard let disk = try SmallDisk(kilobytes: 300) else {
      print("a small file system cannot be mounted here: the full disk is not tested")
      return
    }
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(arguments + [disk.url.appending(path: "copy").path])
    #expect(run.status == 74 && run.output.isEmpty, "\(run.output)\(run.errors)")
    #expect(CommandRun.codes(in: run.errors) == ["copy.disk-full"], "\(run.errors)")
    #expect(run.errors.contains("\n  fix: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.url.path).isEmpty)
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }
}
