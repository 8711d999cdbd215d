import Foundation
import Testing

/// Journals of books with every kind of document, read by other programs. A program that is not
/// there is named, and its tests are skipped.
@Suite("Journals for other programs")
struct JournalTests {
  private static let hledger = PackageFolder.program("hledger")
  private static let ledger = PackageFolder.program("ledger")
  private static let beancount = PackageFolder.program("bean-check")

  /// Maple Court with invoices, receipts, credit notes, interest, a write-off, a refund, reversals,
  /// credits and charges by hand, a true-up and a withdrawal.
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples/books/maple-court.yaml")
    try folder.succeed("bill", "--through", "2027-09-30")
    try folder.succeed("receive", "maple-court", "4,000,000", "--on", "2027-07-20")
    try folder.succeed("record", "samples/books/maple-court-rent.yaml")
    try folder.succeed("bill", "--through", "2027-09-30", "--late-interest")
    try folder.succeed(
      "credit", "maple-trust-2027-0002", "250,000.01", "--on", "2027-10-02", "--reason",
      #"outage: "3 August"; (hall 1)"#)
    try folder.succeed(
      "charge", "maple-court", "48,200.50", "--on", "2027-10-05", "--due", "2027-11-05",
      "--as", "power-recovery", "--hall", "hall 1", "--reason", "metered, beyond estimate")
    try folder.succeed(
      "receive", "maple-court", "9,000,000", "--on", "2027-10-06", "--reference", "W; 17")
    try folder.succeed("refund", "maple-court", "1,000,000", "--on", "2027-10-07")
    try folder.succeed(
      "reverse", "maple-trust-2027-P0001", "--on", "2027-10-08", "--reason", "returned")
    try folder.succeed(
      "reverse", "maple-trust-2027-R0002", "--on", "2027-10-09", "--reason", "bounced")
    try folder.succeed(
      "write-off", "maple-trust-2027-0004", "--on", "2027-10-10", "--reason", "goodwill")
    try folder.succeed(
      "charge", "maple-court", "100,000", "--on", "2027-12-31", "--as", "recovery", "--reason",
      "estimate of the year")
    try folder.succeed("true-up", "maple-court", "2027", "125,000", "--on", "2028-03-31")
    try folder.succeed(
      "withdraw", "maple-court", "--on", "2027-11-16", "--reason", "the lease ended", "--source",
      "letter")
    try folder.succeed("bill", "--through", "2028-03-31")
    return folder
  }

  private static func run(
    _ program: URL?, _ arguments: String..., to format: String
  ) throws -> CommandRun {
    let folder = try folder()
    try folder.write(try folder.succeed("journal", "--to", format).output, to: "books.journal")
    let found: URL = try #require(program)
    return try RunningCommand(arguments, of: found, in: folder.url).finished()
  }

  private static func expectAccepted(_ run: CommandRun) {
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.errors.isEmpty)
  }

  @Test(
    "pass the strict checks of hledger", .enabled(if: hledger != nil, "hledger is not installed"))
  func hledgerChecks() throws {
    try Self.expectAccepted(
      Self.run(
        Self.hledger, "-f", "books.journal", "check", "accounts", "commodities",
        "balancednoautoconversion", "ordereddates", to: "hledger"))
    try Self.expectAccepted(
      Self.run(Self.hledger, "-f", "books.journal", "check", to: "hledger"))
  }

  @Test(
    "pass the strict checks of ledger, either of the two",
    .enabled(if: ledger != nil, "ledger is not installed"), arguments: ["ledger", "hledger"])
  func ledgerChecks(_ format: String) throws {
    try Self.expectAccepted(
      Self.run(
        Self.ledger, "-f", "books.journal", "--strict", "--pedantic", "bal", to: format))
  }

  @Test(
    "pass the checks of beancount, of what stands in each account at the end too",
    .enabled(if: beancount != nil, "bean-check is not installed"))
  func beancountChecks() throws {
    try Self.expectAccepted(Self.run(Self.beancount, "books.journal", to: "beancount"))
  }

  @Test(
    "have the balances of our own in hledger, to the cent",
    .enabled(if: hledger != nil, "hledger is not installed"))
  func hledgerBalances() throws {
    let run = try Self.run(
      Self.hledger, "-f", "books.journal", "bal", "-N", "--flat", "-O", "csv", to: "hledger")
    #expect(try Self.sums(of: run.table) == Self.ours())
  }

  @Test(
    "have the balances of our own in ledger, to the cent",
    .enabled(if: ledger != nil, "ledger is not installed"))
  func ledgerBalances() throws {
    let run = try Self.run(
      Self.ledger, "-f", "books.journal", "bal", "--flat", "--no-total", "--format",
      "%(account),%(quantity(total))\n", to: "ledger")
    #expect(try Self.sums(of: try CSVTable("account,balance\n" + run.output)) == Self.ours())
  }

  @Test("have the balances of our own as a spreadsheet, and every kind of document")
  func spreadsheet() throws {
    let folder = try Self.folder()
    let table = try folder.run("journal", "--to", "csv").table
    #expect(try table.cents { $0["account"] ?? "" }.filter { $0.value != 0 } == Self.ours())
    let kinds = Set(try table.column("kind"))
    #expect(
      kinds == ["invoice", "credit note", "receipt", "refund", "write-off", "reversal"])
    #expect(try folder.run("verify").status == 0)
  }

  private static func ours() throws -> [String: Int] {
    let table = try folder().run("balance", "--by-deal", "--format", "csv").table
    var sums: [String: Int] = [:]
    for row in table.rows {
      sums[row["account"] ?? "", default: 0] += try Cents.reading(try #require(row["balance"]))
    }
    return sums.filter { $0.value != 0 }
  }

  /// The balances of another program by the accounts of the chart, but for those of nothing.
  private static func sums(of table: CSVTable) throws -> [String: Int] {
    var sums: [String: Int] = [:]
    for row in table.rows {
      let amount = (row["balance"] ?? "").split(separator: " ").first.map(String.init) ?? ""
      let chart = (row["account"] ?? "").split(separator: ":").prefix(2).joined(separator: ":")
      sums[chart, default: 0] += try Cents.reading(twoDigits(amount))
    }
    return sums.filter { $0.value != 0 }
  }

  private static func twoDigits(_ text: String) -> String {
    let parts = text.split(separator: ".")
    let digits = parts.count == 2 ? String(parts[1]) : ""
    return "\(parts[0]).\(digits.padding(toLength: 2, withPad: "0", startingAt: 0))"
  }
}
