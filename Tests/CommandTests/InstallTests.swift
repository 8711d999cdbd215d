import Foundation
import Testing

/// What `make install` puts in place, and `make uninstall` takes away.
@Suite("Installation")
struct InstallTests {
  private static func script(_ verb: String, in folder: ScratchFolder) throws -> CommandRun {
    let script = PackageFolder.root.appending(path: "scripts/install").path
    let command = try #require(PackageFolder.command).path
    return try ShellLine("\(script) \(verb) \(command) \(folder.url.path)/usr").run(in: folder)
  }

  private static func files(in folder: ScratchFolder) throws -> Set<String> {
    let walk = FileManager.default.enumerator(atPath: folder.url.appending(path: "usr").path)
    return Set((walk?.compactMap { $0 as? String } ?? []).filter { $0.contains("leasebook") })
  }

  @Test("puts the command, its completions and its manual pages in place, and takes all away")
  func wholeWay() throws {
    let folder = try ScratchFolder()
    let install = try Self.script("install", in: folder)
    try #require(install.status == 0, "\(install.errors)")
    let files = try Self.files(in: folder)
    let named: Set = [
      "bin/leasebook", "share/bash-completion/completions/leasebook",
      "share/zsh/site-functions/_leasebook", "share/fish/vendor_completions.d/leasebook.fish",
      "share/man/man1/leasebook.1", "share/man/man1/leasebook-project.1",
    ]
    #expect(files.isSuperset(of: named), "\(files)")
    let version = try ShellLine("usr/bin/leasebook --version").run(in: folder)
    #expect(version.status == 0 && version.output.hasPrefix("leasebook "))
    let uninstall = try Self.script("uninstall", in: folder)
    #expect(uninstall.status == 0, "\(uninstall.errors)")
    #expect(try Self.files(in: folder).isEmpty)
  }

  @Test("says how to install without root where the folder cannot be written")
  func refused() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "usr")
    let run = try Self.script("install", in: folder)
    #expect(run.status == 1 && run.errors.contains("PREFIX="), "\(run.errors)")
  }
}
