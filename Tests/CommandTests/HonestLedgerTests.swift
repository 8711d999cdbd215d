import Foundation
import TestSupport
import Testing

/// Ledgers that a season of commands made, at random: whatever was recorded, corrected, paid late,
/// undone or brought to its actual cost later, each document is what the lease of its time gave.
@Suite("A ledger of honest books")
struct HonestLedgerTests {
  /// Maple Court, and two like it of other landlords in other currencies.
  private static let deals = [
    (deal: "maple-court", landlord: "maple-trust", currency: "USD", rate: 100),
    (deal: "birch-court", landlord: "birch-halls", currency: "CAD", rate: 120),
    (deal: "cedar-court", landlord: "cedar-power", currency: "EUR", rate: 90),
  ]

  private struct Season {
    let folder: ScratchFolder
    var random: SplitMix64
    var count = 0

    mutating func pick(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    /// A day of the lease's first two years.
    mutating func day(_ month: Int) -> String {
      let year = 2027 + (5 + month) / 12
      let day = 1 + pick(28)
      return "\(year)-\(Self.two((5 + month) % 12 + 1))-\(Self.two(day))"
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The same lease with another rent and rule of interest.
    func lease(_ place: Int, rate: Int, interest: Int = 12) throws -> String {
      let (deal, landlord, currency, _) = HonestLedgerTests.deals[place]
      return try String(
        contentsOf: PackageFolder.samples.appending(path: "books/maple-court.yaml"),
        encoding: .utf8
      ).replacing("deal: maple-court", with: "deal: \(deal)")
        .replacing("maple-trust", with: landlord).replacing("Maple Trust", with: landlord)
        .replacing("100 USD", with: "\(rate) \(currency)")
        .replacing("2 M USD", with: "2 M \(currency)")
        .replacing("rate: 12 %", with: "rate: \(interest) %")
        .replacing(
          "  billing: {timing: in advance}",
          with: """
              billing: {timing: in advance}
              operatingCosts: [{name: maintenance, amount: 1.2 M \(currency)/year}]
            """)
    }

    /// Refused commands change nothing, and are part of a season: a payment of what is not open, a
    /// correction that changes nothing.
    @discardableResult
    func run(_ arguments: String...) throws -> CommandRun { try folder.run(arguments) }

    /// The numbers of all documents of a kind so far, by its mark: "" of invoices.
    func numbers(_ place: Int, _ mark: String) throws -> [String] {
      let deal = HonestLedgerTests.deals[place].deal
      let journal = try folder.run("journal", "--to", "csv", deal).table
      let wanted = /-\d{4}-([A-Z]?)\d+$/
      var seen: [String] = []
      for number in try journal.column("document") {
        guard !seen.contains(number), let found = number.firstMatch(of: wanted),
          String(found.1) == mark
        else { continue }
        seen.append(number)
      }
      return seen
    }
  }

  @Test("is sound, and stays sound whatever comes later", arguments: 0..<6 as Range<UInt64>)
  func sound(_ seed: UInt64) throws {
    var season = Season(folder: try ScratchFolder(), random: SplitMix64(seed: seed ^ 0x50D))
    let folder = season.folder
    try folder.succeed("init")
    for (place, deal) in Self.deals.enumerated() {
      try folder.write(season.lease(place, rate: deal.rate), to: "\(deal.deal).yaml")
      try folder.succeed("record", "\(deal.deal).yaml")
    }
    for month in 1...14 {
      for place in Self.deals.indices { try Self.live(&season, place, month) }
      if month % 7 == 0 { try folder.succeed("verify") }
    }
    let kinds = Set(try folder.run("journal", "--to", "csv").table.column("kind"))
    #expect(kinds.isSuperset(of: ["invoice", "receipt", "credit note"]))
    let accounts = Set(try folder.run("journal", "--to", "csv").table.column("account"))
    #expect(accounts.contains("Income:Late-Interest") && accounts.contains("Income:Recoveries"))
  }

  private static func live(_ season: inout Season, _ place: Int, _ month: Int) throws {
    let deal = deals[place].deal
    let day = season.day(month)
    switch season.pick(8) {
    case 0:
      // The rent is amended from a month on that was billed already.
      try season.folder.write(
        """
        amends: \(deal)
        announced: \(day)
        effective: 2027-0\(7 + season.pick(3))-01
        source: letter
        reason: step \(month)
        terms: {rent: {rate: \(80 + season.pick(60)) \(deals[place].currency)/kW-month}}
        sources: {letter: {kind: release, date: \(day)}}

        """, to: "step-\(place)-\(month).yaml")
      try season.run("record", "step-\(place)-\(month).yaml")
    case 1:
      // What was recorded first was wrong.
      let history = try season.run("history", deal, "--format", "csv").table
      let entry = try history.column("entry").first ?? ""
      let wrong = try season.lease(
        place, rate: 85 + season.pick(40), interest: 6 + season.pick(12))
      try season.folder.write(wrong, to: "right-\(place)-\(month).yaml")
      try season.run(
        "correct", deal, "right-\(place)-\(month).yaml", "--entry", entry, "--reason", "misread")
    default: break
    }
    try season.run("bill", "--through", day, deal)
    try pay(&season, place, month, day)
    if season.pick(2) == 0 { try season.run("bill", "--through", day, deal, "--late-interest") }
    if month > 7, season.pick(2) == 0 {
      try season.run(
        "true-up", deal, "2027", "\(500_000 + season.pick(300_000)).5\(season.pick(10))", "--on",
        day)
    }
  }

  private static func pay(
    _ season: inout Season, _ place: Int, _ month: Int, _ day: String
  ) throws {
    let deal = deals[place].deal
    // Some payments are dated in months before, of which the bank told late.
    let paid = season.day(max(1, month - season.pick(3)))
    let invoices = try season.numbers(place, "")
    let amount = "\(1 + season.pick(3)),\(100 + season.pick(900)),000.2\(season.pick(10))"
    if season.pick(3) == 0, let invoice = invoices.last {
      try season.run("receive", deal, amount, "--on", paid, "--invoice", invoice)
    } else {
      try season.run("receive", deal, amount, "--on", paid)
    }
    switch season.pick(6) {
    case 0:
      if let receipt = try season.numbers(place, "R").last {
        try season.run("reverse", receipt, "--on", day, "--reason", "bounced")
      }
    case 1:
      if !invoices.isEmpty {
        try season.run(
          "credit", invoices[season.pick(invoices.count)], "120,000.01", "--on", day, "--reason",
          "outage \(month)")
      }
    case 2: try season.run("charge", deal, "48,200.50", "--on", day, "--reason", "order \(month)")
    case 3: try season.run("refund", deal, "10,000", "--on", day)
    case 4:
      if let invoice = invoices.first {
        try season.run("write-off", invoice, "5,000", "--on", day, "--reason", "goodwill")
      }
    default: break
    }
  }
}
