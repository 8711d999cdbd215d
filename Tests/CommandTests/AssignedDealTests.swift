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

  /// - Parameter line: A further line of the terms.
  private static func recorded(_ line: String = "") throws -> ScratchFolder {
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
        \(line)
      sources:
        lease: {kind: release, date: 2026-01-05}

      """, to: "lake.yaml")
    try folder.succeed("record", "lake.yaml")
    return folder
  }

  private static func billed() throws -> ScratchFolder {
    let folder = try recorded()
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

  /// Of the 3,000,000.00 that Old Trust asked Old Tenant for, 2,000,000.00 were paid.
  @Test("a deposit is listed under those of the document that asked for it, as balance has it")
  func heldDeposit() throws {
    let folder = try Self.billed()
    try folder.succeed("receive", "lake", "2,000,000", "--on", "2026-03-05")
    try Self.assign(folder, "tenant", to: "new-tenant", on: "2026-05-16")
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    let listed = { (arguments: [String], owner: String) in
      try folder.run(
        ["deposits", "--on", "2026-12-31", "--format", "csv", "--by", owner] + arguments
      )
      .table.rows.map { "\($0[owner] ?? "") \($0["required"] ?? "") \($0["held"] ?? "")" }
    }
    for (owner, party) in [("landlord", "old-trust"), ("tenant", "old-tenant")] {
      let line = "\(party) 3000000.00 2000000.00"
      #expect(try listed([], owner) == [line])
      #expect(try listed(["lake"], owner) == [line])
      #expect(try listed(["--\(owner)", party], owner) == [line])
    }
    for party in [["--landlord", "new-trust"], ["--tenant", "new-tenant"]] {
      #expect(try listed(party, "deal").isEmpty)
    }
    #expect(
      try Self.balances(folder, "--landlord", "old-trust")["Liabilities:Deposits-Held"]
        == -3_000_000_00)
  }

  @Test("a deposit that nobody asked for yet is of those who have the lease on the day")
  func unbilledDeposit() throws {
    let folder = try Self.recorded()
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    for (day, landlord) in [("2026-08-15", "old-trust"), ("2026-08-16", "new-trust")] {
      let rows = try folder.run(
        "deposits", "--on", day, "--by", "landlord", "--format", "csv"
      ).table.rows
      #expect(rows.map { "\($0["landlord"] ?? "") \($0["held"] ?? "")" } == ["\(landlord) 0.00"])
    }
  }

  @Test("billing by a landlord or a tenant that has the lease no more says whose it is, and how")
  func billedByFormer() throws {
    let folder = try Self.billed()
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    let run = try folder.run("bill", "--through", "2026-12-31", "--landlord", "old-trust")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["books.assigned-to-others"])
    #expect(run.errors.contains("no deal is of old-trust now: lake is assigned to others"))
    #expect(run.errors.contains("name the deal, such as lake"))
  }

  @Test("a document tells programs its landlord and its tenant")
  func documentParties() throws {
    let folder = try Self.billed()
    try Self.assign(folder, "tenant", to: "new-tenant", on: "2026-05-16")
    let number = "old-trust-2026-0001"
    let rows = try folder.run("document", number, "--format", "csv").table.rows
    #expect(rows.map { $0["landlord"] } == ["old-trust"])
    #expect(rows.map { $0["tenant"] } == ["old-tenant"])
    let object = try #require(
      try folder.run("document", number, "--format", "json").objects.first)
    #expect(object["landlord"] as? String == "old-trust")
    #expect(object["tenant"] as? String == "old-tenant")
  }

  /// 100,000.00 are estimated for the ten months from 11 March on, of which Old Tenant had March to
  /// May, New Tenant June to December, of these New Trust September to December.
  @Test("a true-up says between whom it is, where others were billed the estimates")
  func trueUp() throws {
    let folder = try Self.recorded(
      "operatingCosts: [{name: tax, kind: property tax, amount: 120 k USD/year, recovery: 100 %}]")
    try folder.succeed("bill", "--through", "2026-05-31")
    try Self.assign(folder, "tenant", to: "new-tenant", on: "2026-05-16")
    try Self.assign(folder, "landlord", to: "new-trust", on: "2026-08-16")
    try folder.succeed("bill", "--through", "2027-12-31")
    let words = { (year: String) in
      try folder.run("true-up", "lake", year, "130,000", "--on", "2028-01-31").output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let mixed = try words("2026")
    #expect(
      mixed.contains(
        "new-trust-2028-0001 is made out by new-trust to new-tenant, whose December 2026 is; the "
          + "estimates of 2026 were billed by Old Trust to Old Tenant, by Old Trust to new-tenant, "
          + "by new-trust to new-tenant"))
    // 2027 was billed by and to those of its December alone.
    let own = try words("2027")
    #expect(own.contains("new-trust-2028-0002") && !own.contains("made out"))
    #expect(try folder.run("verify").status == 0)
  }
}
