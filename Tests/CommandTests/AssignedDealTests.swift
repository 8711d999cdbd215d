import Foundation
import Testing

/// The books of a lease that is assigned: one hall of 10 MW at 100 USD/kW-month from 11 March 2026
/// on, 1,000,000.00 a month in advance, and a deposit of 3,000,000.00.
///
/// March has 21 of its 31 days: 677,419.35. Old Trust lets to Old Tenant; New Tenant comes in on
/// 16 May, New Trust on 16 August.
@Suite("Books of assigned leases")
struct AssignedDealTests {
  private static let march = 677_419_35
  private static let month = 1_000_000_00

  private static func billed() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.write(
      """
      deal: lake
      announced: 2026-01-05
      source: lease
      parties:
        old-trust: {name: Old Trust}
        old-tenant: {name: Old Tenant}
      terms:
        landlord: old-trust
        tenant: old-tenant
        contract: {kind: lease, structure: triple-net}
        status: signed
        criticalIT: 10 MW
        term: 5 years
        rentCommencement: 2026-03-11
        rent: {rate: 100 USD/kW-month}
        billing: {timing: in advance}
        deposit: {amount: 3 M USD, date: 2026-03-01}
      sources:
        lease: {kind: release, date: 2026-01-05}

      """, to: "lake.yaml")
    try folder.succeed("record", "lake.yaml")
    try folder.succeed("bill", "--through", "2026-05-31")
    return folder
  }

  private static func assign(
    _ folder: ScratchFolder, _ role: String, to party: String, on day: String
  ) throws {
    try folder.write(
      """
      amends: lake
      announced: 2026-05-10
      effective: \(day)
      source: deed
      parties: {\(party): {name: "\(party)"}}
      terms: {\(role): \(party)}
      sources:
        deed: {kind: release, date: 2026-05-10}

      """, to: "\(party).yaml")
    try folder.succeed("record", "\(party).yaml")
  }

  /// The documents of a statement, each once.
  private static func documents(_ folder: ScratchFolder, of customer: String) throws -> [String] {
    try folder.run("statement", customer, "--format", "csv").table.rows
      .compactMap { $0["document"] }
  }

  private static func balances(
    _ folder: ScratchFolder, _ arguments: String...
  ) throws -> [String: Int] {
    let table = try folder.run(["balance", "--format", "csv"] + arguments).table
    return try Dictionary(
      uniqueKeysWithValues: table.rows.map {
        ($0["account"] ?? "", try Cents.reading(try #require($0["balance"])))
      })
  }

  /// A tenant that comes in on 16 May is billed from June on, the first month that begins with it.
  @Test(
    "documents stay with the tenant to which they were made, and later months are the new one's")
  func tenant() throws {
    let folder = try Self.billed()
    let before = try folder.run("document", "old-trust-2026-0002", "--format", "csv").output
    try Self.assign(folder, "tenant", to: "new-tenant", on: "2026-05-16")
    let text = try folder.run("document", "old-trust-2026-0002").output
    #expect(text.contains("Old Tenant") && !text.contains("new-tenant"))
    #expect(
      try folder.run("document", "old-trust-2026-0002", "--format", "csv").output == before)
    #expect(try folder.run("statement", "new-tenant").output.contains("Nothing was billed"))
    try folder.succeed("bill", "--through", "2026-07-31")
    let numbers = (1...6).map { "old-trust-2026-000\($0)" }
    #expect(try Self.documents(folder, of: "old-tenant") == Array(numbers.prefix(4)))
    #expect(try Self.documents(folder, of: "new-tenant") == Array(numbers.suffix(2)))
    #expect(try Self.documents(folder, of: "lake").sorted() == numbers)
    let arrears = try folder.run(
      "arrears", "--on", "2026-07-31", "--tenant", "new-tenant", "--format", "csv"
    ).table
    #expect(try arrears.column("invoice") == Array(numbers.suffix(2)))
    #expect(try folder.run("verify").status == 0)
  }

  @Test("an assignment that is recorded late rewrites no document")
  func backdated() throws {
    let folder = try Self.billed()
    try Self.assign(folder, "tenant", to: "new-tenant", on: "2026-03-01")
    #expect(try folder.run("document", "old-trust-2026-0004").output.contains("Old Tenant"))
    #expect(try Self.documents(folder, of: "old-tenant").count == 4)
    try folder.succeed("bill", "--through", "2026-06-30")
    #expect(try folder.run("document", "old-trust-2026-0005").output.contains("new-tenant"))
  }

  /// Through August it is Old Trust's, from September on New Trust's.
  @Test("each landlord bills the months that begin with it, and each has its own books")
  func landlord() throws {
    let folder = try Self.billed()
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    let lines = try folder.run("bill", "--through", "2026-10-31", "--format", "csv").table.rows
    #expect(
      lines.map { "\($0["document"] ?? "") \($0["month"] ?? "")" } == [
        "old-trust-2026-0005 2026-06", "old-trust-2026-0006 2026-07",
        "old-trust-2026-0007 2026-08", "new-trust-2026-0001 2026-09",
        "new-trust-2026-0002 2026-10",
      ])
    let rent = Self.march + 5 * Self.month
    #expect(
      try Self.balances(folder, "--landlord", "old-trust") == [
        "Assets:Receivables": rent + 3 * Self.month, "Income:Base-Rent": -rent,
        "Liabilities:Deposits-Held": -3 * Self.month,
      ])
    #expect(
      try Self.balances(folder, "--landlord", "new-trust") == [
        "Assets:Receivables": 2 * Self.month, "Income:Base-Rent": -2 * Self.month,
      ])
    for (landlord, count) in [("old-trust", 7), ("new-trust", 2)] {
      let arrears = try folder.run(
        "arrears", "--on", "2026-10-31", "--landlord", landlord, "--format", "csv"
      ).table
      #expect(try arrears.column("invoice").count == count)
      let register = try folder.run(
        "register", "receivables", "--landlord", landlord, "--format", "csv"
      ).table
      #expect(register.rows.count == count)
    }
    #expect(try folder.run("verify").status == 0)
  }

  @Test("a payment settles the invoices of one landlord, and what is over waits with it")
  func payments() throws {
    let folder = try Self.billed()
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    try folder.succeed("bill", "--through", "2026-09-30")
    // On 5 October New Trust is the landlord, and 500,000.00 of its September is left open.
    try folder.succeed("receive", "lake", "500,000", "--on", "2026-10-05")
    // Old Trust has the deposit of 3,000,000.00, 677,419.35 for March and five months to receive.
    try folder.succeed(
      "receive", "lake", "9,177,419.35", "--on", "2026-10-05", "--invoice", "old-trust-2026-0001")
    #expect(
      try Self.balances(folder, "--landlord", "new-trust") == [
        "Assets:Bank": Self.month / 2, "Assets:Receivables": Self.month / 2,
        "Income:Base-Rent": -Self.month,
      ])
    let old = try Self.balances(folder, "--landlord", "old-trust")
    #expect(old["Assets:Bank"] == 9_177_419_35)
    #expect(old["Assets:Receivables"] == nil || old["Assets:Receivables"] == 0)
    #expect(old["Liabilities:Tenant-Credits"] == -500_000_00)
    // October's invoice is not settled by what waits with the other landlord.
    try folder.succeed("bill", "--through", "2026-10-31")
    #expect(
      try Self.balances(folder, "--landlord", "new-trust")["Assets:Receivables"]
        == Self.month * 3 / 2)
    #expect(try folder.run("verify").status == 0)
  }

  @Test("a deposit is given back by the landlord that asked for it")
  func deposit() throws {
    let folder = try Self.billed()
    try folder.succeed("receive", "lake", "5,677,419.35", "--on", "2026-05-31")
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    try folder.succeed(
      "withdraw", "lake", "--on", "2026-10-01", "--reason", "x", "--source", "deed")
    try folder.succeed("bill", "--through", "2026-12-31")
    let note = try folder.run("document", "old-trust-2026-C0001").output
    #expect(note.contains("3,000,000.00") && note.contains("Old Trust"))
    #expect(try Self.balances(folder, "--landlord", "old-trust")["Liabilities:Deposits-Held"] == 0)
    #expect(
      try Self.balances(folder, "--landlord", "new-trust")["Liabilities:Deposits-Held"] == nil)
    #expect(try folder.run("verify").status == 0)
  }
}
