import Foundation
import Testing

/// What workbooks say that they rest on, beside what the ledger and the files say of themselves.
@Suite("Notes of workbooks", .enabled(if: ReadWorkbook.isPossible, "python3 has no openpyxl"))
struct WorkbookNotesTests {
  private static func notes(
    _ arguments: [String], in folder: ScratchFolder
  ) throws -> [[String]] {
    let run = try folder.run(arguments + ["--format", "xlsx", "--output", "out.xlsx"])
    try #require(run.status == 0, "\(run.errors)")
    let sheet = try ReadWorkbook.reading("out.xlsx", in: folder).sheet("Notes")
    return sheet.rows.map { row in
      row.map { cell in
        cell.value?.number.map { String(Int($0)) } ?? cell.value?.text ?? ""
      }
    }
  }

  /// The SHA-256 of a file, as another program reckons it.
  private static func hash(of path: String, in folder: ScratchFolder) throws -> String {
    let run = try ShellLine("sha256sum \(path)").run(in: folder)
    return String(run.output.prefix(64))
  }

  static let verbs = [
    ["rent-roll", "--on", "2028-06-30", "--landlord", "Hut 8"], ["list", "--landlord", "Hut 8"],
    ["show", "hut8-river-bend"], ["history", "hut8-river-bend"],
    ["project", "hut8-river-bend"],
  ]

  @Test("name each version of a deal with its file, and where it was published", arguments: verbs)
  func deals(_ arguments: [String]) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let notes = try Self.notes(arguments, in: folder)
    let versions = try folder.run("history", "hut8-river-bend", "--format", "csv").table.rows
    #expect(versions.count > 1)
    for version in versions {
      let row = try #require(
        notes.first { $0[0] == "deal" && $0[2] == version["entry"] }, "\(version)")
      #expect(row[1] == "hut8-river-bend")
      #expect(try row[4] == Self.hash(of: try #require(version["file"]), in: folder))
    }
    // The accession number of the 8-K whose exhibit is the deck of December 2025.
    #expect(notes.contains { $0[0] == "hut8-river-bend" && $0[4].contains("000110465925122052") })
    #expect(notes.contains { $0[0] == "Conventions" && !$0[1].isEmpty })
  }

  @Test(
    "name the parties and sites of a rent roll, and the scenario's file", arguments: [true, false])
  func others(_ isRecorded: Bool) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let file = "samples/scenarios/late-two-quarters.yaml"
    if isRecorded { try folder.succeed("record", file) }
    let notes = try Self.notes(
      [
        "rent-roll", "hut8-river-bend", "--on", "2028-06-30", "--scenario",
        isRecorded ? "late-two-quarters" : file,
      ], in: folder)
    for (kind, subject) in [("party", "hut-8"), ("party", "google"), ("site", "river-bend")] {
      let entry = try folder.run("history", subject, "--format", "csv").table.rows.last?["entry"]
      #expect(notes.contains { $0[0] == kind && $0[1] == subject && $0[2] == entry }, "\(subject)")
    }
    let hash = try Self.hash(of: file, in: folder)
    let row = try #require(notes.first { $0[4] == hash })
    #expect(row[0] == (isRecorded ? "scenario" : "file"))
    #expect(
      notes.contains { $0[1].contains("late-two-quarters") && $0[1].contains(hash.prefix(8)) })
  }

  @Test("name a series with its file and its publication", arguments: ["series", "history"])
  func series(_ verb: String) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let notes = try Self.notes([verb, "ust-curve-2026-q2"], in: folder)
    let hash = try Self.hash(of: "samples/series/ust-curve-2026-q2.yaml", in: folder)
    #expect(notes.contains { $0[0] == "series" && $0[1] == "ust-curve-2026-q2" && $0[4] == hash })
    let sources = notes.drop { $0[0] != "Published on" }
    #expect(sources.contains { $0[0] == "ust-curve-2026-q2" && !$0[4].isEmpty })
  }

  @Test(
    "of the books say what text says below",
    arguments: [
      ["balance"], ["arrears", "--on", "2028-01-01"], ["deposits", "--on", "2028-01-01"],
    ])
  func books(_ arguments: [String]) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let notes = try Self.notes(arguments, in: folder).map { $0[1] }
    let last = try #require(try folder.run(arguments).lines.last { !$0.isEmpty })
    #expect(notes.contains { $0.hasSuffix(last) }, "\(last)")
  }
}
