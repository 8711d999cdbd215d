import Foundation
import Testing

/// The command of a release, as `make build` leaves it for `make install` and the image.
private enum ReleasedCommand {
  static let path = PackageFolder.root.appending(path: ".build/release/leasebook").path

  /// Whether there is one, and `scripts/link` found what it takes to link everything in.
  static let isStatic = [path, PackageFolder.root.path + "/.build/static/libxlsxwriter.a"]
    .allSatisfy { FileManager.default.fileExists(atPath: $0) }

  static let canBeAlone =
    (try? ShellLine("unshare --map-root-user --mount --pid --fork true").run(in: ScratchFolder()))?
    .status == 0
}

@Suite(
  "Release",
  .enabled(
    if: ReleasedCommand.isStatic, "needs a release by `make build` with all libraries linked in"))
struct ReleaseTests {
  @Test(
    "needs no shared library and no loader, and is stripped",
    .enabled(if: PackageFolder.program("readelf") != nil, "needs readelf"))
  func linking() throws {
    let line = "readelf --wide --program-headers --section-headers \(ReleasedCommand.path)"
    let run = try ShellLine(line).run(in: ScratchFolder())
    try #require(run.status == 0, "\(run.errors)")
    let words = Set(run.output.split { $0.isWhitespace })
    #expect(words.isSuperset(of: ["LOAD", ".text"]))
    // What asks for a loader, what names the libraries, and what names the functions.
    #expect(words.isDisjoint(with: ["INTERP", "DYNAMIC", ".symtab"]))
  }

  @Test(
    "records, compares into a workbook and verifies where there is nothing else",
    .enabled(if: ReleasedCommand.canBeAlone, "needs unshare, and that one may use it"))
  func alone() throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      set -e
      mount -t proc proc proc
      leasebook() { chroot . /bin/leasebook "$@" --ledger /work/leasebook.db; }
      leasebook init
      leasebook record /work/samples /work/samples/series /work/samples/deals
      leasebook compare --by landlord --format xlsx --output /work/compared.xlsx
      leasebook verify
      """, to: "steps")
    let run = try ShellLine(
      """
      mkdir -p root/bin root/proc root/tmp root/work && cp \(ReleasedCommand.path) root/bin &&
        cp -R \(PackageFolder.samples.path) root/work && cd root &&
        env --ignore-environment PATH="$PATH" \
          unshare --map-root-user --mount --pid --fork sh ../steps
      """
    ).run(in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("\nsound: "), "\(run.output)")
    let workbook = folder.url.appending(path: "root/work/compared.xlsx")
    #expect(try Data(contentsOf: workbook).starts(with: Data("PK".utf8)))
  }
}
