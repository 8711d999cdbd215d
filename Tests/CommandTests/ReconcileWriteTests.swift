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
