import Foundation
import Testing

/// The books by the command, on a lease of two halls at 1,000,000.00 a month each
/// (samples/books/maple-court.yaml): 10 MW × 1,000 kW × 100 USD, with a deposit of 2,000,000.00.
@Suite("Books by the command")
struct BooksTests {
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples/books/maple-court.yaml")
    return folder
  }

  /// With three months billed, the first paid late, and the amended rent corrected.
  private static func amended() throws -> ScratchFolder {
    let folder = try folder()
    try folder.succeed("bill", "--through", "2027-09-30")
    try folder.succeed("receive", "maple-court", "4,000,000", "--on", "2027-07-20")
    try folder.succeed("record", "samples/books/maple-court-rent.yaml")
    try folder.succeed("bill", "--through", "2027-09-30", "--late-interest")
    return folder
  }

  private static func sums(
    _ folder: ScratchFolder, _ arguments: String..., by key: String, column: String = "balance"
  ) throws -> [String: Int] {
    let table = try folder.run(arguments + ["--format", "csv"]).table
    var sums: [String: Int] = [:]
    for row in table.rows {
      let cents = try Cents.reading(try #require(row[column]))
      sums[row[key] ?? "", default: 0] += cents
    }
    return sums
  }

  @Test("a dry run shows what billing then records, once")
  func dryRun() throws {
    let folder = try Self.folder()
    let bytes = try folder.bytes(of: "leasebook.db")
    let arguments = ["bill", "--through", "2027-09-30", "--format", "csv"]
    let dry = try folder.run(arguments + ["--dry-run"])
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
    let real = try folder.run(arguments)
    #expect(real.output == dry.output && real.status == 0)
    // Two halls in three months, and the deposit.
    let table = try real.table
    #expect(table.rows.count == 7)
    #expect(try table.cents() == ["": 8_000_000_00])
    #expect(try Set(table.column("document")).count == 3)
    // What accrues comes first, then what has a day of its own.
    let july = table.rows.filter { $0["document"] == "maple-trust-2027-0001" }
    #expect(july.map { $0["item"] } == ["base-rent", "base-rent", "deposit"])
    #expect(july.map { $0["clause"] } == ["rent.rate", "rent.rate", "deposit"])
    #expect(july.map { $0["due"] } == ["2027-07-01", "2027-07-01", "2027-07-01"])
    #expect(try folder.run(arguments).table.rows.isEmpty)
  }

  @Test("the balances are what the documents come to by hand")
  func balances() throws {
    let folder = try Self.amended()
    // Billed 8,000,000; September at 95 USD is 2 × 50,000 less; July was 19 days late at 12 %:
    // 4,000,000 × 19 × 0.12 ÷ 365 = 24,986.30. August, from 1 August through 30 September, which
    // are 61 days: 2,000,000 × 61 × 0.12 ÷ 365 = 40,109.59. September, of which 100,000 was never
    // owed: 1,900,000 × 30 × 0.12 ÷ 365 = 18,739.73.
    let interest = 2_498_630 + 4_010_959 + 1_873_973
    let expected = [
      "Assets:Bank": 4_000_000_00,
      "Assets:Receivables": 3_900_000_00 + interest,
      "Liabilities:Deposits-Held": -2_000_000_00,
      "Income:Base-Rent": -5_900_000_00,
      "Income:Late-Interest": -interest,
      "Liabilities:Tenant-Credits": 0,
    ]
    var found = try Self.sums(folder, "balance", by: "account")
    // The credit note was set off on its own day, so that nothing of it was ever a credit.
    found["Liabilities:Tenant-Credits"] = found["Liabilities:Tenant-Credits"] ?? 0
    #expect(found == expected)
    #expect(
      try Self.sums(folder, "arrears", "--on", "2027-09-30", by: "currency")
        == ["USD": 3_900_000_00 + interest])
    let statement = try folder.run("statement", "cedar-compute", "--format", "csv").table
    #expect(
      try Cents.reading(try #require(statement.rows.last?["balance"]))
        == 3_900_000_00 + interest)
    let register = try folder.run("register", "receivables", "--format", "csv").table
    #expect(register.rows.last?["balance"] == statement.rows.last?["balance"])
    #expect(try folder.run("verify").status == 0)
  }

  @Test("interest takes a credit note of the same bill once, and no later invoice takes it again")
  func creditOfTheSameBill() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2027-09-30")
    try folder.succeed("receive", "maple-court", "8,000,000", "--on", "2027-09-20")
    try folder.succeed("record", "samples/books/maple-court-rent.yaml")
    try folder.succeed("bill", "--through", "2027-09-30", "--late-interest")
    // 81, 50 and 19 days late at 12 %: 4,000,000 × 81 × 0.12 ÷ 365 = 106,520.55; 2,000,000 × 50
    // likewise 32,876.71; 1,900,000 × 19, for 100,000 of September was never owed, 11,868.49; less
    // these 100,000.00, which were paid.
    let interest = 10_652_055 + 3_287_671 + 1_186_849
    #expect(
      try Self.sums(folder, "arrears", "--on", "2027-09-30", by: "currency")
        == ["USD": interest - 10_000_000])
    try folder.succeed("bill", "--through", "2027-10-31")
    #expect(
      try Self.sums(folder, "arrears", "--on", "2027-10-31", by: "currency")
        == ["USD": interest - 10_000_000 + 190_000_000])
    try folder.succeed("verify")
  }

  @Test("the balances after an entry are answered again byte for byte, whatever came later")
  func balancesAsRecorded() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2027-09-30")
    let questions = [
      ["balance"], ["balance", "--by-deal"], ["balance", "maple-court", "--on", "2027-08-15"],
      ["balance", "--tenant", "cedar-compute", "--format", "csv"],
    ]
    let head = try folder.succeed("verify", "--format", "json").object["entries"] as? Int
    let count = try #require(head)
    let answers = try questions.map { try folder.run($0).output }
    try folder.succeed("receive", "maple-court", "4,000,000", "--on", "2027-07-20")
    try folder.succeed("record", "samples/books/maple-court-rent.yaml")
    try folder.succeed("bill", "--through", "2027-09-30", "--late-interest")
    for (question, answer) in zip(questions, answers) {
      #expect(try folder.run(question).output != answer, "\(question)")
      let then = try folder.run(question + ["--recorded-by", "\(count)"])
      #expect(then.output == answer && then.status == 0, "\(question): \(then.errors)")
    }
    // Before the first document there is nothing.
    #expect(
      try Self.sums(folder, "balance", "--recorded-by", "3", by: "account") == [:])
    let beyond = try folder.run("balance", "--recorded-by", "99")
    #expect(beyond.status == 66 && CommandRun.codes(in: beyond.errors) == ["entry.unknown"])
    #expect(try folder.run("balance", "--recorded-by", "-1").status == 64)
  }

  @Test("a receipt, its reversal and a refund leave the ledger sound, and are told apart")
  func receipts() throws {
    let folder = try Self.amended()
    try folder.succeed(
      "receive", "maple-court", "2,000,000.50", "--on", "2027-10-02", "--reference", "W-18")
    let again = try folder.run(
      "receive", "maple-court", "2,000,000.50", "--on", "2027-10-02", "--reference", "W-18")
    #expect(again.status == 65 && CommandRun.codes(in: again.errors) == ["books.received-before"])
    try folder.succeed(
      "reverse", "maple-trust-2027-R0002", "--on", "2027-10-05", "--reason", "bounced")
    try folder.succeed("receive", "maple-court", "5,000,000", "--on", "2027-10-06")
    let refund = try folder.run("refund", "maple-court", "5,000,000", "--on", "2027-10-07")
    #expect(refund.status == 65 && CommandRun.codes(in: refund.errors) == ["books.beyond-credit"])
    try folder.succeed("refund", "maple-court", "1,000,000", "--on", "2027-10-07")
    #expect(try Self.sums(folder, "balance", by: "account")["Assets:Bank"] == 8_000_000_00)
    #expect(try folder.run("verify").status == 0)
  }

  @Test("several that bill and receive at once raise each flow once, and lose no payment")
  func atOnce() throws {
    let folder = try Self.folder()
    let commands = (0..<4).flatMap { number in
      [
        ["bill", "--through", "2028-12-31"],
        ["receive", "maple-court", "1,000", "--on", "2027-07-0\(number + 1)"],
      ]
    }
    let running = try commands.map { try RunningCommand($0, in: folder.url) }
    for command in running { #expect(try command.finished().status == 0) }
    let sums = try Self.sums(folder, "balance", by: "account")
    #expect(sums["Assets:Bank"] == 4_000_00)
    // 18 months at 2,000,000.00, six of them 3 % dearer from 1 July 2028 on.
    #expect(sums["Income:Base-Rent"] == -(12 * 2_000_000_00 + 6 * 2_060_000_00))
    #expect(try folder.run("verify").status == 0)
  }

  @Test("of all samples, what was billed through the end is what is projected to be billed")
  func samples() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "--through", "2100-12-31")
    let billed = try folder.run("journal", "--to", "csv").table
    let projected = try folder.run("project", "--by", "total", "--format", "csv").table
    let accounts = [
      "base-rent": "Income:Base-Rent", "recovery": "Income:Recoveries",
      "power-recovery": "Income:Power-Recoveries", "other-income": "Income:Other-Income",
      "termination-fee": "Income:Termination-Fees",
    ]
    let found = try billed.cents { $0["account"] ?? "" }
    let expected = try projected.cents { $0["charge"] ?? "" }
    #expect(found["Income:Base-Rent"] ?? 0 < 0)
    for (charge, account) in accounts {
      #expect(found[account] ?? 0 == -(expected[charge] ?? 0), "\(charge)")
    }
    #expect(found["Liabilities:Deposits-Held"] ?? 0 == 0)
    #expect(found["Liabilities:Prepaid-Rent"] ?? 0 == 0)
    #expect(try folder.run("verify").status == 0)
  }
}
