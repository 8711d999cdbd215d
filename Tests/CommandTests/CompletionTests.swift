import Foundation
import Testing

/// What the scripts that the command writes for shells ask it for at every press of the key.
@Suite("Completion")
struct CompletionTests {
  /// What a shell is offered for a word that begins so.
  private static func offered(
    _ argument: String, of verb: String, beginning start: String, in folder: ScratchFolder,
    line: [String] = []
  ) throws -> [String] {
    let words = ["leasebook", verb] + line + [start]
    return try folder.run(
      ["---completion", verb, "--", argument, String(words.count - 1), String(start.count)] + words
    ).lines
  }

  @Test("offers the ids of deals, parties, series and metrics that begin as the word does")
  func names() throws {
    let folder = try SampleBook.folder()
    #expect(
      try Self.offered("positional@0", of: "show", beginning: "hut8-r", in: folder)
        == ["hut8-river-bend"])
    #expect(
      try Self.offered("--landlord", of: "compare", beginning: "cip", in: folder) == ["cipher"])
    for verb in ["list", "config"] {
      let offered = try Self.offered("--landlord", of: verb, beginning: "cip", in: folder)
      #expect(offered == ["cipher"], "\(verb)")
    }
    #expect(
      try Self.offered("--curve", of: "value", beginning: "ust-c", in: folder)
        == ["ust-curve-2026-q2"])
    #expect(
      try Self.offered("--metrics", of: "compare", beginning: "noi,walt", in: folder)
        == ["noi,walt_years"])
  }

  @Test("reads the ledger that the line names, and offers nothing where there is none")
  func ledger() throws {
    let folder = try ScratchFolder()
    #expect(try Self.offered("positional@0", of: "show", beginning: "", in: folder).isEmpty)
    let path = try SampleBook.folder().url.appending(path: "leasebook.db").path
    let line = ["--ledger", path]
    let offered = try Self.offered(
      "positional@0", of: "show", beginning: "riot", in: folder, line: line)
    #expect(offered == ["riot-rockdale"])
    #expect(try folder.names == ["samples"])
  }

  @Test("is written for each shell, and the shell takes it", arguments: ["bash", "zsh", "fish"])
  func scripts(_ shell: String) throws {
    let folder = try ScratchFolder()
    let script = try folder.succeed("--generate-completion-script", shell).output
    #expect(script.contains("leasebook") && script.contains("river") == false)
    guard let program = PackageFolder.program(shell) else { return }
    try folder.write(script, to: "script")
    let check = try ShellLine("\(program.path) -n script").run(in: folder)
    #expect(check.status == 0, "\(check.errors)")
  }
}
