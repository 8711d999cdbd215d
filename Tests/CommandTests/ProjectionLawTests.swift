import Testing

/// What must hold of any projection, shown on all samples at once.
@Suite("Laws of the sample projections")
struct ProjectionLawTests {
  /// The rows of the whole book, or of the deals among the arguments.
  private static func table(_ arguments: String...) throws -> CSVTable {
    try SampleBook.ask(["project", "--format", "csv"] + arguments).table
  }

  private static func byCharge(_ table: CSVTable) throws -> [String: Int] {
    try table.cents { $0["charge"] ?? "" }
  }

  @Test(
    "groups of any kind sum to the charges of the whole",
    arguments: ["landlord", "deal", "hall", "deal,hall", "landlord,deal,hall"],
    ["accrual", "cash"])
  func groups(_ groups: String, _ dates: String) throws {
    let whole = try Self.table("--by", "total", "--dates", dates)
    let parts = try Self.table("--by", "total", "--dates", dates, "--group-by", "\(groups),charge")
    #expect(try Self.byCharge(parts) == Self.byCharge(whole))
  }

  @Test(
    "a group without the charges sums to the whole too", arguments: ["landlord", "deal", "hall"])
  func groupsAlone(_ group: String) throws {
    let whole = try Self.table("--by", "total", "--dates", "accrual").cents()
    #expect(try Self.table("--by", "total", "--group-by", group).cents() == whole)
  }

  @Test("each deal alone sums to its rows in the book")
  func dealByDeal() throws {
    let book = try Self.table("--by", "total", "--group-by", "deal").cents { $0["deal"] ?? "" }
    #expect(book.count >= 20)
    for (deal, cents) in book {
      #expect(try Self.table(deal, "--by", "total").cents() == ["": cents], "\(deal)")
    }
  }

  @Test(
    "periods of any length sum to the total of each charge",
    arguments: [
      ["--by", "month"], ["--by", "quarter"], ["--by", "year"],
      ["--by", "fiscal-year", "--fiscal-year-end", "06-30"],
      ["--by", "fiscal-year", "--fiscal-year-end", "02-28"],
    ], ["accrual", "cash"])
  func periods(_ period: [String], _ dates: String) throws {
    for choice in ["base", "full"] {
      let common = ["project", "--format", "csv", "--dates", dates, "--case", choice]
      let parts = try SampleBook.ask(common + period).table
      let whole = try SampleBook.ask(common + ["--by", "total"]).table
      #expect(try Self.byCharge(parts) == Self.byCharge(whole), "\(choice)")
    }
  }

  @Test(
    "a fiscal year is its twelve months", arguments: [("06-30", 7), ("02-28", 3), ("12-31", 1)])
  func fiscalYears(_ end: String, _ firstMonth: Int) throws {
    let years = try Self.table("--by", "fiscal-year", "--fiscal-year-end", end)
    let months = try Self.table("--by", "month").cents { row in
      let parts = (row["period_start"] ?? "").split(separator: "-").compactMap { Int($0) }
      let year = parts[1] >= firstMonth ? parts[0] : parts[0] - 1
      return "\(year)-\(row["charge"] ?? "")"
    }
    let found = try years.cents { "\(($0["period_start"] ?? "").prefix(4))-\($0["charge"] ?? "")" }
    #expect(found.filter { $0.value != 0 } == months.filter { $0.value != 0 })
  }

  @Test("what is earned in all is what is paid in all")
  func accrualEqualsCash() throws {
    for choice in ["base", "expected", "full"] {
      let accrual = try Self.table("--by", "total", "--dates", "accrual", "--case", choice)
      let cash = try Self.table("--by", "total", "--dates", "cash", "--case", choice)
      #expect(try Self.byCharge(accrual) == Self.byCharge(cash), "\(choice)")
    }
  }

  @Test(
    "two parts that meet on any day make the whole",
    arguments: [
      ("2026-12-31", "2027-01-01"), ("2028-02-28", "2028-02-29"), ("2028-02-29", "2028-03-01"),
      ("2027-06-29", "2027-06-30"), ("2031-05-16", "2031-05-17"),
    ], ["accrual", "cash"])
  func splits(_ days: (last: String, first: String), _ dates: String) throws {
    let common = ["project", "--format", "csv", "--by", "year", "--dates", dates]
    let whole = try SampleBook.ask(common).table
    let before = try SampleBook.ask(common + ["--through", days.last]).table
    let after = try SampleBook.ask(common + ["--from", days.first]).table
    let sums = try Self.byCharge(before).merging(Self.byCharge(after), uniquingKeysWith: +)
    #expect(try sums == Self.byCharge(whole))
    #expect(try before.column("period_end").allSatisfy { $0 <= days.last })
    #expect(try after.column("period_start").allSatisfy { $0 >= days.first })
  }

  @Test("renewals add to the base case, fewer of them when only expected")
  func cases() throws {
    let tables = try ["base", "expected", "full"].map {
      try Self.table("--by", "year", "--group-by", "deal,charge", "--case", $0)
    }
    let rents = try tables.map { table in
      try table.cents { "\($0["charge"] ?? "") \($0["deal"] ?? "") \($0["period_start"] ?? "")" }
    }
    let base = rents.map { $0.filter { $0.key.hasPrefix("base-rent ") } }
    #expect(base[0] == base[1] && base[0] == base[2])
    let renewal = rents.map { $0.filter { $0.key.hasPrefix("renewal-rent ") } }
    #expect(renewal[0].isEmpty)
    #expect(renewal[2].values.reduce(0, +) > renewal[1].values.reduce(0, +))
    #expect(renewal[1].keys.allSatisfy { renewal[2][$0] != nil })
    for (key, full) in renewal[2] {
      let expected = try #require(renewal[1][key])
      #expect(0 < expected && expected <= full, "\(key)")
    }
  }

  @Test("rows of text sum across, and columns down, to the cent", arguments: ["base", "expected"])
  func textSums(_ choice: String) throws {
    let text = try SampleBook.folder().run(
      ["project", "hut8-river-bend", "--in", "units", "--case", choice],
      environment: ["COLUMNS": "200"]
    ).output
    let table = try TextTable(text)
    #expect(table.rows.last?.name == "Total")
    var sums: [String: Int] = [:]
    for row in table.rows {
      let cents = try row.cells.mapValues { try Cents.reading($0) }
      let noi = ["Base rent", "Renewal rent", "Operating cost"].reduce(0) { $0 + (cents[$1] ?? 0) }
      #expect(cents["NOI"] ?? 0 == noi, "\(row.name)")
      #expect(cents["Net cash"] == noi + (cents["Capital cost"] ?? 0), "\(row.name)")
      if row.name == "Total" {
        #expect(sums.filter { $0.value != 0 } == cents)
      } else {
        sums.merge(cents, uniquingKeysWith: +)
      }
    }
  }

  @Test("subtotals are rows only when asked for, and are sums of the rows above them")
  func subtotals() throws {
    let plain = try Self.table("--by", "year")
    let more = try Self.table("--by", "year", "--subtotals")
    let extra: Set = ["noi", "net-cash"]
    #expect(try extra.isDisjoint(with: plain.column("charge")))
    #expect(more.rows.filter { !extra.contains($0["charge"] ?? "") } == plain.rows)
    let netCash = try more.cents { $0["charge"] == "net-cash" ? $0["period_start"] ?? "" : "" }
    let sums = try plain.cents { $0["period_start"] ?? "" }
    #expect(netCash.filter { !$0.key.isEmpty } == sums)
  }
}
