import Foundation
import Testing

/// Ledgers that were rewritten by somebody who computed every total and every hash again: that they
/// are false shows only where the documents are made again from the lease.
@Suite("A forged ledger")
struct ForgedLedgerTests {
  /// Maple Court with its rent lowered, its interest charged, and a year brought to its actual cost.
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    let lease = try String(
      contentsOf: PackageFolder.samples.appending(path: "books/maple-court.yaml"), encoding: .utf8
    ).replacing(
      "  billing: {timing: in advance}",
      with: """
          billing: {timing: in advance}
          operatingCosts: [{name: maintenance, amount: 1.2 M USD/year}]
        """)
    try folder.write(lease, to: "maple-court.yaml")
    try folder.succeed("record", "maple-court.yaml")
    try folder.succeed("bill", "--through", "2027-09-30")
    try folder.succeed("receive", "maple-court", "4,100,000", "--on", "2027-07-20")
    try folder.succeed("record", "samples/books/maple-court-rent.yaml")
    try folder.succeed("bill", "--through", "2027-09-30", "--late-interest")
    try folder.succeed("bill", "--through", "2027-12-31")
    try folder.succeed("true-up", "maple-court", "2027", "650,000.50", "--on", "2028-02-28")
    try folder.succeed("true-up", "maple-court", "2027", "640,000", "--on", "2028-03-31")
    try folder.succeed("receive", "maple-court", "1,000,000", "--on", "2028-04-01")
    return folder
  }

  struct Forgery: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let document: String
    let sql: [String]
    let finding: String
  }

  private static func entry(_ document: String) -> String {
    "(SELECT entry FROM voucher WHERE voucher = '\(document)')"
  }

  /// Adds cents to a line of an invoice, to the invoice, and to what it posts.
  private static func adding(_ cents: Int, to line: Int, of document: String) -> [String] {
    [
      "UPDATE voucherLine SET amount = amount + \(cents) "
        + "WHERE entry = \(entry(document)) AND position = \(line)",
      "UPDATE voucher SET amount = amount + \(cents) WHERE voucher = '\(document)'",
      "UPDATE posting SET amount = amount + sign(amount) * \(cents) "
        + "WHERE entry = \(entry(document)) AND account IN ("
        + "'Assets:Receivables', 'Income:Late-Interest', 'Income:Recoveries')",
    ]
  }

  static let interest = "maple-trust-2027-0004"
  static let trueUp = "maple-trust-2028-0001"

  static let forgeries = [
    // 4,100,000.00, which are two months' rents, the deposit and the cost of a month, for 19 days at
    // 12 %: 4,100,000 × 19 × 0.12 ÷ 365 = 25,610.96.
    Forgery(
      testDescription: "ten more of interest", document: interest,
      sql: adding(10_00, to: 1, of: interest),
      finding: "\(interest), line 1, late-interest on maple-trust-2027-0001: the amount billed is "
        + "25620.96 USD, and the rule of its time gives 25610.96 USD"),
    // Billed for operating cost were six months at 1,200,000 ÷ 12 = 100,000.00 each.
    Forgery(
      testDescription: "ten more of a true-up", document: trueUp,
      sql: adding(10_00, to: 1, of: trueUp),
      finding: "\(trueUp): line 1, recovery-true-up in 2027-12: it is 50010.50 USD by "
        + "operatingCosts, and 50000.50 USD by operatingCosts in 2027-12 follow from the 650000.50 "
        + "USD owed for the year and the 600000.00 USD billed for it"),
    Forgery(
      testDescription: "another actual cost behind a true-up", document: trueUp,
      sql: ["UPDATE voucherLine SET actual = actual + 1 WHERE entry = \(entry(trueUp))"],
      finding: "50000.51 USD by operatingCosts in 2027-12 follow from the 650000.51 USD owed"),
    // September's rent is 2,000,000 less the 100,000 that was never owed, with 100,000 of cost:
    // 2,000,000 for 30 days, 60,000,000 × 0.12 ÷ 365 = 19,726.03.
    Forgery(
      testDescription: "interest of a month left out", document: interest,
      sql: [
        "UPDATE posting SET amount = amount - sign(amount) * 1972603 "
          + "WHERE entry = \(entry(interest))",
        "UPDATE voucher SET amount = amount - 1972603 WHERE voucher = '\(interest)'",
        "DELETE FROM voucherLine WHERE entry = \(entry(interest)) AND position = 3",
      ],
      finding: "\(interest), it leaves out late-interest on maple-trust-2027-0003, of which the "
        + "rule of its time gives 19726.03 USD"),
    Forgery(
      testDescription: "a payment that counts from an earlier day", document: "",
      sql: [
        "UPDATE application SET day = '2027-07-02' "
          + "WHERE entry = \(entry("maple-trust-2027-R0001"))",
        "UPDATE posting SET day = '2027-07-02' WHERE entry = \(entry("maple-trust-2027-R0001"))",
        "UPDATE voucher SET day = '2027-07-02' WHERE voucher = 'maple-trust-2027-R0001'",
      ],
      finding: "\(interest), line 1, late-interest on maple-trust-2027-0001: the amount billed is "
        + "25610.96 USD, and the rule of its time gives 0.00 USD"),
    Forgery(
      testDescription: "a later due day", document: "maple-trust-2027-0002",
      sql: ["UPDATE voucher SET due = '2027-08-31' WHERE voucher = 'maple-trust-2027-0002'"],
      finding: "maple-trust-2027-0002: it is due on another day than its own, and not by hand"),
    Forgery(
      testDescription: "a settlement of another invoice", document: "",
      sql: [
        "UPDATE application SET day = '2028-03-31' "
          + "WHERE entry = \(entry("maple-trust-2028-R0001"))",
        "UPDATE posting SET day = '2028-03-31' WHERE entry = \(entry("maple-trust-2028-R0001"))"
          + " AND account = 'Assets:Receivables'",
        "INSERT INTO posting SELECT entry, 3, '2028-03-31', 'Liabilities:Tenant-Credits', amount "
          + "FROM posting WHERE entry = \(entry("maple-trust-2028-R0001")) AND amount > 0",
        "INSERT INTO posting SELECT entry, 4, day, 'Liabilities:Tenant-Credits', -amount "
          + "FROM posting WHERE entry = \(entry("maple-trust-2028-R0001")) AND position = 1",
      ],
      finding: "maple-trust-2028-R0001: settlement 1 is 1000000.00 USD of maple-trust-2028-R0001 "
        + "for maple-trust-2027-0002 from 2028-03-31 on, and the account before it gives "
        + "1000000.00 USD of maple-trust-2028-R0001 for maple-trust-2027-0002 from 2028-04-01 on"),
  ]

  @Test("is found by what the lease gives, with document, line and amount", arguments: forgeries)
  func found(_ forgery: Forgery) throws {
    let folder = try Self.folder()
    try folder.succeed("verify")
    try Forger(folder.url.appending(path: "leasebook.db").path).forge(forgery.sql)
    let run = try folder.run("verify", "--format", "json")
    #expect(run.status == 1)
    let faults = try #require(try run.object["faults"] as? [[String: Any]])
    let kinds = Set(faults.compactMap { $0["kind"] as? String })
    #expect(kinds.isSubset(of: ["verify.books", "verify.derived"]), "\(faults)")
    let found = faults.compactMap { $0["problem"] as? String }
    #expect(found.contains { $0.contains(forgery.finding) }, "\(found)")
  }

  @Test("that says what it said is found by nothing but its head")
  func unchanged() throws {
    let folder = try Self.folder()
    let head = try folder.succeed("verify", "--format", "json").object["head"] as? String
    try Forger(folder.url.appending(path: "leasebook.db").path).forge([])
    try folder.succeed("verify", "--head", try #require(head))
    try Forger(folder.url.appending(path: "leasebook.db").path).forge([
      "UPDATE voucher SET reference = 'W-1' WHERE voucher = 'maple-trust-2028-R0001'"
    ])
    try folder.succeed("verify")
    #expect(try folder.run("verify", "--head", try #require(head)).status == 1)
  }
}
