import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Series among other files")
struct SeriesBatchTests {
  private static let table = "month,value\n2025-12,324.8\n2026-01,325.252\n"
  private let first = SeriesFile(table)
  private let deal = DealFileBatch.File(
    path: "one.yaml",
    bytes: Array(
      """
      deal: one
      announced: 2026-03-01
      source: release
      terms: {landlord: hut-8, contract: {kind: lease}, criticalIT: 10 MW, term: 2 years,
        rentCommencement: 2026-04-01,
        rent: {rate: 100 USD/kW-month, escalator: {cpi: {series: cpi, lag: 3 months}}}}
      sources: {release: {kind: release}}

      """.utf8))
  private let parties = DealFileBatch.File(
    path: "parties.yaml", bytes: Array("parties: {hut-8: {name: Hut 8 Corp.}}\n".utf8))

  private func faults(
    _ files: [DealFileBatch.File], known: KnownBook = KnownBook()
  ) -> [any Diagnostic] {
    do throws(Diagnostics) {
      _ = try DealFileBatch(reading: files, known: known)
      return []
    } catch {
      return error.all
    }
  }

  @Test("stand before the deals that name them, which can then be projected")
  func order() throws {
    let batch = try DealFileBatch(reading: [deal, first.batchFile("cpi.yaml"), parties])
    let kinds = batch.items.map { item in
      switch item {
      case .party: "party"
      case .site: "site"
      case .series: "series"
      case .deal, .amendment: "deal"
      case .scenario: "scenario"
      }
    }
    #expect(kinds == ["party", "series", "deal"])
    #expect(batch.files.map(\.file) == ["one.yaml", "cpi.yaml", "parties.yaml"])
    let one = try #require(batch.book.deals[DealID("one")])
    #expect(throws: NotProjectable.self) { try one.lease() }
    _ = try one.lease(series: batch.book.indexSeries)
  }

  @Test("of the same announcement and the same values change nothing, whatever their layout")
  func same() throws {
    let known = try DealFileBatch(reading: [first.batchFile("cpi.yaml")]).book
    let again = SeriesFile(
      heading: "# Again.\n" + SeriesFile.index,
      "value,month\r\n324.80,2025-12\r\n325.252,\"2026-01\"\r\n")
    let batch = try DealFileBatch(reading: [again.batchFile("again.yaml")], known: known)
    #expect(batch.items.isEmpty)
    #expect(batch.repeated == ["again.yaml"])
  }

  @Test("of the same announcement and other values are refused with the first difference")
  func other() throws {
    let known = try DealFileBatch(reading: [first.batchFile("cpi.yaml")]).book
    let other = SeriesFile("month,value\n2025-12,324.8\n2026-01,325.3\n")
    let found = faults([other.batchFile("other.yaml")], known: known)
    #expect(found.map(\.code) == ["series.recorded"])
    #expect(found.first?.location.rendered == "other.yaml:1:9")
    #expect(
      found.first?.problem == "the series 'cpi' announced 2026-02-11 is recorded already, and not "
        + "the same: 2026-01 is 325.252 there and 325.3 here")
    #expect(
      faults([first.batchFile("cpi.yaml"), other.batchFile("other.yaml")]).map(\.code)
        == ["series.doubled"])
  }

  @Test("of a later announcement are another version, in force over the first")
  func later() throws {
    let later = SeriesFile(
      heading: SeriesFile.index, "month,value\n2025-12,324.8\n2026-01,325.3\n2026-02,326.8\n"
    ).replacing("2026-02-11", with: "2026-03-11")
    let files = [later.batchFile("later.yaml"), first.batchFile("cpi.yaml")]
    let batch = try DealFileBatch(reading: files)
    #expect(batch.items.count == 2)
    let index = try #require(batch.book.indexSeries["cpi"])
    #expect(index.lastMonth == YearMonth(year: 2026, month: 2))
    #expect(index.value(in: YearMonth(year: 2026, month: 1))?.value == ExactDecimal("325.3"))
  }

  @Test("may be given with their tables, which alone are not enough")
  func tableGiven() throws {
    let table = DealFileBatch.File(path: "cpi.csv", bytes: Array(Self.table.utf8))
    let batch = try DealFileBatch(reading: [table, first.batchFile("cpi.yaml")])
    #expect(batch.items.count == 1 && batch.files.count == 1)
    let found = faults([table])
    #expect(found.map(\.code) == ["series.heading-missing"])
    #expect(found.first?.location.rendered == "cpi.csv")
  }

  @Test("at fault are reported among the faults of deals, and nothing is given")
  func bad() {
    let bad = SeriesFile("month,value\n2025-12,x\n").batchFile("cpi.yaml")
    let found = faults([bad, deal])
    #expect(found.map(\.code) == ["series.value-malformed", "party.unknown"])
  }
}
