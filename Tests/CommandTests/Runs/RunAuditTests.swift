import Foundation
import Testing

/// What `verify` finds by asking the kept questions again, beside what the chain tells.
@Suite(
  "Runs asked again",
  .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
struct RunAuditTests {
  struct Tampering: CustomTestStringConvertible, Sendable {
    /// The tables whose triggers against updates are put aside.
    let triggers: [String]
    let sql: String
    /// What the finding says.
    let words: [String]

    var testDescription: String { sql }
  }

  static let tamperings = [
    // One digit of the answer: a 1 of 1178061109.36 becomes a 2.
    Tampering(
      triggers: ["documentIsNotUpdated"],
      sql: """
        UPDATE document SET bytes = CAST(
          replace(CAST(bytes AS TEXT), '1178061109.36', '1178061209.36') AS BLOB)
        WHERE hash = (SELECT answer FROM keptRun)
        """,
      words: [
        "value-1, as leasebook 0.2.0 answered it: its answer is ", "leasebook 0.2.0 answers ",
      ]
    ),
    Tampering(
      triggers: ["runOptionIsNotUpdated"],
      sql: "UPDATE runOption SET value = '9%' WHERE option = 'rate'",
      words: ["its answer is ", "leasebook 0.2.0 answers "]),
    Tampering(
      triggers: ["runOptionIsNotUpdated"],
      sql: "UPDATE runOption SET option = 'rates' WHERE option = 'rate'",
      words: ["cannot ask it again: the question has the option 'rates'"]),
    Tampering(
      triggers: ["runOptionIsNotUpdated"],
      sql: "UPDATE runOption SET value = 'high' WHERE option = 'rate'",
      words: ["cannot ask it again: value of this program refuses the question", "'high'"]),
    Tampering(
      triggers: ["runOptionIsNotUpdated"],
      sql: "UPDATE runOption SET value = 'no-such-deal' WHERE option = 'deal'",
      words: ["cannot ask it again: there is no deal 'no-such-deal'"]),
    Tampering(
      triggers: ["runInputIsNotUpdated"],
      sql:
        "UPDATE runInput SET link = (SELECT hash FROM entry WHERE sequence = 1) WHERE position = 2",
      words: ["run input 2, link is ", "leasebook 0.2.0 finds "]),
    Tampering(
      triggers: ["runInputIsNotUpdated"],
      sql: "UPDATE runInput SET input = 1 WHERE position = 2",
      words: ["input 2, input is 1 in the ledger"]),
    Tampering(
      triggers: ["runConventionIsNotUpdated"],
      sql: "UPDATE runConvention SET text = 'levered' WHERE position = 1",
      words: ["convention 1, text is levered in the ledger", "base case; on 2026-01-01 at 8 %"]),
    // Kept by a program that answered otherwise.
    Tampering(
      triggers: ["recordingIsNotUpdated", "runOptionIsNotUpdated"],
      sql: """
        UPDATE recording SET program = 'leasebook 0.0.9'
        WHERE recording = (SELECT max(recording) FROM recording);
        UPDATE runOption SET value = '9%' WHERE option = 'rate'
        """,
      words: [
        "value-1, as leasebook 0.0.9 answered it: its answer is ", "leasebook 0.2.0 answers ",
      ]
    ),
  ]

  @Test("name the run, and what of it is not as it was kept", arguments: tamperings)
  func named(_ tampering: Tampering) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let question = ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"]
    #expect(try folder.run(question + ["--keep"]).status == 0)
    func shell(_ sql: String) throws -> CommandRun {
      try RunningCommand(
        ["leasebook.db", sql], of: PackageFolder.program("sqlite3"), in: folder.url
      ).finished()
    }
    let triggers = try tampering.triggers.map { name in
      try shell("SELECT sql FROM sqlite_schema WHERE name = '\(name)'").output
    }
    #expect(triggers.allSatisfy { !$0.isEmpty })
    let drops = tampering.triggers.map { "DROP TRIGGER \($0);" }.joined()
    let changed = try shell("\(drops) \(tampering.sql); \(triggers.joined(separator: ";"));")
    #expect(changed.status == 0, "\(changed.errors)")
    let run = try folder.run("verify", "--format", "json")
    #expect(run.status == 1)
    let faults = try #require(try run.object["faults"] as? [[String: Any]])
    let found = try #require(faults.first { $0["kind"] as? String == "verify.run" }, "\(faults)")
    let problem = try #require(found["problem"] as? String)
    for words in tampering.words { #expect(problem.contains(words), "\(problem)") }
    // Both hashes, where the answer is another.
    if problem.contains("its answer is") {
      let hashes = Set(problem.matches(of: /[0-9a-f]{64}/).map { String($0.output) })
      #expect(hashes.count == 2, "\(problem)")
    }
    // The chain tells of it too: nothing that was kept can be changed.
    #expect(faults.contains { $0["kind"] as? String != "verify.run" })
    // The run itself says where it differs, or why it cannot be asked.
    #expect(try folder.run("runs", "value-1", "--repeat").status != 0)
  }
}
