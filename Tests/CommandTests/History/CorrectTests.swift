import Foundation
import Testing

/// Corrections of recorded versions, shown on the samples; the figures are those of the files.
@Suite("Correcting a version")
struct CorrectTests {
  private static let riverBend = "hut8-river-bend"

  private static func sample(_ name: String) throws -> String {
    try String(
      contentsOf: PackageFolder.samples.appending(path: "deals/\(name).yaml"), encoding: .utf8)
  }

  /// The deal file with another contract value; the notes still say 7.0.
  private static func wrongValue(announced: String = "2025-12-17") throws -> String {
    try sample(riverBend)
      .replacing("contractValue: 7.0 bn USD,", with: "contractValue: 7.2 bn USD,")
      .replacing("announced: 2025-12-17", with: "announced: \(announced)")
  }

  private static func value(_ folder: ScratchFolder, _ arguments: String...) throws -> String? {
    let table = try folder.run(["list", "--format", "csv"] + arguments).table
    return try table.row(where: "deal", is: riverBend)["stated_contract_value"]
  }

  private static func entries(of deal: String, _ folder: ScratchFolder) throws -> [Int] {
    try folder.succeed("history", deal, "--format", "csv").table.column("entry").compactMap {
      Int($0)
    }
  }

  @Test("holds from its announcement, in later amendments too, and the old one stays on record")
  func carriedForward() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let before = try Self.entries(of: Self.riverBend, folder)
    let count = try #require(
      folder.succeed("verify", "--format", "json").object["entries"] as? Int)
    let questions = [
      ["list"], ["show", Self.riverBend], ["project", Self.riverBend],
      ["list", "--known-on", "2025-12-31"], ["compare", "--by", "deal"],
    ].map { $0 + ["--format", "csv"] }
    let answers = try questions.map { try folder.run($0).outputBytes }
    try folder.write(Self.wrongValue(), to: "river.yaml")
    let arguments = [
      "correct", Self.riverBend, "river.yaml", "--entry", "\(before[0])", "--reason",
      "the release says 7.2",
    ]
    let run = try folder.run(arguments)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    // The original, and both amendments of the sample as they are once they are put into it.
    let history = try folder.succeed("history", Self.riverBend, "--format", "csv").table
    #expect(
      try history.column("change")
        == ["original", "amendment", "amendment", "correction", "correction", "correction"])
    #expect(try history.column("corrects") == ["", "", ""] + before.map { "\($0)" })
    #expect(try history.column("known")[3...].first == "2025-12-17")
    #expect(try Self.value(folder) == "7200000000.00")
    #expect(try Self.value(folder, "--known-on", "2025-12-31") == "7200000000.00")
    for (question, answer) in zip(questions, answers) {
      let then = try folder.run(question + ["--recorded-by", "\(count)"])
      #expect(then.outputBytes == answer, "\(question)")
    }
    try folder.succeed("verify")
    // A repeat changes nothing, with whatever order of words.
    let again = try folder.run(arguments)
    #expect(again.status == 0)
    #expect(again.output.contains("already recorded, nothing changed"))
    #expect(try Self.entries(of: Self.riverBend, folder).count == 6)
  }

  @Test("that is announced later leaves what was known before as it was")
  func announcedLater() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let original = try Self.entries(of: Self.riverBend, folder)[0]
    try folder.write(Self.wrongValue(announced: "2026-10-01"), to: "river.yaml")
    try folder.succeed(
      "correct", Self.riverBend, "river.yaml", "--entry", "\(original)", "--reason", "restated")
    #expect(try Self.value(folder, "--known-on", "2025-12-31") == "7000000000.00")
    #expect(try Self.value(folder, "--known-on", "2026-09-30") == "7000000000.00")
    #expect(try Self.value(folder, "--known-on", "2026-10-01") == "7200000000.00")
    #expect(try Self.value(folder) == "7200000000.00")
    try folder.succeed("verify")
  }

  @Test("of an amendment is an amendment, put into what the deal was before it")
  func amendment() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let entries = try Self.entries(of: Self.riverBend, folder)
    let notes = try Self.sample("\(Self.riverBend)-notes-2026-04")
      .replacing("coupon: 6.192 %", with: "coupon: 6.292 %")
    try folder.write(notes, to: "notes.yaml")
    try folder.succeed(
      "correct", Self.riverBend, "notes.yaml", "--entry", "\(entries[1])", "--reason", "misread")
    func coupon(_ arguments: String...) throws -> Any? {
      let run = try folder.run(["show", Self.riverBend, "--format", "json"] + arguments)
      let terms = try run.object["terms"] as? [String: [String: Any]]
      return terms?["financing[1].coupon"]?["value"]
    }
    #expect(try coupon() as? String == "6.292 %")
    #expect(try coupon("--known-on", "2026-04-30") as? String == "6.292 %")
    #expect(try coupon("--known-on", "2026-04-29") == nil)
    #expect(try coupon("--recorded-by", "\(entries[2])") as? String == "6.192 %")
    // The amendment of September 2026 is carried forward.
    #expect(try Self.entries(of: Self.riverBend, folder).count == 5)
    // A correction is itself corrected, and its carried amendment with it.
    let again = notes.replacing("6.292", with: "6.392")
    try folder.write(again, to: "again.yaml")
    try folder.succeed(
      "correct", Self.riverBend, "again.yaml", "--entry",
      "\(try Self.entries(of: Self.riverBend, folder)[3])", "--reason", "misread twice")
    #expect(try coupon() as? String == "6.392 %")
    #expect(try Self.entries(of: Self.riverBend, folder).count == 7)
    try folder.succeed("verify")
    // What is amended later follows from the correction.
    try folder.write(
      """
      amends: \(Self.riverBend)
      announced: 2026-11-01
      source: found
      terms: {term: 16 years}
      sources: {found: {kind: filing}}

      """, to: "late.yaml")
    try folder.succeed("record", "late.yaml")
    #expect(try coupon() as? String == "6.392 %")
    try folder.succeed("verify")
  }

  private static func amendment(_ announced: String, _ effective: String, _ terms: String) -> String
  {
    """
    amends: \(riverBend)
    announced: \(announced)
    effective: \(effective)
    source: found
    terms: {\(terms)}
    sources: {found: {kind: filing}}

    """
  }

  @Test("announced later leaves its place to later amendments, and earlier ones are told the day")
  func restated() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let entries = try Self.entries(of: Self.riverBend, folder)
    // The original is put right as of October; the notes of April and what came in September are
    // carried forward.
    try folder.write(
      Self.wrongValue(announced: "2026-10-01\neffective: 2025-12-17"), to: "river.yaml")
    try folder.succeed(
      "correct", Self.riverBend, "river.yaml", "--entry", "\(entries[0])", "--reason", "restated")
    func term(_ path: String, _ arguments: String...) throws -> Any? {
      let run = try folder.run(["show", Self.riverBend, "--format", "json"] + arguments)
      return (try run.object["terms"] as? [String: [String: Any]])?[path]?["value"]
    }
    let coupon = try term("financing[1].coupon") as? String
    #expect(coupon == "6.192 %")
    // An amendment of June would rest on what was known in October only.
    let before = try folder.bytes(of: "leasebook.db")
    try folder.write(
      Self.amendment("2026-06-01", "2026-06-01", "term: 16 years"), to: "june.yaml")
    let refused = try folder.run("record", "june.yaml")
    #expect(refused.status == 65)
    #expect(CommandRun.codes(in: refused.errors) == ["amendment.before-deal"])
    #expect(refused.errors.contains("what it amends was put right on"))
    #expect(refused.errors.contains("announced: 2026-10-01"))
    #expect(try folder.bytes(of: "leasebook.db") == before)
    // As the remedy has it, and one that came later: neither loses what was amended before.
    try folder.write(
      Self.amendment("2026-10-01", "2026-06-01", "term: 16 years"), to: "june.yaml")
    try folder.succeed("record", "june.yaml")
    try folder.write(
      Self.amendment("2026-11-01", "2026-11-01", "criticalIT: 246 MW"), to: "november.yaml")
    try folder.succeed("record", "november.yaml")
    #expect(try term("financing[1].coupon") as? String == coupon)
    #expect(try term("term") as? String == "16 years")
    #expect(try term("criticalIT") as? String == "246 MW")
    #expect(try term("term", "--known-on", "2026-09-30") as? String == "15 years")
    #expect(try Self.value(folder, "--known-on", "2026-09-30") == "7000000000.00")
    #expect(try Self.value(folder) == "7200000000.00")
    try folder.succeed("verify")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let deal: String
    let file: String
    let entry: Int
    let code: String
    var status: Int32 = 65

    init(_ name: String, _ deal: String, _ file: String, _ entry: Int, _ code: String) {
      testDescription = name
      self.deal = deal
      self.file = file
      self.entry = entry
      self.code = code
      status = code == "deal.unknown" || code == "file.missing" ? 66 : 65
    }
  }

  /// Entry 0 stands for the deal's original, 1 for its first amendment.
  static let refusals = [
    Refusal("another deal's file", riverBend, "other.yaml", 0, "correct.other-deal"),
    Refusal(
      "an amendment for the original", riverBend, "notes.yaml", 0, "correct.whole-deal-needed"),
    Refusal("what is recorded already", riverBend, "same.yaml", 0, "correct.changes-nothing"),
    Refusal("another deal's entry", riverBend, "river.yaml", 9_999, "record.not-a-version"),
    Refusal("an unknown deal", "hut8-river-bent", "river.yaml", 0, "deal.unknown"),
    Refusal("a file with a fault", riverBend, "fault.yaml", 0, "unit.missing"),
    Refusal("no file", riverBend, "none.yaml", 0, "file.missing"),
  ]

  @Test("is refused, and nothing is recorded", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let entries = try Self.entries(of: Self.riverBend, folder)
    try folder.write(Self.sample("hut8-beacon-point"), to: "other.yaml")
    try folder.write(Self.sample("\(Self.riverBend)-notes-2026-04"), to: "notes.yaml")
    try folder.write("# Anew.\n" + Self.sample(Self.riverBend), to: "same.yaml")
    try folder.write(Self.wrongValue(), to: "river.yaml")
    try folder.write(
      Self.sample(Self.riverBend).replacing("criticalIT: 245 MW", with: "criticalIT: 245"),
      to: "fault.yaml")
    let entry = refusal.entry < entries.count ? entries[refusal.entry] : refusal.entry
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(
      "correct", refusal.deal, refusal.file, "--entry", "\(entry)", "--reason", "a test")
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(CommandRun.codes(in: run.errors) == [refusal.code], "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }

  @Test("of an entry that was corrected names the later entry")
  func correctedAlready() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let original = try Self.entries(of: Self.riverBend, folder)[0]
    try folder.write(Self.wrongValue(), to: "river.yaml")
    try folder.succeed(
      "correct", Self.riverBend, "river.yaml", "--entry", "\(original)", "--reason", "misread")
    try folder.write(Self.wrongValue().replacing("7.2 bn", with: "7.3 bn"), to: "river.yaml")
    let run = try folder.run(
      "correct", Self.riverBend, "river.yaml", "--entry", "\(original)", "--reason", "misread")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["record.corrected-already"])
    let later = try Self.entries(of: Self.riverBend, folder)[3]
    #expect(run.errors.contains("fix: correct entry \(later) instead"))
  }

  @Test("takes a reason that says something")
  func reason() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let run = try folder.run(
      "correct", Self.riverBend, "river.yaml", "--entry", "1", "--reason", " ")
    #expect(run.status == 64)
  }
}
