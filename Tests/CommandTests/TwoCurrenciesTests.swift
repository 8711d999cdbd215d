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
