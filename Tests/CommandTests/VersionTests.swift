import Foundation
import Testing

/// What the command says that it is, and how the build puts the commit in.
@Suite("Version")
struct VersionTests {
  @Test("names the version, the newest schema and the commit")
  func version() throws {
    let folder = PackageFolder.root.appending(path: "schema")
    let newest = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".sql") }.compactMap { Int($0.dropFirst().prefix(4)) }.max()
    let printed = try ScratchFolder().succeed("--version").output
    let pattern = /leasebook (\d+\.\d+\.\d+), schema (\d+), commit ([A-Za-z0-9.+_-]+)\n/
    let found = try #require(try pattern.wholeMatch(in: printed))
    #expect(Int(found.output.2) == newest)
  }

  /// A tree with the script and one commit, as far as the script looks.
  private static func tree() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let line = """
      mkdir scripts && cp \(PackageFolder.root.path)/scripts/stamp scripts && rm samples &&
      echo '.build/' > .gitignore && git init --quiet && git add . &&
      git -c user.name=a -c user.email=a@example.com commit --quiet --message one
      """
    let run = try ShellLine(line).run(in: folder)
    try #require(run.status == 0, "\(run.errors)")
    return folder
  }

  /// What a program says that is linked as the command is.
  private static func stamped(
    in folder: ScratchFolder, environment: [String: String] = [:]
  ) throws -> String {
    let source = PackageFolder.root.appending(path: "Sources/BuildStamp")
    try folder.write(
      "#include <stdio.h>\n#include \"BuildStamp.h\"\nint main(void) { puts(leasebookCommit()); }\n",
      to: ".build/main.c")
    let line = """
      words=$(scripts/stamp) && clang -I\(source.path)/include .build/main.c \
      \(source.path)/stamp.c $(echo "$words" | sed 's/-Xlinker//') -o .build/main && .build/main
      """
    let run = try ShellLine(line).run(in: folder, environment: environment)
    try #require(run.status == 0, "\(run.errors)")
    return run.output.trimmingCharacters(in: .newlines)
  }

  @Test(
    "the stamp is the commit, with +changes where there are any, or what the environment says",
    .enabled(if: PackageFolder.program("clang") != nil, "clang is not on the path"))
  func stamp() throws {
    let folder = try Self.tree()
    _ = try ShellLine("mkdir .build").run(in: folder)
    let head = try ShellLine("git rev-parse HEAD").run(in: folder).output.prefix(12)
    #expect(try Self.stamped(in: folder) == head)
    try folder.write("more", to: "more")
    #expect(try Self.stamped(in: folder) == "\(head)+changes")
    let release = ["LEASEBOOK_COMMIT": "v0.1.0"]
    #expect(try Self.stamped(in: folder, environment: release) == "v0.1.0")
    // A tree of no repository, or within another's, has no commit of its own.
    _ = try ShellLine("rm -rf .git").run(in: folder)
    #expect(try Self.stamped(in: folder) == "unknown")
    let refused = try ShellLine("LEASEBOOK_COMMIT='a\"b' scripts/stamp").run(in: folder)
    #expect(refused.status == 1 && refused.errors.contains("LEASEBOOK_COMMIT"))
  }
}
