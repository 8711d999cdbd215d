import Foundation
import Testing

/// The halls of the book as of a day.
@Suite("The rent roll")
struct RentRollListingTests {
  private static func roll(_ arguments: String...) throws -> [[String: String]] {
    try SampleBook.ask(["rent-roll"] + arguments + ["--format", "csv"]).table.rows
  }

  private static func number(_ row: [String: String], _ key: String) throws -> Double {
    try #require(row[key].flatMap { Double($0) }, "\(key) is a number")
  }

  @Test("shows a hall at the rate of the day, with what is left and what follows")
  func riverBend() throws {
    let rows = try Self.roll("hut8-river-bend", "--on", "2028-06-30")
    let hall = try #require(rows.first { $0["hall"] == "hall 1" })
    // 2028-06-30 is the first anniversary of its commencement: the first-year rate × 1.03.
    let rate = RiverBend.rate * 1.03
    #expect(abs(try Self.number(hall, "rate_per_kw_month") - rate) < 1e-9)
    let cents = try Cents.reading(try #require(hall["rent_month"]))
    #expect(abs(Double(cents) - 49_000 * rate * 100) <= 0.501)
    #expect(hall["commencement"] == "2027-06-30" && hall["last_day"] == "2042-06-29")
    let days = CivilDay(2042, 6, 30).number - CivilDay(2028, 6, 30).number
    #expect(abs(try Self.number(hall, "years_left") - Double(days) / 365.25) < 1e-9)
    #expect(hall["next_step"] == "2029-06-30")
    #expect(abs(try Self.number(hall, "next_rate_per_kw_month") - rate * 1.03) < 1e-9)
    #expect(hall["renewals_left"] == "3" && hall["renewal_months_left"] == "180")
    #expect(hall["guarantor"] == "google" && hall["standing"] == "in force")
  }

  @Test("says what is to come, and sees it as it begins")
  func toCome() throws {
    let rows = try Self.roll("hut8-river-bend", "--on", "2027-01-01")
    #expect(rows.allSatisfy { $0["standing"] == "to come" })
    for row in rows {
      #expect(abs(try Self.number(row, "rate_per_kw_month") - RiverBend.rate) < 1e-9)
      let kilowatts = try Self.number(row, "critical_it_mw") * 1_000
      let cents = try Cents.reading(try #require(row["rent_month"]))
      #expect(abs(Double(cents) - kilowatts * RiverBend.rate * 100) <= 0.501)
    }
    #expect(try Self.roll("hut8-river-bend", "--on", "2042-12-31").isEmpty)
  }

  @Test("gives a month wholly at one rate as it is projected")
  func projected() throws {
    let rows = try Self.roll("--on", "2028-02-01")
    let projected = try SampleBook.ask(
      "project", "--by", "month", "--from", "2028-02-01", "--through", "2028-02-29", "--group-by",
      "deal,hall,charge", "--format", "csv"
    ).table.rows.filter { $0["charge"] == "base-rent" }
    var checked = 0
    for row in rows where (row["commencement"] ?? "") <= "2028-02-01" {
      guard (row["next_step"] ?? "").isEmpty || row["next_step"] ?? "" > "2028-02-29" else {
        continue
      }
      let cell = try #require(
        projected.first { $0["deal"] == row["deal"] && $0["hall"] == row["hall"] })
      #expect(cell["amount"] == row["rent_month"], "\(row["deal"] ?? "") \(row["hall"] ?? "")")
      checked += 1
    }
    #expect(checked > 15)
  }

  @Test("averages terms by megawatt as a comparison does", arguments: ["landlord", "tenant"])
  func terms(_ subject: String) throws {
    let rows = try Self.roll("--on", "2026-10-01")
    let compared = try SampleBook.ask(
      "compare", "--by", subject, "--on", "2026-10-01", "--metrics", "walt_years", "--format",
      "csv"
    ).table.rows
    for row in compared where row["walt_years"]?.isEmpty == false {
      let own = rows.filter { $0[subject] == row[subject] }
      let weights = try own.map { try Self.number($0, "critical_it_mw") }
      let weighted = try zip(own, weights).reduce(0.0) {
        $0 + (try Self.number($1.0, "years_left")) * $1.1
      }
      let years = try Self.number(row, "walt_years")
      #expect(abs(weighted / weights.reduce(0, +) - years) < 1e-9, "\(row[subject] ?? "")")
    }
  }

  @Test("stands in groups with sums and averages, and the whole below them")
  func groups() throws {
    let text = try SampleBook.ask("rent-roll", "--on", "2028-06-30", "--landlord", "Hut 8")
    #expect(text.lines.contains { $0.hasPrefix("Hut 8") })
    #expect(text.lines.contains { $0.hasPrefix("All") })
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    #expect(text.output.contains("‡: the term is still to come"))
  }
}
