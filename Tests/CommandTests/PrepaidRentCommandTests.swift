import Foundation
import Testing

/// A lease of 2 MW at 100 USD/kW-month from 2026-01-01 on, 200,000.00 a month in advance, of which
/// 500,000.00 is asked for on 2025-12-15: January and February use 200,000.00, March 100,000.00.
@Suite("Books of rent paid ahead")
struct PrepaidRentCommandTests {
  private static func recorded() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.write(
      """
      deal: lake
      announced: 2025-10-01
      source: lease
      parties:
        trust: {name: Trust}
        old-tenant: {name: Old Tenant}
      terms:
        landlord: trust
        tenant: old-tenant
        contract: {kind: lease, structure: triple-net}
        status: signed
        criticalIT: 2 MW
        term: 3 years
        rentCommencement: 2026-01-01
        rent: {rate: 100 USD/kW-month}
        payment: {lateInterest: {rate: 12 %}}
        prepayment: {amount: 500000 USD, date: 2025-12-15}
      sources:
        lease: {kind: release, date: 2025-10-01}

      """, to: "lake.yaml")
    try folder.succeed("record", "lake.yaml")
    return folder
  }

  private static func write(
    _ folder: ScratchFolder, _ terms: String, on day: String, parties: String = ""
  ) throws {
    try folder.write(
      """
      amends: lake
      announced: 2026-01-20
      effective: \(day)
      source: deed
      \(parties)
      terms: {\(terms)}
      sources:
        deed: {kind: release, date: 2026-01-20}

      """, to: "amendment.yaml")
  }

  private static func amend(
    _ folder: ScratchFolder, _ terms: String, on day: String, parties: String = ""
  ) throws {
    try write(folder, terms, on: day, parties: parties)
    try folder.succeed("record", "amendment.yaml")
  }

  private static func prepaid(_ folder: ScratchFolder) throws -> [String: Int] {
    let table = try folder.run("project", "lake", "--by", "month", "--format", "csv").table
    return try Dictionary(
      uniqueKeysWithValues: table.rows.filter { $0["charge"] == "prepayment" }.map {
        ($0["period_start"] ?? "", try Cents.reading(try #require($0["amount"])))
      })
  }

  @Test(
    "a rent that is amended after it was used up changes nothing of what was billed",
    arguments: ["120", "81"])
  func amendedLater(_ rate: String) throws {
    let folder = try Self.recorded()
    try folder.succeed("bill", "--through", "2026-03-31")
    try Self.amend(folder, "rent: {rate: \(rate) USD/kW-month}", on: "2027-02-01")
    #expect(
      try Self.prepaid(folder) == [
        "2025-12-01": 500_000_00, "2026-01-01": -200_000_00, "2026-02-01": -200_000_00,
        "2026-03-01": -100_000_00,
      ])
    #expect(try folder.run("bill", "--through", "2026-03-31").output.contains("is billed"))
    #expect(try folder.run("verify").status == 0)
  }

  /// January's 200,000.00 is used; 300,000.00 is not, and was never paid. What Old Tenant owes is
  /// January. New Tenant was billed 100,000.00 for March and 200,000.00 for April, which it owes no
  /// more and never paid.
  @Test("what is left of it when an assigned lease ends is of the tenant that was asked for it")
  func assigned() throws {
    let folder = try Self.recorded()
    try folder.succeed("bill", "--through", "2026-01-31")
    try Self.amend(
      folder, "tenant: new-tenant", on: "2026-02-01",
      parties: "parties: {new-tenant: {name: New Tenant}}")
    try folder.succeed("bill", "--through", "2026-04-30")
    try folder.succeed(
      "withdraw", "lake", "--on", "2026-02-01", "--reason", "it burnt down", "--source", "letter")
    try folder.succeed("bill", "--through", "2026-04-30")
    let arrears = try folder.run("arrears", "--on", "2026-04-30", "--format", "csv").table
    #expect(try arrears.column("invoice") == ["trust-2025-0001"])
    #expect(try arrears.column("balance") == ["200000.00"])
    #expect(
      try folder.run("statement", "new-tenant").output.contains("balance     0.00 USD"))
    let refund = try folder.run("refund", "lake", "1", "--on", "2026-05-01")
    #expect(refund.status == 65 && refund.errors.contains("books.beyond-credit"))
    #expect(try folder.run("verify").status == 0)
  }

  /// February is used in full, and 100,000.00 is given back.
  @Test("an early end is recorded, and gives back what no rent used")
  func endedEarly() throws {
    let folder = try Self.recorded()
    try folder.succeed("bill", "--through", "2026-01-31")
    try folder.succeed("receive", "lake", "500,000", "--on", "2025-12-20")
    try Self.amend(folder, "termination: {exercised: 2026-02-28}", on: "2026-02-01")
    try folder.succeed("bill", "--through", "2026-12-31")
    let note = try folder.run("document", "trust-2026-C0001").output
    #expect(note.contains("prepayment return") && note.contains("100,000.00"))
    try folder.succeed("refund", "lake", "100,000", "--on", "2026-03-01")
    #expect(try folder.run("refund", "lake", "1", "--on", "2026-03-01").status == 65)
    #expect(try folder.run("verify").status == 0)
    let table = try folder.run(
      "project", "--actuals-through", "2026-12-31", "--format", "csv"
    ).table
    #expect(
      try table.cents { $0["charge"] ?? "" } == ["base-rent": 400_000_00, "prepayment": 0])
  }

  /// 36 months of 200,000.00 are 7,200,000.00.
  @Test("an amendment that asks for more than all rents is refused, and changes nothing")
  func exceeding() throws {
    let folder = try Self.recorded()
    try Self.write(
      folder, "prepayment: {amount: 8 M USD, date: 2025-12-15}", on: "2026-02-01")
    let run = try folder.run("record", "amendment.yaml")
    #expect(run.status == 65 && run.errors.contains("800000.00 USD of the prepayment is left"))
    #expect(try Self.prepaid(folder)["2025-12-01"] == 500_000_00)
  }
}
