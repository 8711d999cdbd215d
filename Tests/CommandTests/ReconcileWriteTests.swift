import Foundation
import Testing

/// What `reconcile --write` does to a file, and what it leaves alone.
@Suite("Witnesses written into files")
struct ReconcileWriteTests {
  private func folderWithHelios() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let sample = PackageFolder.samples.appending(path: "deals/galaxy-helios-1.yaml")
    try FileManager.default.copyItem(at: sample, to: folder.url.appending(path: "deal.yaml"))
    return folder
  }

  private func verdict(of file: String, in folder: ScratchFolder) throws -> String {
    let run = try folder.succeed("reconcile", file, "--format", "json")
    let object = try #require(try run.objects.first)
    return try #require(object["verdict"] as? String)
  }

  @Test("the file that is written passes the check, and is consistent as written")
  func written() throws {
    let folder = try folderWithHelios()
    let before = try folder.bytes(of: "deal.yaml")
    #expect(try verdict(of: "deal.yaml", in: folder) == "consistent_only_if")
    let run = try folder.succeed("reconcile", "--write", "deal.yaml")
    #expect(run.output.contains("written to deal.yaml, solved: "))
    let after = try folder.bytes(of: "deal.yaml")
    #expect(after != before)
    try folder.succeed("check", "deal.yaml")
    #expect(try verdict(of: "deal.yaml", in: folder) == "consistent_as_written")
    #expect(try folder.names == ["deal.yaml", "samples"])
    let lines = String(decoding: after, as: UTF8.self).split(separator: "\n")
    for line in String(decoding: before, as: UTF8.self).split(separator: "\n") {
      let comment = line.prefix { $0 == " " } + "# " + line.drop { $0 == " " }
      #expect(lines.contains { $0 == line || $0 == comment }, "\(line)")
    }
  }

  @Test("a file with a byte-order mark and carriage returns keeps them")
  func bytes() throws {
    let folder = try folderWithHelios()
    let text = String(decoding: try folder.bytes(of: "deal.yaml"), as: UTF8.self)
    let other = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    try folder.write(other, to: "deal.yaml")
    try folder.succeed("reconcile", "--write", "deal.yaml")
    let after = try folder.bytes(of: "deal.yaml")
    #expect(after.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(after.count { $0 == 0x0A } == after.count { $0 == 0x0D })
    #expect(after.count > Data(other.utf8).count)
  }

  @Test("a link stays a link, and the mode of its file stays")
  func link() throws {
    let folder = try folderWithHelios()
    let file = folder.url.appending(path: "deal.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    let link = folder.url.appending(path: "link.yaml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "deal.yaml")
    let before = try folder.bytes(of: "deal.yaml")
    try folder.succeed("reconcile", "--write", "link.yaml")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "deal.yaml")
    #expect(try folder.bytes(of: "deal.yaml") != before)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try folder.names == ["deal.yaml", "link.yaml", "samples"])
  }

  @Test("a file that nobody may write is told, and stays")
  func readOnly() throws {
    let folder = try folderWithHelios()
    let file = folder.url.appending(path: "deal.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let before = try folder.bytes(of: "deal.yaml")
    let run = try folder.run("reconcile", "--write", "deal.yaml")
    #expect(run.status == 74)
    #expect(CommandRun.codes(in: run.errors) == ["file.unwritable"])
    #expect(try folder.bytes(of: "deal.yaml") == before)
    #expect(try folder.names == ["deal.yaml", "samples"])
  }

  @Test(
    "a folder that nobody may write is told, and the file stays",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"))
  func readOnlyFolder() throws {
    let disk = try SmallDisk(kilobytes: 256)
    let folder = try ScratchFolder(on: disk)
    let sample = PackageFolder.samples.appending(path: "deals/galaxy-helios-1.yaml")
    let before = try Data(contentsOf: sample)
    try before.write(to: folder.url.appending(path: "deal.yaml"))
    try disk.freeze()
    let run = try folder.run("reconcile", "--write", "deal.yaml")
    #expect(run.status == 74, "\(run.output)")
    #expect(CommandRun.codes(in: run.errors) == ["file.unwritable"])
    #expect(try folder.bytes(of: "deal.yaml") == before)
    #expect(try folder.names == ["deal.yaml", "samples"])
  }

  @Test(
    "a full disk is told, and the file stays",
    .enabled(if: SmallDisk.isPossible, "a small file system cannot be mounted here"))
  func fullDisk() throws {
    let folder = try ScratchFolder(on: try SmallDisk(kilobytes: 64))
    let sample = PackageFolder.samples.appending(path: "deals/galaxy-helios-1.yaml")
    let before = try Data(contentsOf: sample)
    try before.write(to: folder.url.appending(path: "deal.yaml"))
    // What is left is filled by somebody else.
    let filling = try FileHandle(forWritingTo: try folder.made("other"))
    while (try? filling.write(contentsOf: Data(repeating: 1, count: 4_096))) != nil {}
    try filling.close()
    let run = try folder.run("reconcile", "--write", "deal.yaml")
    #expect(run.status == 74, "\(run.output)")
    #expect(CommandRun.codes(in: run.errors) == ["file.unwritable"])
    #expect(try folder.bytes(of: "deal.yaml") == before)
    #expect(try folder.names == ["deal.yaml", "other", "samples"])
  }

  /// At 123 USD a kW-month, 100.0 MW and ten level years are 1.476 bn, which 1.5 bn may be printed of.
  private static let small = """
    deal: one
    announced: 2025-12-17
    source: release
    terms:
      landlord: hut-8
      contract: {kind: lease}
      criticalIT: 100.0 MW
      delivery: {first: 2027-06-30, last: 2027-06-30}
      term: 10 years
      rent: {contractValue: 1.5 bn USD, escalator: none}
    announcedFigures: {rate: 123 USD/kW-month}
    """
  private static let sources = "sources: {release: {kind: release}}"

  @Test(
    "a solved block that is there is replaced where it stands, every other byte kept",
    arguments: ["\n", "\r\n"], ["", "  "])
  func replaced(_ lineEnd: String, _ trailing: String) throws {
    let above = Self.small + "\n\n# of last year\n"
    let old = "solved:  # by hand\n  # the middle\n  rent: {contractValue: 1.49 bn USD}  # old"
    let below = "\n\n# behind it\n\(Self.sources)\(trailing)"
    let folder = try ScratchFolder()
    let text = { (parts: String...) in
      parts.joined().replacing("\n", with: lineEnd)
    }
    try folder.write(text(above, old, below), to: "deal.yaml")
    try folder.succeed("reconcile", "--write", "deal.yaml")
    let after = String(decoding: try folder.bytes(of: "deal.yaml"), as: UTF8.self)
    #expect(after.hasPrefix(text(above)), "\(after)")
    #expect(after.hasSuffix(text(below)), "\(after)")
    let block = after.dropFirst(text(above).count).dropLast(text(below).count)
    #expect(block.hasPrefix(text("solved:\n")), "\(block)")
    #expect(block.contains("rent: {contractValue: 1.476 bn USD}"), "\(block)")
    #expect(!block.contains("1.49") && !block.contains("# old"), "\(block)")
    // Nothing is left to be done: the same bytes again.
    try folder.succeed("reconcile", "--write", "deal.yaml")
    #expect(String(decoding: try folder.bytes(of: "deal.yaml"), as: UTF8.self) == after)
  }

  @Test("a file without a last line end gets the block behind its last line, and no line end")
  func unended() throws {
    let folder = try ScratchFolder()
    let text = Self.sources + "\n" + Self.small
    try folder.write(text, to: "deal.yaml")
    try folder.succeed("reconcile", "--write", "deal.yaml")
    let after = String(decoding: try folder.bytes(of: "deal.yaml"), as: UTF8.self)
    #expect(after.hasPrefix(text + "\nsolved:\n"), "\(after)")
    #expect(after.hasSuffix("rent: {contractValue: 1.476 bn USD}"), "\(after)")
  }

  @Test("a family that was not found is told with how many were")
  func noSuchFamily() throws {
    let folder = try folderWithHelios()
    let before = try folder.bytes(of: "deal.yaml")
    let run = try folder.run("reconcile", "--write", "--family", "99", "deal.yaml")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["reconcile.no-such-family"])
    #expect(try folder.bytes(of: "deal.yaml") == before)
  }

  /// 245 MW at 200 USD a kW-month, 3 % up for 15 years from one day, are 0.588 bn × 18.598914, which
  /// is 10.9 bn and far from 7.05.
  static let contradiction = [
    "reconcile", "--new", "--mw", "245", "--years", "15", "--value", "7.0 bn", "--rate",
    "200 USD/kW-month", "--escalator", "3%", "--delivery", "2027-12-31",
  ]

  @Test("where nothing makes the figures true, nothing is written")
  func nothingToWrite() throws {
    let folder = try ScratchFolder()
    try folder.run(Self.contradiction + ["--output", "deal.yaml"])
    let before = try folder.bytes(of: "deal.yaml")
    let run = try folder.run("reconcile", "--write", "deal.yaml")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["reconcile.nothing-to-write"])
    #expect(try folder.bytes(of: "deal.yaml") == before)
  }

  @Test("an amendment, and a deal that amendments given with it change, are not written")
  func amendments() throws {
    let folder = try ScratchFolder()
    let names = ["cipher-barber-lake.yaml", "cipher-barber-lake-expansion-2025-11.yaml"]
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "both"), withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(
        at: PackageFolder.samples.appending(path: "deals/\(name)"),
        to: folder.url.appending(path: "both/\(name)"))
    }
    let both = try folder.run("reconcile", "--write", "both")
    #expect(both.status == 65)
    #expect(CommandRun.codes(in: both.errors) == ["reconcile.amended"])
    let alone = try folder.run("reconcile", "--write", "both/\(names[1])")
    #expect(alone.status == 65)
    #expect(CommandRun.codes(in: alone.errors) == ["deal.unknown"])
    for name in names {
      let sample = try Data(contentsOf: PackageFolder.samples.appending(path: "deals/\(name)"))
      #expect(try folder.bytes(of: "both/\(name)") == sample)
    }
  }
}
