import Foundation
import Testing

/// What holds where a command line is silent, and that a line, the environment and a file win in
/// that order.
@Suite("Settings")
struct SettingsTests {
  private static let file = """
    # What holds in this folder.
    ledger: leasebook.db
    landlord: Hut 8
    rate: 8%
    unit: millions

    """

  private static func folder(_ text: String = file) throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.write(text, to: "leasebook.config.yaml")
    return folder
  }

  private static func origins(_ run: CommandRun) throws -> [String: [String]] {
    let rows = try run.table.rows.map { row in
      (row["setting"] ?? "", ["value", "origin", "place"].map { row[$0] ?? "" })
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test("config prints each setting with what gives it: a flag, the environment, a file or nobody")
  func origins() throws {
    let folder = try Self.folder("landlord: Hut 8\nrate: 8%\nunit: billions\n")
    let run = try folder.run(
      ["config", "--rate", "9%", "--format", "csv"], environment: ["LEASEBOOK_UNIT": "millions"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(
      try Self.origins(run) == [
        "ledger": ["leasebook.db", "default", ""],
        "landlord": ["Hut 8", "file", "leasebook.config.yaml:1"],
        "rate": ["9%", "flag", "--rate"],
        "unit": ["millions", "environment", "LEASEBOOK_UNIT"],
      ])
  }

  @Test("one file is read: the one that is named, else the one here, else the user's own")
  func files() throws {
    let folder = try ScratchFolder()
    let home = folder.url.appending(path: "home/leasebook")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try folder.write("ledger: book.db\n", to: "home/leasebook/config.yaml")
    var environment = ["XDG_CONFIG_HOME": folder.url.path + "/home"]
    let ledger = {
      let run = try folder.run(["config", "--format", "csv"], environment: environment)
      return try Self.origins(run)["ledger"]?.first
    }
    // The path counts from the folder of the file that names it.
    #expect(try ledger() == home.path + "/book.db")
    try folder.write("rate: 8%\n", to: "leasebook.config.yaml")
    #expect(try ledger() == "leasebook.db")
    try folder.write("ledger: /other.db\n", to: "third.yaml")
    environment["LEASEBOOK_CONFIG"] = "third.yaml"
    #expect(try ledger() == "/other.db")
    environment["LEASEBOOK_CONFIG"] = "/dev/null"
    #expect(try ledger() == "leasebook.db")
    environment["LEASEBOOK_CONFIG"] = "fourth.yaml"
    let run = try folder.run(["list"], environment: environment)
    #expect(run.status == 66 && CommandRun.codes(in: run.errors) == ["setting.file-missing"])
  }

  @Test("without a home there is one place, and the sentence says so")
  func homeless() throws {
    let run = try ScratchFolder().run(
      ["config"], environment: ["HOME": "", "XDG_CONFIG_HOME": "", "LEASEBOOK_CONFIG": ""])
    #expect(
      run.lines.last
        == "there is no file: no leasebook.config.yaml; or LEASEBOOK_CONFIG names one")
  }

  @Test("a verb takes the settings for what its line leaves open, and says who is in focus")
  func settled() throws {
    let folder = try Self.folder()
    let value = try folder.succeed("value", "--on", "2026-10-01")
    let typed = try ScratchFolder.withSampleLedger().succeed(
      "value", "--on", "2026-10-01", "--landlord", "Hut 8", "--rate", "8%", "--in", "millions")
    let notice = """
      only deals of Hut 8, by leasebook.config.yaml:3; --landlord all lifts it

      """
    #expect(value.output == typed.output + notice)
    #expect(try folder.succeed("list", "--format", "markdown").output.hasSuffix("\n\n" + notice))
    let machine = try folder.run("list", "--format", "csv")
    #expect(machine.status == 0 && machine.errors == "leasebook: " + notice)
    #expect(try machine.table.column("landlord").allSatisfy { $0 == "hut-8" })
  }

  /// Lines that the landlord in focus does not narrow.
  @Test(
    "a named deal, a landlord of the line and --landlord all stand against the one in focus",
    arguments: [
      ["project", "riot-rockdale"], ["list", "--landlord", "Riot"], ["list", "--landlord", "all"],
      ["list", "--landlord=all"], ["compare", "--define"], ["series"],
    ])
  func unfocused(_ line: [String]) throws {
    let plain = try ScratchFolder.withSampleLedger()
    // What lifts it is at the end of a line.
    let words = line.last == "all" ? line.dropLast(2) : line.filter { $0 != "--landlord=all" }[...]
    let expected = try plain.run(Array(words))
    let run = try Self.folder("landlord: Hut 8\n").run(line)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output == expected.output)
  }

  @Test("compare takes the rate where it has a day, and asks for none where it has not")
  func compare() throws {
    let folder = try Self.folder("rate: 8%\n")
    let lines = ["compare", "--metrics", "pv_noi_per_mw", "--format", "csv"]
    let plain = try ScratchFolder.withSampleLedger()
    #expect(try folder.run(lines).output == plain.run(lines).output)
    let dated = lines + ["--on", "2026-10-01"]
    let run = try folder.run(dated)
    #expect(try run.output == plain.run(dated + ["--rate", "8%"]).output)
    #expect(try run.output != plain.run(dated).output)
  }

  @Test("a curve stands against the rate of the settings")
  func curve() throws {
    let line = [
      "value", "hut8-river-bend", "--on", "2026-06-30", "--curve", "ust-curve-2026-q2",
    ]
    let run = try Self.folder("rate: 8%\n").run(line)
    #expect(run.status == 0)
    #expect(try run.output == ScratchFolder.withSampleLedger().run(line).output)
  }

  @Test("a rate that is compounded is none of the settings, which hold an effective one")
  func compounded() throws {
    let line = ["value", "hut8-river-bend", "--on", "2026-06-30", "--compounding", "monthly"]
    let run = try Self.folder("rate: 8%\n").run(line)
    #expect(run.status == 64 && run.errors.contains("--rate 8%"))
  }

  @Test("a kept answer says all that it rests on, and asks no settings again")
  func kept() throws {
    let folder = try Self.folder()
    let keep = try folder.run(["value", "--on", "2026-10-01", "--keep"])
    #expect(keep.status == 0, "\(keep.errors)")
    let run = try folder.succeed("runs", "value-1", "--format", "json").output
    #expect(run.contains("Hut 8") && run.contains("8%"))
    try folder.write("landlord: Riot\nrate: 12%\n", to: "leasebook.config.yaml")
    #expect(try folder.run("runs", "value-1", "--repeat").status == 0)
    #expect(try folder.run("verify").status == 0)
  }

  @Test("a variable that cannot be taken is named", arguments: ["RATE", "UNIT"])
  func variable(_ name: String) throws {
    let run = try SampleBook.folder().run(
      ["list"], environment: ["LEASEBOOK_\(name)": "8"])
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("LEASEBOOK_\(name): error[setting.malformed]:"))
  }

  @Test("help is given whatever the settings are")
  func help() throws {
    let folder = try Self.folder("rate: 8\n")
    try folder.succeed("list", "--help")
    try folder.succeed("--version")
    #expect(try folder.run("list").status == 65)
  }

  @Test("completion finds the ledger of the settings")
  func completion() throws {
    let folder = try ScratchFolder()
    let ledger = try SampleBook.folder().url.appending(path: "leasebook.db").path
    try folder.write("ledger: \(ledger)\n", to: "leasebook.config.yaml")
    let words = ["leasebook", "show", "hut8-r"]
    let offered = try folder.run(
      ["---completion", "show", "--", "positional@0", "2", "6"] + words)
    #expect(offered.lines == ["hut8-river-bend"])
  }
}
