import Foundation
import Testing

/// Kept answers by the command: what was answered once is answered again, whatever came since.
@Suite("Kept runs")
struct KeptRunTests {
  private static let riverBend = "hut8-river-bend"
  private static let value = ["value", riverBend, "--rate", "8%", "--on", "2026-01-01"]

  /// Questions of every kind of answer.
  static let questions = [
    ["project"], ["project", "--landlord", "Hut 8", "--by", "quarter", "--group-by", "hall,deal"],
    ["project", riverBend, "--case", "expected", "--subtotals", "--dates", "cash"],
    ["project", riverBend, "--bridge", "--by", "total"],
    ["project", riverBend, "--delay", "all=6mo", "--side-by-side", "--by", "total"],
    ["project", "--known-on", "2025-12-31", "--by", "fiscal-year", "--fiscal-year-end", "06-30"],
    ["project", "--recorded-by", "100", "--effective-on", "2026-06-30", "--by", "total"],
    value, value + ["--together", "--case=full"], value + ["--terminal", "cap-rate=7%"],
    ["value", "--tenant", "fluidstack", "--rate=8%", "--on", "2026-01-01"],
    [
      "value", riverBend, "--curve", "ust-curve-2026-q2", "--spread", "-50bp", "--on",
      "2026-06-30", "--tier", "guaranteed=5.5%", "--tier", "tenant=ust-curve-2026-q2+300bp",
    ],
    [
      "value", riverBend, "--rate", "8%", "--compounding", "quarterly", "--on", "2026-01-01",
      "--shares", "100,000,000", "--share-price", "50 USD",
    ],
    value + ["--vary", "rate=6%..8%/1%", "--vary", "delay=0..3mo/3mo"], value + ["--tornado"],
    value + ["--solve", "irr=12%", "--for", "rent"],
    value + [
      "--backstop", "--tenant-intensity", "3% to 5y, 2%", "--guarantor-intensity", "0.3%",
      "--market-rent", "85%",
    ],
    value + ["--scenario", "samples/scenarios/late-two-quarters.yaml", "--side-by-side"],
    [
      "value", riverBend, "--rate", "8%", "--from", "2026-01-01", "--to", "2027-01-01",
      "--from-known-on", "2025-12-31", "--to-rate", "9%",
    ],
    ["compare", "--by", "landlord", "--on", "2026-01-01", "--rate", "8%"],
    ["compare", "--by=site", "--ownership=net", "--metrics", "total_contract_value,walt_years"],
  ]

  @Test("are printed as ever, and answered again byte for byte", arguments: questions)
  func repeated(_ question: [String]) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let plain = try folder.run(question + ["--format", "json"])
    let kept = try folder.run(question + ["--keep", "--as", "mine", "--format", "json"])
    #expect(kept.status == 0 && kept.outputBytes == plain.outputBytes, "\(kept.errors)")
    #expect(kept.errors.hasPrefix("kept mine (entry "), "\(kept.errors)")
    let again = try folder.succeed("runs", "mine", "--repeat", "--format", "json").object
    #expect(again["identical"] as? Bool == true)
    let run = try folder.succeed("runs", "mine", "--format", "json").object
    let answer = try JSONSerialization.jsonObject(with: plain.outputBytes)
    #expect((run["answer"] as? NSObject) == (answer as? NSObject))
    #expect(try folder.succeed("verify", "--format", "json").object["runs"] as? Int == 1)
  }

  @Test("are answered as then after a correction, and as the ledger is now when that is asked for")
  func corrected() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let text = try folder.run(Self.value + ["--keep"])
    #expect(text.status == 0, "\(text.errors)")
    let then = try folder.succeed("runs", "value-1", "--format", "json").object
    try folder.write(
      String(
        contentsOf: PackageFolder.samples.appending(path: "deals/hut8-river-bend.yaml"),
        encoding: .utf8
      ).replacing("contractValue: 7.0 bn USD,", with: "contractValue: 7.7 bn USD,"),
      to: "river.yaml")
    let first = try #require(
      try folder.succeed("history", Self.riverBend, "--format", "csv").table.column("entry").first)
    let correction = try folder.run([
      "correct", Self.riverBend, "river.yaml", "--entry", first, "--reason", "the release says 7.7",
    ])
    #expect(correction.status == 0, "\(correction.errors)")
    // As then: nothing that came since counts.
    let again = try folder.succeed("runs", "value-1", "--repeat", "--format", "json").object
    #expect(again["identical"] as? Bool == true)
    #expect(try folder.succeed("verify").output.contains("1 run read again"))
    // As now: ten percent more contract value is ten percent more base rent, to the cents that
    // posting rounds, and the inputs are other entries.
    let now = try folder.succeed("runs", "value-1", "--now", "--format", "csv").table
    let rent = try #require(
      now.rows.first {
        $0["row"] == "hut8-river-bend, charges, base-rent" && $0["field"] == "total"
      })
    let (before, after) = (
      try Cents.reading(rent["before"] ?? ""), try Cents.reading(rent["after"] ?? "")
    )
    #expect(abs(after * 10 - before * 11) < 10 * 1_000)
    #expect(try Cents.reading(rent["change"] ?? "") == after - before)
    let inputs = now.rows.filter { $0["part"] == "input" }
    #expect(inputs.map { $0["row"] } == ["deal hut8-river-bend"])
    #expect(inputs[0]["before"]?.contains("version 1, entry") == true)
    #expect(inputs[0]["after"]?.contains("version 6, entry") == true)
    // What was kept is as it was.
    let kept = try folder.succeed("runs", "value-1", "--format", "json").object
    #expect(kept as NSDictionary == then as NSDictionary)
    // Asked now and kept, it is another run; the two differ as the repetition says.
    #expect(try folder.run(Self.value + ["--keep"]).status == 0)
    let two = try folder.succeed("diff", "--runs", "value-1", "value-2", "--format", "csv").table
    #expect(two.rows == now.rows)
  }

  @Test("are recognised when the same is asked again, however it is spelled")
  func recognised() throws {
    let folder = try ScratchFolder.withSampleLedger()
    #expect(try folder.run(Self.value + ["--keep"]).status == 0)
    let before = try folder.succeed("verify", "--format", "json").object["head"] as? String
    for question in [
      Self.value, ["value", "--on=2026-01-01", "--rate=8%", Self.riverBend],
      Self.value + ["--convention", "actual365", "--case", "base", "--in", "millions"],
      ["value", Self.riverBend, "--rate", "8.00 %", "--on", "2026-01-01"],
    ] {
      let run = try folder.run(question + ["--keep", "--as", "other"])
      #expect(run.status == 0)
      #expect(run.errors.hasPrefix("already kept, nothing changed: value-1 (entry "))
    }
    #expect(try folder.succeed("verify", "--format", "json").object["head"] as? String == before)
    #expect(try folder.succeed("runs", "--format", "csv").table.rows.count == 1)
  }

  @Test("keep the file of a scenario that no entry has")
  func scenarioFile() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.write("scenario: slow\ndelays: {all: 7 months}\n", to: "slow.yaml")
    let kept = try folder.run(Self.value + ["--scenario", "slow.yaml", "--keep"])
    #expect(kept.status == 0, "\(kept.errors)")
    try folder.write("scenario: slow\ndelays: {all: 1 months}\n", to: "slow.yaml")
    try folder.succeed("runs", "value-1", "--repeat")
    try FileManager.default.removeItem(at: folder.url.appending(path: "slow.yaml"))
    try folder.succeed("runs", "value-1", "--repeat")
    try folder.succeed("verify")
    let run = try folder.succeed("runs", "value-1", "--format", "csv").table
    #expect(run.rows.contains { $0["section"] == "input" && $0["key"] == "file slow.yaml" })
    // The file may be recorded afterwards: the ledger has it of a run alone.
    try folder.write("scenario: slow\ndelays: {all: 7 months}\n", to: "slow.yaml")
    #expect(try folder.succeed("record", "slow.yaml").output.contains("recorded 1 scenario"))
    try folder.succeed("runs", "value-1", "--repeat")
    try folder.succeed("verify")
  }

  @Test("name what they rest on: versions of deals, parties, sites, series and scenarios")
  func inputs() throws {
    let folder = try ScratchFolder.withSampleLedger()
    #expect(try folder.run("record", "samples/scenarios/late-two-quarters.yaml").status == 0)
    let kept = try folder.run([
      "value", Self.riverBend, "--curve", "ust-curve-2026-q2", "--on", "2026-06-30",
      "--effective-on", "2026-01-31", "--scenario", "late-two-quarters", "--keep",
    ])
    #expect(kept.status == 0, "\(kept.errors)")
    let run = try folder.succeed("runs", "value-1", "--format", "csv").table
    let inputs = run.rows.filter { $0["section"] == "input" }
    // Parties and the site as the deal's terms name them; in January 2026 the first version held.
    #expect(
      inputs.map { $0["key"] ?? "" }.sorted() == [
        "deal hut8-river-bend", "party anthropic", "party fluidstack", "party google",
        "party hut-8", "scenario late-two-quarters", "series ust-curve-2026-q2", "site river-bend",
      ])
    #expect(inputs.allSatisfy { $0["link"]?.count == 64 && $0["document"]?.count == 64 })
    let deal = try #require(inputs.first { $0["key"] == "deal hut8-river-bend" })
    #expect(deal["value"] == "version 1")
    let versions = try folder.succeed("history", Self.riverBend, "--format", "json").objects
    #expect(versions.first?["hash"] as? String == deal["link"])
  }

  @Test("go with a copy, an export and what is made of it")
  func copied() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let question =
      Self.value + ["--scenario", "samples/scenarios/late-two-quarters.yaml", "--keep"]
    #expect(try folder.run(question).status == 0)
    let run = try folder.succeed("runs", "value-1", "--format", "json").output
    try folder.succeed("backup", "copy.db")
    try folder.succeed("export", "out")
    try folder.succeed("import", "out", "--ledger", "new.db")
    #expect(folder.contains("out/files/runs/value-1.json"))
    for ledger in ["copy.db", "new.db"] {
      #expect(
        try folder.succeed("runs", "value-1", "--format", "json", "--ledger", ledger).output == run)
      try folder.succeed("runs", "value-1", "--repeat", "--ledger", ledger)
    }
  }

  @Test("are refused with a plain error where the name is taken, and nothing is changed or printed")
  func taken() throws {
    let folder = try ScratchFolder.withSampleLedger()
    #expect(try folder.run(Self.value + ["--keep", "--as", "base"]).status == 0)
    let bytes = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(["project", Self.riverBend, "--keep", "--as", "base"])
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == ["record.run-exists"])
    #expect(run.errors.contains("base is kept as entry") && run.errors.contains("--as"))
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
  }

  @Test("are none of a ledger that cannot be written, which says so")
  func unwritable() throws {
    let folder = try ScratchFolder.withSampleLedger()
    // The superuser writes anywhere, but SQLite follows no link to its shared memory.
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "leasebook.db-shm").path,
      withDestinationPath: "nowhere")
    let run = try folder.run(Self.value + ["--keep"])
    #expect(run.status == 74 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == ["ledger.read-only"])
  }

  @Test("read as the goldens say at 80 columns")
  func goldens() throws {
    let folder = try ScratchFolder()
    let clock = ["LEASEBOOK_NOW": "2026-11-21T16:00:00Z"]
    for arguments in [["init"], ["record", "samples", "samples/deals/hut8-river-bend.yaml"]] {
      #expect(try folder.run(arguments, environment: clock).status == 0)
    }
    for question in [
      Self.value, ["value", Self.riverBend, "--rate", "9%", "--on", "2026-01-01"],
      ["project", "--landlord", "Hut 8", "--by", "total"],
    ] {
      let run = try folder.run(
        question + ["--keep"], environment: clock)
      #expect(run.status == 0)
    }
    for (name, arguments) in [
      ("runs", ["runs"]), ("runs-value-1", ["runs", "value-1"]),
      ("runs-repeat", ["runs", "value-1", "--repeat"]),
      ("diff-runs", ["diff", "--runs", "value-1", "value-2"]),
    ] {
      let run = try folder.run(arguments)
      #expect(run.lines.allSatisfy { $0.count <= 80 })
      // Hashes and the schema change with each sample and each migration; they have tests of their own.
      let text = run.output.replacing(/\ [0-9a-f]{12}/, with: " 0123456789ab")
        .replacing(/schema [0-9]+/, with: "schema N")
      try Golden.expect(text, equals: "\(name).txt")
    }
  }
}
