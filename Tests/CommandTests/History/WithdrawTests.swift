import Foundation
import Testing

@Suite("Withdrawing a deal")
struct WithdrawTests {
  private static let deal = "corescientific-amd"

  private static func withdraw(_ folder: ScratchFolder, _ further: String...) throws -> CommandRun {
    try folder.run(
      [
        "withdraw", deal, "--on", "2026-10-01", "--reason", "the option lapsed", "--source",
        "8-k=https://example.com/8-k", "--source-kind", "filing",
      ] + further)
  }

  private static func isListed(_ folder: ScratchFolder, _ arguments: String...) throws -> Bool {
    try folder.run(["list", "--format", "csv"] + arguments).table.column("deal").contains(deal)
  }

  @Test("takes it out of the book from its day on, and leaves what was before")
  func withdrawn() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let count = try #require(
      folder.succeed("verify", "--format", "json").object["entries"] as? Int)
    let before = try folder.run("compare", "--format", "csv").outputBytes
    let run = try Self.withdraw(folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("(entry \(count + 1))"))
    #expect(try !Self.isListed(folder))
    #expect(try Self.isListed(folder, "--effective-on", "2026-09-30"))
    #expect(try !Self.isListed(folder, "--effective-on", "2026-10-01"))
    #expect(try Self.isListed(folder, "--known-on", "2026-09-30"))
    #expect(try Self.isListed(folder, "--recorded-by", "\(count)"))
    let then = try folder.run("compare", "--format", "csv", "--recorded-by", "\(count)")
    #expect(then.outputBytes == before)
    try folder.succeed("verify")
    let again = try Self.withdraw(folder)
    #expect(again.output == "deal \(Self.deal): unchanged, nothing changed\nnothing to record\n")
    let history = try folder.succeed("history", Self.deal)
    #expect(history.output.contains("withdrawal") && history.output.contains("the option lapsed"))
    #expect(!history.output.contains("taken away"))
  }

  @Test("was known on its day, or today where that is earlier, or when one says")
  func known() throws {
    // The clock of the tests stands at 2026-11-21.
    for (on, announced, known) in [
      ("2026-10-01", nil, "2026-10-01"), ("2027-06-30", nil, "2026-11-21"),
      ("2027-06-30", "2026-11-02", "2026-11-02"),
    ] as [(String, String?, String)] {
      let folder = try ScratchFolder.withSampleLedger()
      let run = try folder.run(
        ["withdraw", Self.deal, "--on", on, "--reason", "lapsed", "--source", "8-k"]
          + (announced.map { ["--announced", $0] } ?? []))
      #expect(run.status == 0, "\(run.errors)")
      let table = try folder.succeed("history", Self.deal, "--format", "csv").table
      #expect(try table.column("known").last == known)
      #expect(try table.column("effective").last == on)
      // No total has it any more, though rent would still be due until then.
      #expect(try Self.isListed(folder, "--effective-on", "2026-09-30"))
    }
  }

  @Test("is refused on another day once it is withdrawn, and goes through once that is corrected")
  func again() throws {
    let folder = try ScratchFolder()
    let file = "samples/books/maple-court.yaml"
    try folder.succeed("init")
    try folder.succeed("record", file)
    let withdraw = { (day: String) in
      try folder.run(
        "withdraw", "maple-court", "--on", day, "--reason", "x", "--source", "letter")
    }
    #expect(try withdraw("2027-08-25").status == 0)
    let before = try folder.bytes(of: "leasebook.db")
    for day in ["2027-08-10", "2027-08-30"] {
      let run = try withdraw(day)
      #expect(run.status == 65 && CommandRun.codes(in: run.errors) == ["deal.withdrawn-before"])
      #expect(run.errors.contains("2027-08-25") && run.errors.contains("--entry 4"))
    }
    try folder.write(
      """
      amends: maple-court
      announced: 2027-08-01
      source: letter
      terms: {rent: {rate: 90 USD/kW-month}}
      sources:
        letter: {kind: release, date: 2027-08-01}

      """, to: "amendment.yaml")
    let amended = try folder.run("record", "amendment.yaml")
    #expect(amended.status == 65 && amended.errors.contains("was withdrawn on 2027-08-25"))
    #expect(try folder.bytes(of: "leasebook.db") == before)
    try folder.succeed("correct", "maple-court", file, "--entry", "4", "--reason", "a wrong day")
    #expect(try withdraw("2027-08-10").status == 0)
    let isListed = { (day: String) in
      try folder.run("list", "--format", "csv", "--effective-on", day).table.column("deal")
        .contains("maple-court")
    }
    #expect(try isListed("2027-08-09") && !isListed("2027-08-10"))
  }

  static let refusals: [(arguments: [String], status: Int32)] = [
    (["corescientific-amt", "--on", "2026-10-01", "--reason", "x", "--source", "a"], 66),
    ([deal, "--on", "2026-13-01", "--reason", "x", "--source", "a"], 64),
    ([deal, "--on", "2026-10-01", "--reason", "", "--source", "a"], 64),
    ([deal, "--on", "2026-10-01", "--reason", "x", "--source", "No Name"], 64),
    ([deal, "--on", "2026-10-01", "--reason", "x", "--source", "a="], 64),
    ([deal, "--on", "2026-10-01", "--reason", "x"], 64),
  ]

  @Test("is refused, and nothing is recorded", arguments: refusals)
  func refused(_ refusal: (arguments: [String], status: Int32)) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(["withdraw"] + refusal.arguments)
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }
}
