import Foundation
import Testing

/// The books of leases that end, on Maple Court: 2,000,000.00 a month in advance from July 2027, and
/// a deposit of 2,000,000.00.
@Suite("Books of leases that end")
struct EndedDealTests {
  private static func billed(through day: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples/books/maple-court.yaml")
    try folder.succeed("bill", "--through", day)
    return folder
  }

  private static func amend(_ folder: ScratchFolder, _ lines: String, on day: String) throws {
    try folder.write(
      """
      amends: maple-court
      announced: \(day)
      effective: \(day)
      source: letter
      \(lines)
      sources:
        letter: {kind: release, date: \(day)}

      """, to: "amendment.yaml")
    try folder.succeed("record", "amendment.yaml")
  }

  private static func balances(_ folder: ScratchFolder) throws -> [String: Int] {
    let table = try folder.run("balance", "--format", "csv").table
    return try Dictionary(
      uniqueKeysWithValues: table.rows.map {
        ($0["account"] ?? "", try Cents.reading(try #require($0["balance"])))
      })
  }

  /// From 16 November on there is no rent: 15 of 30 days of November were billed too much, and all
  /// of December; the deposit is given back.
  @Test("a withdrawn deal is billed up to its withdrawal, and what was billed beyond is credited")
  func withdrawn() throws {
    let folder = try Self.billed(through: "2027-12-31")
    try folder.succeed("receive", "maple-court", "6,000,000", "--on", "2027-09-01")
    try folder.succeed(
      "withdraw", "maple-court", "--on", "2027-11-16", "--reason", "it burnt down", "--source",
      "letter")
    let run = try folder.run("bill", "--through", "2028-06-30")
    #expect(run.status == 0 && run.output.contains("maple-court ended on 2027-11-16"))
    #expect(
      try Self.balances(folder) == [
        "Assets:Bank": 6_000_000_00,
        // July to October, half of November and the deposit that was billed, less 6,000,000.00 paid,
        // less the deposit that is given back.
        "Assets:Receivables": (8_000_000 + 1_000_000 - 6_000_000) * 100,
        "Income:Base-Rent": -9_000_000_00,
        "Liabilities:Deposits-Held": 0,
      ])
    #expect(try folder.run("bill", "--through", "2030-06-30").output.contains("is billed"))
    // It is gone from every listing, and still in the books.
    #expect(try folder.run("project", "maple-court").status == 66)
    for verb in [["statement", "cedar-compute"], ["arrears", "--on", "2028-06-30"]] {
      #expect(try folder.run(verb).output.contains("maple-trust-2027-000"))
    }
    let deposits = try folder.run("deposits", "--on", "2027-12-31", "--format", "csv").table
    #expect(deposits.rows.map { $0["required"] } == ["0.00"])
    #expect(deposits.rows.map { $0["held"] } == ["0.00"])
    try folder.succeed("receive", "maple-court", "3,000,000", "--on", "2028-01-05")
    #expect(try Self.balances(folder)["Assets:Receivables"] == 0)
    let actuals = try folder.run(
      "project", "--actuals-through", "2028-12-31", "--format", "csv"
    ).table
    #expect(try actuals.cents { $0["charge"] ?? "" } == ["base-rent": 9_000_000_00, "deposit": 0])
    #expect(try folder.run("verify").status == 0)
  }

  /// July's 2,000,000.00 of rent and the deposit are one invoice of 4,000,000.00, of which
  /// 2,500,000.00 is paid: the rent, and 500,000.00 of the deposit. From 20 August on there is no
  /// rent: 19 of 31 days of August, which was not billed before.
  @Test(
    "what of a deposit was never paid is no longer owed at the end, and the rest is given back",
    arguments: [(0, 0), (2_500_000, 500_000), (4_000_000, 2_000_000)])
  func unpaidDeposit(_ paid: Int, _ received: Int) throws {
    let folder = try Self.billed(through: "2027-07-31")
    if paid > 0 { try folder.succeed("receive", "maple-court", "\(paid)", "--on", "2027-07-20") }
    try folder.succeed(
      "withdraw", "maple-court", "--on", "2027-08-20", "--reason", "x", "--source", "n")
    try folder.succeed("bill", "--through", "2027-08-31")
    let deposits = try folder.run("deposits", "--on", "2027-12-31", "--format", "csv").table
    let row = try #require(deposits.rows.first)
    let cents = { (column: String) in try Cents.reading(try #require(row[column])) }
    #expect(try cents("required") == 0 && cents("held") == 0 && cents("difference") == 0)
    #expect(try cents("billed") == received * 100 && cents("received") == received * 100)
    #expect(try cents("given_back") == received * 100)
    let text = try folder.run("deposits", "--on", "2027-12-31").output
    #expect(text.contains("never received, and no longer owed") == (received < 2_000_000))
    #expect(!text.contains("billed and not received"))
    #expect(try Self.balances(folder)["Liabilities:Deposits-Held"] == 0)
    // Rent of July and 2,000,000.00 × 19 ÷ 31 of August, each hall's rounded to a cent: 612,903.23.
    let balances = try Self.balances(folder)
    let owed =
      (balances["Assets:Receivables"] ?? 0) + (balances["Liabilities:Tenant-Credits"] ?? 0)
    #expect(owed == 2_000_000_00 + 2 * 612_903_23 - paid * 100)
    #expect(try folder.run("verify").status == 0)
  }

  /// Of July's 4,000,000.00, rent first, 2,500,000.00 is paid, so 500,000.00 of the deposit, and
  /// 600,000.00 of it is written off: 900,000.00 are open. What is given back is these 900,000.00 and
  /// the 500,000.00 received, which go to August's 1,225,806.46.
  @Test("what of a deposit was written off is given back to nobody at the end, and is no loss")
  func writtenOffDeposit() throws {
    let folder = try Self.billed(through: "2027-07-31")
    try folder.succeed("receive", "maple-court", "2,500,000", "--on", "2027-07-20")
    try folder.succeed(
      "write-off", "maple-trust-2027-0001", "600,000", "--on", "2027-08-01", "--reason", "lost")
    try folder.succeed(
      "withdraw", "maple-court", "--on", "2027-08-20", "--reason", "x", "--source", "n")
    try folder.succeed("bill", "--through", "2027-08-31")
    let august = 2 * 612_903_23
    #expect(
      try Self.balances(folder) == [
        "Assets:Bank": 2_500_000_00, "Assets:Receivables": august - 500_000_00,
        "Income:Base-Rent": -2_000_000_00 - august,
        "Liabilities:Deposits-Held": 0, "Expenses:Bad-Debts": 0,
      ])
    let deposits = try folder.run("deposits", "--on", "2027-12-31", "--format", "csv").table
    #expect(deposits.rows.map { $0["held"] } == ["0.00"])
    #expect(deposits.rows.map { $0["given_back"] } == ["500000.00"])
    let actuals = try folder.run(
      "project", "--actuals-through", "2028-12-31", "--format", "csv"
    ).table
    #expect(
      try actuals.cents { $0["charge"] ?? "" } == [
        "base-rent": 2_000_000_00 + august, "deposit": 0,
      ])
    let undone = try folder.run(
      "reverse", "maple-trust-2027-W0001", "--on", "2027-10-01", "--reason", "found")
    #expect(CommandRun.codes(in: undone.errors) == ["books.deposit-given-back"])
    #expect(try folder.run("verify").status == 0)
  }

  /// Ten years from July 2027 end on 30 June 2037.
  @Test("a deal whose early end is outside its term is told by bill, in every format")
  func unprojectable() throws {
    let folder = try Self.billed(through: "2027-07-31")
    try Self.amend(folder, "terms: {termination: {exercised: 2040-06-30}}", on: "2027-08-01")
    let alone = try folder.run("bill", "--through", "2027-08-31")
    #expect(
      alone.status == 65
        && CommandRun.codes(in: alone.errors) == ["projection.termination-outside-term"])
    #expect(alone.errors.contains("maple-court: terms.termination.exercised"))
    #expect(!alone.errors.contains("assume"))
    let file = try String(
      contentsOf: folder.url.appending(path: "samples/books/maple-court.yaml"), encoding: .utf8)
    try folder.write(
      file.replacingOccurrences(of: "deal: maple-court", with: "deal: oak-court"), to: "oak.yaml")
    try folder.succeed("record", "oak.yaml")
    let sentence = "cannot be projected, left out: maple-court"
    for verb in [
      ["bill", "--through", "2027-07-31"], ["deposits", "--on", "2027-07-31"],
      ["project", "--actuals-through", "2027-07-31"],
    ] {
      let text = try folder.run(verb)
      #expect(text.status == 0 && text.errors.isEmpty && text.output.contains(sentence))
      for format in ["csv", "json", "jsonl"] {
        let run = try folder.run(verb + ["--format", format])
        #expect(run.status == 0 && run.errors == "leasebook: \(sentence)\n", "\(verb) \(format)")
        #expect(!run.output.contains("left out"))
      }
    }
  }

  @Test("what is credited beyond an early end names the clause by which it was billed")
  func clauses() throws {
    let folder = try Self.billed(through: "2027-12-31")
    try Self.amend(folder, "terms: {status: terminated}", on: "2027-12-01")
    let lines = try folder.run("bill", "--through", "2027-12-31", "--format", "csv").table.rows
      .filter { $0["item"] == "base-rent" }
    #expect(lines.map { $0["amount"] } == ["-1000000.00", "-1000000.00"])
    #expect(lines.map { $0["clause"] } == ["rent.rate", "rent.rate"])
  }

  @Test("of a deal that was withdrawn before it was ever billed, actuals are projected to its end")
  func neverBilled() throws {
    let folder = try Self.billed(through: "2027-06-30")
    try folder.succeed(
      "withdraw", "maple-court", "--on", "2027-08-20", "--reason", "x", "--source", "n")
    let actuals = try folder.run(
      "project", "--actuals-through", "2027-06-30", "--format", "csv"
    ).table
    #expect(
      try actuals.cents { $0["charge"] ?? "" }
        == ["base-rent": 2_000_000_00 + 2 * 612_903_23, "deposit": 0])
  }

  @Test("an early end that happened ends the rent and bills its fee, though the status says so too")
  func terminated() throws {
    let folder = try Self.billed(through: "2029-06-30")
    let before = try Self.balances(folder)["Income:Base-Rent"] ?? 0
    try Self.amend(
      folder,
      """
      terms:
        status: terminated
        termination: {by: tenant, fee: {amount: 5 M USD}, exercised: 2029-06-30}
      """, on: "2029-06-01")
    try folder.succeed("bill", "--through", "2031-12-31")
    let after = try Self.balances(folder)
    #expect(after["Income:Termination-Fees"] == -5_000_000_00)
    #expect(after["Income:Base-Rent"] == before)
    #expect(after["Liabilities:Deposits-Held"] == 0)
    #expect(try folder.run("verify").status == 0)
  }

  @Test("a status alone ends a deal on the day of its amendment")
  func expired() throws {
    let folder = try Self.billed(through: "2027-12-31")
    try Self.amend(folder, "terms: {status: terminated}", on: "2027-12-01")
    try folder.succeed("bill", "--through", "2028-12-31")
    #expect(try Self.balances(folder)["Income:Base-Rent"] == -10_000_000_00)
  }

  /// Ten years at 3 %: in the eleventh 1,000,000 × 1.03¹⁰ = 1,343,916.379344… a hall and month.
  @Test("a renewal is billed once it is exercised, a stay after the term by the months of it")
  func renewed() throws {
    let folder = try Self.billed(through: "2040-12-31")
    let base = try Self.balances(folder)
    #expect(base["Income:Renewal-Rent"] == nil)
    try Self.amend(
      folder, "terms: {renewals: {count: 2, each: 1 year, rent: continue, exercised: 1}}",
      on: "2036-07-01")
    try folder.succeed("bill", "--through", "2040-12-31")
    let month = 1_343_916_38
    #expect(try Self.balances(folder)["Income:Renewal-Rent"] == -24 * month)
    try Self.amend(
      folder, "terms: {holdover: {rent: 150 %, length: 2 months}}", on: "2038-07-01")
    try folder.succeed("bill", "--through", "2040-12-31")
    // 1.5 × 1,343,916.379344 = 2,015,874.569016
    #expect(try Self.balances(folder)["Income:Renewal-Rent"] == -24 * month - 4 * 2_015_874_57)
    #expect(try Self.balances(folder)["Income:Base-Rent"] == base["Income:Base-Rent"])
    let lines = try folder.run("bill", "--through", "2040-12-31", "--format", "csv")
    #expect(lines.status == 0)
    #expect(try folder.run("verify").status == 0)
  }
}
