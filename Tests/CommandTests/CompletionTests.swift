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

  /// A line with a ledger, and the folder of the user where the line has a `~`.
  struct Written: Sendable {
    let word: String
    let shell: String
    var version = "5.2"
  }

  @Test(
    "reads a ledger as each shell writes it, and evaluates nothing else",
    arguments: [
      Written(word: "~/my ledger.db", shell: "fish", version: "3.6.0"),
      Written(word: "$HOME/my ledger.db", shell: "fish", version: "3.6.0"),
      Written(word: "~/my\\ ledger.db", shell: "fish", version: "4.0.1"),
      Written(word: "'my ledger.db'", shell: "bash"),
      Written(word: "my\\ ledger.db", shell: "zsh", version: "5 9"),
      Written(word: "~/my\\ ledger.db", shell: "bash"),
      Written(word: "\"$HOME/my ledger.db\"", shell: "zsh", version: "5 9"),
      Written(word: "${HOME}/'my ledger.db'", shell: "bash"),
    ])
  func quotation(_ written: Written) throws {
    let folder = try ScratchFolder()
    let ledger = try SampleBook.folder().url.appending(path: "leasebook.db")
    try FileManager.default.copyItem(at: ledger, to: folder.url.appending(path: "my ledger.db"))
    let surroundings = [
      "HOME": folder.url.path, "SAP_SHELL": written.shell, "SAP_SHELL_VERSION": written.version,
    ]
    let offered = { (ledger: String) throws -> String in
      let words = ["leasebook", "show", "--ledger", ledger, "hut8-r"]
      return try folder.run(
        ["---completion", "show", "--", "positional@0", "4", "6"] + words,
        environment: surroundings
      ).lines.first ?? ""
    }
    #expect(try offered(written.word) == "hut8-river-bend")
    #expect(try offered("$(touch pwned; echo my)\\ ledger.db") != "hut8-river-bend")
    #expect(try folder.names == ["my ledger.db", "samples"])
  }

  @Test("offers only curves where flows are discounted, and halls of the deal that is named")
  func narrowed() throws {
    let folder = try SampleBook.folder()
    // samples/series: one curve, an index, a hash price and a series of ten-year yields.
    for option in ["--curve", "--to-curve"] {
      let offered = try Self.offered(option, of: "value", beginning: "", in: folder)
      #expect(offered == ["ust-curve-2026-q2"], "\(option)")
    }
    let halls = try Self.offered(
      "--hall", of: "explain", beginning: "", in: folder,
      line: ["hut8-river-bend", "base-rent", "2027-07"])
    #expect(halls == ["hall 1", "halls 2-5"])
    #expect(
      try Self.offered("positional@0", of: "register", beginning: "rec", in: folder)
        == ["receivables", "recoveries"])
    #expect(
      try Self.offered("--group-by", of: "project", beginning: "charge,", in: folder)
        == ["charge,hall", "charge,deal", "charge,landlord"])
  }

  @Test("offers files beside the names of the ledger, hidden ones only where they are asked for")
  func files() throws {
    let folder = try ScratchFolder()
    for name in ["deal.yaml", "deal.txt", ".deal.yaml"] { try folder.write("", to: name) }
    #expect(
      try Self.offered("positional@0", of: "reconcile", beginning: "de", in: folder)
        == ["deal.yaml"])
    #expect(
      try Self.offered("positional@0", of: "reconcile", beginning: ".", in: folder)
        == [".deal.yaml"])
    let inside = try Self.offered(
      "positional@0", of: "reconcile", beginning: "samples/deals/hut8-r", in: folder)
    #expect(inside.contains("samples/deals/hut8-river-bend.yaml"))
    let folders = try Self.offered("positional@0", of: "reconcile", beginning: "sam", in: folder)
    #expect(folders.first == "samples/" && folders.contains("samples/deals/"))
  }

  @Test("a name that a shell could evaluate is offered as it is written, and evaluated by none")
  func escaping() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "deal$(touch pwned).yaml")
    let script = """
      source <(leasebook --generate-completion-script bash)
      COMP_LINE='leasebook reconcile dea' COMP_POINT=23 COMP_CWORD=2
      COMP_WORDS=(leasebook reconcile dea)
      _leasebook_joined leasebook dea reconcile
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    try folder.write(script, to: "line.bash")
    guard let bash = PackageFolder.program("bash") else { return }
    let run = try ShellLine("\(bash.path) line.bash").run(in: folder)
    #expect(run.output == "deal$(touch pwned).yaml\n", "\(run.errors)")
    #expect(!folder.contains("pwned"))
  }

  /// A line up to the cursor as bash hands it to a completion, divided at `=` and `:`.
  struct BashLine: Sendable {
    let words: [String]
    let line: String
    let expected: [String]
  }

  @Test(
    "bash completes values in the same word, and the verbs of help",
    arguments: [
      BashLine(
        words: ["list", "--landlord", "=", "hut"], line: "leasebook list --landlord=hut",
        expected: ["hut-8"]),
      BashLine(
        words: ["list", "--format", "="], line: "leasebook list --format=",
        expected: ["text", "csv", "json", "jsonl", "markdown", "xlsx"]),
      BashLine(
        words: ["list", "--ledger", "=", "leasebook.db", "--landlord", "hut"],
        line: "leasebook list --ledger=leasebook.db --landlord hut", expected: ["hut-8"]),
      BashLine(
        words: ["list", "--status", "under"], line: "leasebook list --status under",
        expected: ["under development", "under construction"]),
      BashLine(words: ["help", "proj"], line: "leasebook help proj", expected: ["project"]),
    ])
  func bash(_ written: BashLine) throws {
    guard let bash = PackageFolder.program("bash") else { return }
    let words = ["leasebook"] + written.words
    let current = words.last.map { $0 == "=" ? "" : $0 } ?? ""
    let script = """
      source <(leasebook --generate-completion-script bash)
      COMP_LINE='\(written.line)' COMP_POINT=\(written.line.count) COMP_CWORD=\(words.count - 1)
      COMP_WORDS=(\(words.joined(separator: " ")))
      _leasebook_joined leasebook '\(current)' '\(words[words.count - 2])'
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let folder = try ScratchFolder.withSampleLedger()
    try folder.write(script, to: "line.bash")
    let run = try ShellLine("\(bash.path) line.bash").run(in: folder)
    #expect(run.lines == written.expected, "\(run.errors)")
  }

  @Test("zsh takes a value in the same word; zsh and fish know the verbs of help")
  func otherShells() throws {
    let folder = try ScratchFolder()
    let zsh = try folder.succeed("--generate-completion-script", "zsh").output
    let specs = zsh.split(separator: "\n").filter { $0.contains("'--") || $0.contains("'*--") }
    #expect(specs.count > 300)
    for spec in specs {
      #expect(spec.contains("=[") == spec.contains("]:"), "\(spec)")
    }
    #expect(zsh.contains("'*:subcommands:(init new check"))
    let fish = try folder.succeed("--generate-completion-script", "fish").output
    #expect(fish.contains("\"leasebook help\" -ge 1' -fa 'init new check"))
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
