import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

@Suite("The parties of a deal over time")
struct PartyHistoryTests {
  private static func parties(_ landlord: String, _ tenant: String?) -> Counterparties {
    Counterparties(landlord: PartyID(landlord), tenant: tenant.map { PartyID($0) })
  }

  private static let history = PartyHistory([
    (.on("2026-01-05"), parties("old", nil)), (.on("2026-02-01"), parties("old", "first")),
    (.on("2026-05-16"), parties("old", "second")), (.on("2026-08-01"), parties("new", "second")),
  ])

  @Test("are those of the version in force, before the first those of the first")
  func days() {
    let on = { (day: String) in Self.history.parties(on: .on(day)) }
    #expect(on("2025-12-31") == Self.parties("old", "first"))
    #expect(on("2026-05-15") == Self.parties("old", "first"))
    #expect(on("2026-05-16") == Self.parties("old", "second"))
    #expect(on("2026-08-01") == Self.parties("new", "second"))
    #expect(PartyHistory().parties(on: .on("2026-01-05")) == nil)
  }

  @Test("of a month are those of its first day")
  func months() {
    let months = { (month: Int) in
      Self.history.parties(in: YearMonth(year: 2026, month: month))
    }
    #expect(months(5) == Self.parties("old", "first"))
    #expect(months(6) == Self.parties("old", "second"))
    #expect(months(8) == Self.parties("new", "second"))
  }
}
