import Foundation
import Testing

/// What `reconcile` answers, in each format.
@Suite("Answers of reconcile")
struct ReconcileTests {
  private func object(_ arguments: [String]) throws -> [String: Any] {
    let run = try SampleBook.ask(["reconcile"] + arguments + ["--format", "json"])
    return try #require(try run.objects.first)
  }

  /// The announced figures of these deals agree at 3 %: `samples/deals` says from which source.
  @Test(
    "the deals whose figures agree at 3 % are found consistent as written",
    arguments: [
      "hut8-beacon-point", "terawulf-lake-mariner-cb3-cb4", "cipher-barber-lake",
    ])
  func consistent(_ deal: String) throws {
    let object = try object(["samples/deals/\(deal).yaml"])
    let verdict = try #require(object["verdict"] as? String)
    #expect(verdict == "consistent_as_written")
    let families = try #require(object["families"] as? [[String: Any]])
    #expect((families.first?["departures"] as? [String]) == [])
  }

  /// 1 + 1.03^15 is 2.557967: at least 6.95 bn over fifteen years are 17.778 bn over thirty, and 17.7
  /// is at most 17.75. Fifteen years at 454 M, at most 454.5, are 6.8175 bn, and 6.9 is at least 6.85.
  @Test("River Bend's clash is told: neither its renewals nor its average NOI hold as written")
  func riverBend() throws {
    let object = try object(["samples/deals/hut8-river-bend.yaml"])
    #expect(object["verdict"] as? String == "consistent_only_if")
    let sets = try #require(object["why_not_as_written"] as? [[[String: Any]]])
    let kinds = sets.map { Set($0.compactMap { $0["figure"] as? String }) }
    #expect(kinds.contains(["contract_value", "contract_value_with_renewals"]))
    #expect(kinds.contains(["cumulative_noi", "average_annual_noi"]))
    let families = try #require(object["families"] as? [[String: Any]])
    for family in families {
      let witness = try #require(family["witness"] as? [String: Any])
      let checks = try #require(witness["figures"] as? [[String: Any]])
      #expect(checks.allSatisfy { $0["agrees"] as? Bool != false })
    }
  }

  /// 7.05 bn over 244.5 MW × 12,000 × 18.598914 is 129.19 USD a kW-month, the most that leaves room.
  @Test("a contradiction is told with how far each figure would have to move")
  func contradiction() throws {
    let arguments = ReconcileWriteTests.contradiction.dropFirst()
    let object = try object(Array(arguments))
    #expect(object["verdict"] as? String == "inconsistent")
    let sets = try #require(object["conflict"] as? [[[String: Any]]])
    let moves = try #require(sets.first)
    let rate = try #require(moves.first { $0["figure"] as? String == "rate" })
    let nearest = try #require(rate["nearest"] as? Double)
    // 3 % is itself a rounded figure, as a last resort: 2.5 % leaves room for 133.9.
    #expect((129...135).contains(nearest))
    let text = try SampleBook.ask(ReconcileWriteTests.contradiction)
    #expect(text.output.contains("Inconsistent"))
    let check = try SampleBook.folder().run(ReconcileWriteTests.contradiction + ["--check"])
    #expect(check.status == 1)
    #expect(check.output == text.output)
  }

  @Test("CSV has the numbers of JSON")
  func formats() throws {
    let file = "samples/deals/hut8-river-bend.yaml"
    let object = try object([file])
    let table = try SampleBook.ask("reconcile", file, "--format", "csv").table
    let figures = try #require(object["figures"] as? [[String: Any]])
    let written = table.rows.filter { $0["family"] == "" }
    #expect(written.map { $0["name"] } == figures.map { $0["figure"] as? String })
    for (row, figure) in zip(written, figures) {
      #expect(row["printed"] == figure["printed"] as? String)
      for (column, key) in [("low", "low"), ("high", "high"), ("value", "computed")] {
        guard let number = figure[key] as? Double else { continue }
        // A reader of JSON may be off by the last bit of a number.
        let read = try #require(Double(row[column] ?? ""))
        #expect(abs(read - number) <= abs(number) * 1e-15)
      }
    }
    let families = try #require(object["families"] as? [[String: Any]])
    let numbers = Set(table.rows.compactMap { $0["family"] }.filter { !$0.isEmpty })
    #expect(numbers == Set((1...families.count).map(String.init)))
  }

  @Test("a deal of the ledger and its file answer alike")
  func ledger() throws {
    let recorded = try object(["cipher-barber-lake", "--known-on", "2025-10-01"])
    let file = try object(["samples/deals/cipher-barber-lake.yaml"])
    for key in ["verdict", "deal"] {
      #expect(recorded[key] as? String == file[key] as? String)
    }
    let figures = [recorded, file].map { ($0["figures"] as? [[String: Any]])?.count }
    #expect(figures[0] == figures[1])
  }

  /// What the public knew before River Bend, whose search is the longest.
  private static let book = ["reconcile", "--all", "--known-on", "2025-12-01"]

  @Test("--all has a line for every deal, and its headlines add up")
  func all() throws {
    let table = try SampleBook.ask(Self.book + ["--format", "csv"]).table
    let listed = try SampleBook.ask("list", "--known-on", "2025-12-01", "--format", "csv").table
    #expect(try Set(table.column("deal")) == Set(listed.column("deal")))
    let rows = try SampleBook.ask(Self.book + ["--format", "json"]).objects
    #expect(rows.count == table.rows.count)
    #expect(rows.compactMap { $0["verdict"] as? String } == (try table.column("verdict")))
    let text = try SampleBook.ask(Self.book).output
    let sentence = text.replacing("\n", with: " ")
    // Values of a campus are counted by themselves.
    let own = table.rows.filter { Int($0["headline_deals"] ?? "") ?? 1 == 1 }
    #expect(sentence.contains("headlines of \(own.count) deals"))
    let holding = own.count { $0["headline"] == "holds" }
    #expect(sentence.contains("\(holding) can be true as printed"))
  }

  @Test("a contract value that no solution reaches is a headline that was rounded up")
  func roundedUp() throws {
    // 99.95 to 100.05 MW for ten years without growth: at 122.5 to 123.5 USD a kW-month 1.469 to
    // 1.483 bn, below the 1.5 bn that 1.45 to 1.55 is printed as; at 124.5 to 125.5 on both sides.
    let file = ScratchFolder.announcement(value: "1.5 bn USD", rate: "123 USD/kW-month")
    let folder = try ScratchFolder()
    try folder.write(file, to: "up.yaml")
    let other = ScratchFolder.announcement(value: "1.5 bn USD", rate: "125 USD/kW-month")
    try folder.write(other.replacing("deal: one", with: "deal: two"), to: "holds.yaml")
    let table = try folder.succeed(
      "reconcile", "--all", "up.yaml", "holds.yaml", "--format", "csv"
    ).table
    #expect(try table.column("headline") == ["rounded_up", "holds"])
  }

  @Test("text keeps within the columns of the screen", arguments: [80, 160])
  func width(_ columns: Int) throws {
    for arguments in [
      ["reconcile", "samples/deals/galaxy-helios-1.yaml", "--verbose"], Self.book,
    ] {
      let run = try SampleBook.folder().run(arguments, environment: ["COLUMNS": "\(columns)"])
      #expect(run.status == 0)
      #expect(run.lines.allSatisfy { $0.count <= columns })
    }
  }
}

extension ScratchFolder {
  /// The file of a deal of 100.0 MW for ten years from one day, without growth.
  fileprivate static func announcement(value: String, rate: String) -> String {
    """
    deal: one
    announced: 2025-12-17
    source: release
    terms:
      landlord: hut-8
      contract: {kind: lease}
      criticalIT: 100.0 MW
      delivery: {first: 2027-06-30, last: 2027-06-30}
      term: 10 years
      rent: {contractValue: \(value), escalator: none}
    announcedFigures: {rate: \(rate)}
    sources: {release: {kind: release}}

    """
  }
}
