import Foundation
import Testing

/// Every sample of `samples/errors`, and files that no person would write.
@Suite("Bad deal files")
struct BadFileTests {
  private static let errorFolder = PackageFolder.samples.appending(path: "errors")

  /// Codes by the names of the samples; a fault between two files has the second beside it.
  static let codes: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: errorFolder.path)) ?? []
    return names.filter { !$0.contains("+") }.map { code(ofFile: $0) }.sorted()
  }()

  /// What only a projection finds, in a deal that has all its terms: it is not recorded.
  static let ofProjections: [String] = [
    "projection.capacity-out-of-bounds", "projection.cpi-series-ends",
    "projection.cpi-series-starts", "projection.market-curve-ends",
    "projection.market-curve-starts", "projection.nothing-to-solve",
    "projection.prepayment-exceeds-rent", "projection.rate-negative", "projection.term-too-long",
    "projection.total-out-of-bounds",
  ]

  /// What a scenario says of deals that are not so: a question finds it, and no file by itself.
  static let ofQuestions: [String] = [
    "scenario.deal-unknown", "scenario.hall-unknown", "scenario.term-stated",
  ]

  /// What a deal leaves open, or says in a way that cannot be added up: it is recorded all the same.
  static let recordable: [String] = codes.filter {
    $0.hasPrefix("projection.") && !ofProjections.contains($0)
  }

  /// What check and record refuse.
  static let refused: [String] = codes.filter {
    !recordable.contains($0) && !ofQuestions.contains($0) && !$0.hasPrefix("setting.")
  }

  /// What is wrong with settings, which every command reads.
  static let ofSettings: [String] = codes.filter { $0.hasPrefix("setting.") }

  /// The code that a file is named for: its name without `.yaml` or `.csv`.
  private static func code(ofFile name: String) -> String {
    String(name.split(separator: ".").dropLast().joined(separator: "."))
  }

  /// The files of a code but tables, which are found by the headings that name them.
  private static func files(of code: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: errorFolder.path)
    return names.filter { self.code(ofFile: $0) == code || $0.hasPrefix("\(code)+") }
      .filter { !$0.contains("+") || $0.hasSuffix(".yaml") }.sorted()
      .map { "samples/errors/\($0)" }
  }

  @Test("every fault that only a projection or a question finds has its file")
  func furtherSamples() {
    #expect(Set(Self.ofProjections + Self.ofQuestions).isSubset(of: Self.codes))
  }

  @Test("check gives the code on standard output and exit code 1", arguments: refused)
  func check(_ code: String) throws {
    let files = try Self.files(of: code)
    let run = try SampleBook.folder().run(["check", "--ledger", "none.db"] + files)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    #expect(CommandRun.codes(in: run.output).contains(code), "\(run.output)")
    #expect(run.output.contains("\n  fix: "))
  }

  @Test("check gives the same faults in JSON and CSV as in text")
  func formats() throws {
    let codes = Self.refused.filter {
      !$0.contains("doubled") && !Self.ofProjections.contains($0)
    }
    let command = try ["check", "--ledger", "none.db"] + codes.flatMap(Self.files)
    let text = try SampleBook.folder().run(command)
    let json = try SampleBook.folder().run(command + ["--format", "json"])
    let csv = try SampleBook.folder().run(command + ["--format", "csv"])
    #expect([text, json, csv].allSatisfy { $0.status == 1 && $0.errors.isEmpty })
    let problems = try CommandRun.diagnostics(in: json.outputBytes)
    #expect(problems.count >= codes.count / 2)
    #expect(problems.compactMap { $0["code"] as? String } == CommandRun.codes(in: text.output))
    #expect(try csv.table.column("code") == CommandRun.codes(in: text.output))
    #expect(problems.allSatisfy { ($0["file"] as? String)?.hasPrefix("samples/errors/") == true })
  }

  @Test(
    "record refuses it with exit code 65 and changes nothing, whatever good files are beside it",
    arguments: refused)
  func record(_ code: String) throws {
    // What is wrong with parties shows in a ledger that has none.
    let folder = try code.hasPrefix("party.") ? ScratchFolder() : Self.ledgerOfParties()
    if code.hasPrefix("party.") { try folder.succeed("init") }
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(
      ["record", "samples/deals/hut8-river-bend.yaml"] + Self.files(of: code))
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors).contains(code), "\(run.errors)")
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }

  @Test(
    "what cannot be projected is recorded all the same, and project says why",
    arguments: recordable)
  func unprojectable(_ code: String) throws {
    let folder = try Self.ledgerOfParties()
    let file = "samples/errors/\(code).yaml"
    let check = try folder.run("check", file)
    #expect(check.status == 0)
    #expect(check.output.contains("can be recorded, but not projected"))
    try folder.succeed("record", file)
    let run = try folder.run("project", "one")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors).contains(code), "\(run.errors)")
  }

  @Test(
    "a scenario that does not fit a deal is good by itself, and project refuses it",
    arguments: ofQuestions)
  func misfit(_ code: String) throws {
    let folder = try Self.ledgerOfParties()
    let files = try Self.files(of: code)
    for verb in ["check", "record"] {
      let run = try folder.run([verb] + files)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
    let run = try folder.run(
      "project", "one", "--scenario", "samples/errors/\(code).yaml")
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == [code], "\(run.errors)")
    #expect(run.errors.contains("\n  fix: "))
  }

  @Test("a command refuses wrong settings and says which line is wrong", arguments: ofSettings)
  func settings(_ code: String) throws {
    let file = "samples/errors/\(code).yaml"
    let run = try SampleBook.folder().run(["list"], environment: ["LEASEBOOK_CONFIG": file])
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == [code], "\(run.errors)")
    #expect(run.errors.hasPrefix("\(file):2") || run.errors.hasPrefix("\(file):3"))
    #expect(run.errors.contains("\n  fix: "))
  }

  /// A ledger with the sample parties and sites, made once.
  private static let parties = Result {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples", "samples/series")
    return try folder.bytes(of: "leasebook.db")
  }

  private static func ledgerOfParties() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try parties.get().write(to: folder.url.appending(path: "leasebook.db"))
    return folder
  }

  struct Strange: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: @Sendable () -> Data

    var testDescription: String { name }
  }

  /// A file of the size of a book, in one line, in many, and in none.
  static let strange = [
    Strange(name: "empty") { Data() },
    Strange(name: "line feeds") { Data(repeating: 10, count: 1_000) },
    Strange(name: "NUL bytes") { Data(count: 1_000) },
    Strange(name: "NUL in a value") { Data("deal: one\u{0}two\n".utf8) },
    Strange(name: "every byte") { Data((0..<2_560).map { UInt8($0 % 256) }) },
    Strange(name: "not UTF-8") { Data("deal: ".utf8) + Data([0xC3, 0x28, 0xFF, 10]) },
    Strange(name: "UTF-16") { Data([0xFF, 0xFE]) + Data("d\u{0}e\u{0}".utf8) },
    Strange(name: "an overlong slash") { Data("deal: ".utf8) + Data([0xC0, 0xAF, 10]) },
    Strange(name: "5 MB in one line") { Data(repeating: 65, count: 5_000_000) },
    Strange(name: "5 MB of a comment") {
      Data("# ".utf8) + Data(repeating: 65, count: 5_000_000) + Data("\ndeal: one\n".utf8)
    },
    Strange(name: "a million lines") { Data(String(repeating: "#\n", count: 1_000_000).utf8) },
    Strange(name: "a million keys") { Data(String(repeating: "a: 1\n", count: 1_000_000).utf8) },
    Strange(name: "5,000 keys of no meaning") {
      Data((0..<5_000).map { "k\($0): 1\n" }.joined().utf8)
    },
    Strange(name: "10,000 times the same key") {
      Data(String(repeating: "deal: one\n", count: 10_000).utf8)
    },
    Strange(name: "a million open brackets") { Data(repeating: 91, count: 1_000_000) },
    Strange(name: "10,000 nested lists") {
      Data("notes: \(String(repeating: "[", count: 10_000))".utf8)
    },
    Strange(name: "1,000 nested groups") {
      Data((0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined().utf8)
    },
    Strange(name: "an unclosed quote") { Data("deal: \"one\nannounced: 2026-01-02\n".utf8) },
    Strange(name: "a billion laughs") {
      Data("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ndeal: one\n".utf8)
    },
  ]

  @Test("a file that is no deal file is told so, quickly and without a crash", arguments: strange)
  func strangeFile(_ example: Strange) throws {
    let folder = try Self.ledgerOfParties()
    try example.bytes().write(to: folder.url.appending(path: "strange.yaml"))
    let before = try folder.bytes(of: "leasebook.db")
    let check = try RunningCommand(["check", "strange.yaml"], in: folder.url).finished(within: 20)
    #expect(check.status == 1, "\(check.errors.prefix(500))")
    #expect(!CommandRun.codes(in: check.output).isEmpty)
    // Both read in the same way: once is enough for the large ones.
    guard example.bytes().count < 20_000 else { return }
    let record = try RunningCommand(["record", "strange.yaml"], in: folder.url)
      .finished(within: 20)
    #expect(record.status == 65, "\(record.errors.prefix(500))")
    #expect(record.output.isEmpty)
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }

  @Test("every fault of every file is told in one pass")
  func onePass() throws {
    let files = try ["unit.wrong", "date.nonexistent", "field.unknown"].flatMap(Self.files)
    let run = try SampleBook.folder().run(["check", "--ledger", "none.db"] + files)
    let found = Set(CommandRun.codes(in: run.output))
    #expect(found.isSuperset(of: ["unit.wrong", "date.nonexistent", "field.unknown"]))
  }

  /// What the template of new is filled in with, in the order of its lines.
  private static let riverBend = [
    "2025-12-17", "hut-8", "fluidstack", "lease", "triple-net", "245 MW", "2027-Q2", "2027",
    "15 years", "7.0 bn USD", "3 %",
  ]

  @Test("the template of new passes check once filled in, and can be recorded and projected")
  func template() throws {
    let folder = try Self.ledgerOfParties()
    let template = try folder.succeed("new", "fresh-deal")
    var parts = template.output.components(separatedBy: ": ???")
    #expect(parts.count == Self.riverBend.count + 1)
    for (index, value) in Self.riverBend.enumerated() { parts[index] += ": \(value)" }
    try folder.write(parts.joined(), to: "fresh-deal.yaml")
    let check = try folder.succeed("check", "fresh-deal.yaml")
    #expect(check.output == "fresh-deal.yaml: fresh-deal\n1 file, no fault\n")
    try folder.succeed("record", "fresh-deal.yaml")
    let total = try folder.succeed(
      "project", "fresh-deal", "--by", "total", "--format", "csv"
    ).table
    // 7.0 bn USD of contract value; half a cent for each of some 181 months.
    let rent = try #require(try total.cents { $0["charge"] ?? "" }["base-rent"])
    #expect(abs(rent - 700_000_000_000) <= 91)
  }

  @Test("check takes a file from a pipe by the name of standard input")
  func pipe() throws {
    let folder = try Self.ledgerOfParties()
    let run = try ShellLine("leasebook new fresh-deal | leasebook check /dev/stdin").run(in: folder)
    // The template as it is: every value that is to be filled in is named, and nothing else.
    #expect(run.status == 1, "\(run.output)\(run.errors)")
    #expect(
      CommandRun.codes(in: run.output) == Self.riverBend.map { _ in "field.placeholder" })
  }
}
