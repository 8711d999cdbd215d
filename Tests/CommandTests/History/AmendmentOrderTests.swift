import Foundation
import Testing

/// Amendments whose effective days are in another order than their announcements, or that are
/// recorded late.
@Suite("Amendments in any order")
struct AmendmentOrderTests {
  @Test("an amendment that bites before one that is recorded changes what comes after too")
  func earlier() throws {
    let lease = try SmallLease(tenants: ["t2"])
    try lease.amend(
      "assignment", announced: "2026-01-20", effective: "2026-07-01", "terms: {tenant: t2}")
    let run = try lease.amend(
      "cut", announced: "2026-03-20", effective: "2026-04-01",
      "terms: {rent: {rate: 90 USD/kW-month}}")
    #expect(run.output.contains("cut also changes what comes into force on 2026-07-01"))
    // 200,000.00 to March, 180,000.00 from April on; to Party t2 from July on.
    #expect(
      try lease.bill(through: "2026-08-31") == [
        "2026-01-01 200,000.00 USD Party t", "2026-02-01 200,000.00 USD Party t",
        "2026-03-01 200,000.00 USD Party t", "2026-04-01 180,000.00 USD Party t",
        "2026-05-01 180,000.00 USD Party t", "2026-06-01 180,000.00 USD Party t",
        "2026-07-01 180,000.00 USD Party t2", "2026-08-01 180,000.00 USD Party t2",
      ])
    // Each says what it changed, and nothing that the other did.
    let history = try lease.folder.run("history", "d").output
    #expect(history.components(separatedBy: "tenant: t → t2").count == 2)
    #expect(history.components(separatedBy: "100 USD/kW-month → 90 USD/kW-month").count == 3)
    let difference = try lease.folder.run("diff", "d", "--format", "csv").table
    #expect(try difference.column("path").filter { $0.contains(".") } == ["rent.rate"])
    try lease.folder.succeed("verify")
  }

  @Test("an amendment does not bring what comes into force later forward")
  func later() throws {
    let lease = try SmallLease(tenants: ["t2"])
    _ = try lease.bill(through: "2026-03-31")
    try lease.amend(
      "cut", announced: "2026-03-20", effective: "2026-05-01",
      "terms: {rent: {rate: 90 USD/kW-month}}")
    try lease.amend(
      "assignment", announced: "2026-04-20", effective: "2026-02-01", "terms: {tenant: t2}")
    // What was billed stays with whom it was billed to; April is 200,000.00 still.
    #expect(
      try lease.bill(through: "2026-06-30") == [
        "2026-04-01 200,000.00 USD Party t2", "2026-05-01 180,000.00 USD Party t2",
        "2026-06-01 180,000.00 USD Party t2",
      ])
    try lease.folder.succeed("verify")
  }

  /// A withdrawal is known on its day, 1 April, the amendment before that or after.
  @Test(
    "what was to come into force after a withdrawal never does",
    arguments: ["2026-01-20", "2026-05-20"])
  func withdrawn(_ announced: String) throws {
    let lease = try SmallLease(terms: "deposit: {amount: 300000 USD, date: 2026-01-01}")
    try lease.amend(
      "cut", announced: announced, effective: "2026-07-01",
      "terms: {rent: {rate: 90 USD/kW-month}}")
    try lease.folder.succeed(
      "withdraw", "d", "--on", "2026-04-01", "--reason", "ended", "--source", "deed")
    #expect(
      try lease.bill(through: "2026-09-30") == [
        // January with the deposit.
        "2026-01-01 500,000.00 USD Party t", "2026-02-01 200,000.00 USD Party t",
        "2026-03-01 200,000.00 USD Party t", "2026-04-01 300,000.00 USD Party t",
      ])
    #expect(try lease.folder.run("list", "--format", "csv").table.rows.isEmpty)
    // As the public knew it before, it goes on.
    let known = try lease.folder.run("list", "--known-on", "2026-03-31", "--format", "csv")
    #expect(try known.table.column("deal") == ["d"])
    if let shell = PackageFolder.program("sqlite3") {
      let view = try RunningCommand(
        ["leasebook.db", "SELECT count(*) FROM rentRoll"], of: shell, in: lease.folder.url
      ).finished()
      #expect(view.output == "0\n")
    }
    try lease.folder.succeed("verify")
  }

  @Test("a status that ends the lease ends what was to come into force later too")
  func terminated() throws {
    let lease = try SmallLease()
    try lease.amend(
      "cut", announced: "2026-01-20", effective: "2026-07-01",
      "terms: {rent: {rate: 90 USD/kW-month}}")
    try lease.amend(
      "end", announced: "2026-03-20", effective: "2026-04-01", "terms: {status: terminated}")
    #expect(try lease.bill(through: "2026-09-30").count == 3)
  }

  @Test("a version that an amendment makes of later terms is corrected with its amendment")
  func correctedWhole() throws {
    let lease = try SmallLease(tenants: ["t2"])
    try lease.amend(
      "assignment", announced: "2026-01-20", effective: "2026-07-01", "terms: {tenant: t2}")
    try lease.amend(
      "cut", announced: "2026-03-20", effective: "2026-04-01",
      "terms: {rent: {rate: 90 USD/kW-month}}")
    let entries = try lease.folder.run("history", "d", "--format", "csv").table.column("entry")
    try lease.write(
      "right", announced: "2026-03-20", effective: "2026-04-01",
      "terms: {rent: {rate: 95 USD/kW-month}}")
    let refused = try lease.folder.run(
      "correct", "d", "right.yaml", "--entry", entries[3], "--reason", "misread")
    #expect(refused.status == 65)
    #expect(refused.errors.contains("correct entry \(entries[2])"))
    try lease.folder.succeed(
      "correct", "d", "right.yaml", "--entry", entries[2], "--reason", "misread")
    #expect(
      try lease.bill(through: "2026-07-31").suffix(2) == [
        "2026-06-01 190,000.00 USD Party t", "2026-07-01 190,000.00 USD Party t2",
      ])
    try lease.folder.succeed("verify")
  }

  @Test("what an amendment takes away it takes away from a corrected deal too")
  func removal() throws {
    let interest = "payment: {lateInterest: {rate: 12 %}}"
    let lease = try SmallLease(terms: interest)
    try lease.amend(
      "mercy", announced: "2026-08-14", effective: "2026-08-14", "remove: [payment]")
    try lease.folder.write(
      SmallLease.file(interest).replacing("100 USD", with: "101 USD"), to: "right.yaml")
    let entries = try lease.folder.run("history", "d", "--format", "csv").table.column("entry")
    try lease.folder.succeed(
      "correct", "d", "right.yaml", "--entry", entries[0], "--reason", "misread")
    try lease.folder.succeed("verify")
    let shown = try lease.folder.run("show", "d", "--format", "csv").output
    #expect(shown.contains("101 USD/kW-month") && !shown.contains("lateInterest"))
  }

  @Test("what is gone from later terms already need not be taken away from them again")
  func removalTwice() throws {
    let lease = try SmallLease(terms: "payment: {lateInterest: {rate: 12 %}}")
    try lease.amend(
      "later", announced: "2026-01-20", effective: "2026-07-01", "remove: [payment]")
    try lease.amend(
      "earlier", announced: "2026-03-20", effective: "2026-04-01", "remove: [payment]")
    for (day, isThere) in [("2026-03-31", true), ("2026-04-01", false), ("2026-07-01", false)] {
      let shown = try lease.folder.run("show", "d", "--effective-on", day, "--format", "csv")
      #expect(shown.output.contains("lateInterest") == isThere, "\(day)")
    }
    try lease.folder.succeed("verify")
  }
}
