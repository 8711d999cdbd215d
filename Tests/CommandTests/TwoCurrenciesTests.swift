import Foundation
import Testing

/// A book of one landlord with a deal in US dollars and one in euros, each of 10 MW at 100 a kW and
/// month, 1,000,000.00 a month, with a deposit of 3,000,000.00.
@Suite("Books of two currencies")
struct TwoCurrenciesTests {
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    for (deal, currency) in [("dollars", "USD"), ("euros", "EUR")] {
      try folder.write(
        """
        deal: \(deal)
        announced: 2026-01-05
        source: lease
        parties: {lake-trust: {name: Lake Trust}, pine-cloud: {name: Pine Cloud}}
        terms:
          landlord: lake-trust
          tenant: pine-cloud
          contract: {kind: lease, structure: triple-net}
          status: signed
          criticalIT: 10 MW
          term: 5 years
          rentCommencement: 2026-03-01
          rent: {rate: 100 \(currency)/kW-month}
          billing: {timing: in advance}
          deposit: {amount: 3 M \(currency), date: 2026-03-01}
        sources:
          lease: {kind: release, date: 2026-01-05}

        """, to: "\(deal).yaml")
      try folder.succeed("record", "\(deal).yaml")
    }
    return folder
  }

  @Test(
    "are billed together, each document in one currency",
    arguments: [[], ["--landlord", "lake-trust"], ["dollars", "euros"]])
  func billed(_ selection: [String]) throws {
    let folder = try Self.folder()
    let table = try folder.run(
      ["bill", "--through", "2026-05-31", "--format", "csv"] + selection
    ).table
    // Three months and the deposit, of each deal.
    #expect(
      try table.cents { $0["currency"] ?? "" } == ["USD": 6_000_000_00, "EUR": 6_000_000_00])
    #expect(Set(table.rows.map { "\($0["document"] ?? "") \($0["currency"] ?? "")" }).count == 6)
    #expect(try folder.run("verify").status == 0)
  }

  private static func amend(_ folder: ScratchFolder) throws {
    try folder.write(
      """
      amends: dollars
      announced: 2026-05-01
      effective: 2026-05-01
      source: deed
      terms: {rent: {rate: 90 EUR/kW-month}, deposit: {amount: 2 M EUR}}
      sources:
        deed: {kind: release, date: 2026-05-01}

      """, to: "amendment.yaml")
  }

  private static func entry(of deal: String, _ folder: ScratchFolder) throws -> String {
    try #require(
      folder.run("history", deal, "--format", "csv").table.column("entry").first)
  }

  /// Two months and the deposit are two documents.
  @Test("a deal that was billed stays in its currency, whether amended or corrected")
  func changed() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2026-04-30", "dollars")
    try Self.amend(folder)
    let file = try String(
      contentsOf: folder.url.appending(path: "dollars.yaml"), encoding: .utf8)
    try folder.write(file.replacingOccurrences(of: "USD", with: "EUR"), to: "corrected.yaml")
    let before = try folder.bytes(of: "leasebook.db")
    for line in [
      ["record", "amendment.yaml"],
      [
        "correct", "dollars", "corrected.yaml", "--entry", try Self.entry(of: "dollars", folder),
        "--reason", "it is in euros",
      ],
    ] {
      let run = try folder.run(line)
      #expect(run.status == 65)
      #expect(CommandRun.codes(in: run.errors) == ["deal.currency-billed"])
      #expect(
        run.errors.contains(
          "dollars has 2 documents in USD, lake-trust-2026-0001 to lake-trust-2026-0002"))
      #expect(run.errors.contains("withdraw dollars"))
    }
    #expect(try folder.bytes(of: "leasebook.db") == before)
    try folder.succeed("bill", "--through", "2026-05-31", "--late-interest")
    #expect(try folder.run("verify").status == 0)
  }

  @Test("a deal without a document may be put into another currency, and is billed in that")
  func corrected() throws {
    let folder = try Self.folder()
    let file = try String(
      contentsOf: folder.url.appending(path: "dollars.yaml"), encoding: .utf8)
    try folder.write(file.replacingOccurrences(of: "USD", with: "EUR"), to: "corrected.yaml")
    try folder.succeed(
      "correct", "dollars", "corrected.yaml", "--entry", try Self.entry(of: "dollars", folder),
      "--reason", "it is in euros")
    let table = try folder.run("bill", "--through", "2026-05-31", "--format", "csv").table
    // Three months and the deposit, of each deal.
    #expect(try table.cents { $0["currency"] ?? "" } == ["EUR": 12_000_000_00])
    #expect(try folder.run("verify").status == 0)
  }

  /// March and April would be in dollars, and May in euros: nothing says what either is in the other.
  @Test("a deal whose rent goes on in another currency is not billed, and says so")
  func accrued() throws {
    let folder = try Self.folder()
    try Self.amend(folder)
    try folder.succeed("record", "amendment.yaml")
    let named = try folder.run("bill", "--through", "2026-05-31", "dollars")
    #expect(named.status == 65)
    #expect(CommandRun.codes(in: named.errors) == ["books.currency-changed"])
    let all = try folder.run("bill", "--through", "2026-05-31", "--format", "csv")
    #expect(all.status == 0)
    #expect(all.errors == "leasebook: in another currency than before, left out: dollars\n")
    #expect(Set(try all.table.column("deal")) == ["euros"])
    let again = try folder.run("bill", "--through", "2026-05-31").output
    #expect(again.contains("all else that falls due by then is billed"))
  }

  @Test("have their deposits and their arrears by currency, and the totals too")
  func reports() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2026-05-31")
    try folder.succeed("receive", "euros", "4,000,000", "--on", "2026-03-01")
    let deposits = try folder.run("deposits", "--on", "2026-05-31", "--format", "csv").table
    #expect(deposits.rows.map { $0["currency"] } == ["USD", "EUR"])
    #expect(deposits.rows.map { $0["held"] } == ["0.00", "3000000.00"])
    let text = try folder.run("deposits", "--on", "2026-05-31").output
    #expect(text.contains("billed and not received: 3,000,000.00 USD"))
    let arrears = try folder.run("arrears", "--on", "2026-05-31").output
    let totals = arrears.split(separator: "\n").filter { $0.hasPrefix("Total") }.prefix(2)
    #expect(totals.map { $0.contains("2,000") && $0.contains("EUR") } == [true, false])
    #expect(totals.map { $0.contains("6,000") && $0.contains("USD") } == [false, true])
  }
}
