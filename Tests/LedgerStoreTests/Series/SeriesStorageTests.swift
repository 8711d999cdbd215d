import FinanceBasics
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Series in a ledger")
struct SeriesStorageTests {
  private func recorded(_ entries: [[NewEntry]]) throws -> (Ledger, Scratch) {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    for (index, entries) in entries.enumerated() {
      _ = try ledger.record(
        entries, recordedAt: .at("2026-0\(index + 2)-12T09:00:00Z"), program: "test 1")
    }
    return (ledger, scratch)
  }

  private func value(_ month: String, in book: Book) throws -> String? {
    let month = try #require(YearMonth(month))
    return book.indexSeries["cpi"]?.value(in: month)?.value.description
  }

  @Test("are given back as they were recorded, values, sources and files")
  func roundTrip() throws {
    let (ledger, scratch) = try recorded([[try Sample.series(), try Sample.curve()]])
    let book = try ledger.snapshot()
    #expect(book.series.map(\.id.text) == ["cpi", "ust"])
    let cpi = try #require(book.series.first)
    let expected = try Sample.dataSeries()
    #expect(cpi.series == expected)
    #expect(cpi.series.heading.sources == Sample.sources)
    #expect((cpi.entry, cpi.number, cpi.versionCount) == (1, 1, 1))
    #expect(cpi.known == .on("2026-02-11"))
    #expect(cpi.effective == .earliest)
    #expect(cpi.fileName == "cpi.yaml")
    let table = try ledger.document(hash: cpi.tableHash)
    #expect(table.name == "cpi.csv")
    #expect(table.bytes == Array("month,value\n2025-09,324.8\n2025-11,324.122\n".utf8))
    let heading = try ledger.document(hash: try #require(cpi.documentHash))
    #expect(heading.name == "cpi.yaml")
    let curve = try #require(book.series.last).series.curve(on: .on("2026-04-02"))
    #expect(curve.map(\.value.description) == ["3.70", "4.33"])
    #expect(book.indexSeries.keys.sorted() == ["cpi"])
    #expect(try ledger.verify().isSound)
    try ledger.close()
    #expect(scratch.files == ["test.db"])
  }

  @Test("recorded twice change nothing, in another layout neither")
  func twice() throws {
    let (ledger, scratch) = try recorded([[try Sample.series()]])
    let head = try ledger.head()
    for layout in ["", " "] {
      let again = Sample.record(try Sample.dataSeries(), layout: layout)
      let outcome = try ledger.record(
        [again], recordedAt: .at("2026-03-01T09:00:00Z"), program: "test 1")
      #expect(outcome.changedNothing)
      #expect(outcome.items.map(\.entry) == [1])
    }
    #expect(try ledger.head() == head)
    withExtendedLifetime(scratch) {}
  }

  @Test("recorded again after a later version are still the first")
  func firstAgain() throws {
    let later = try Sample.dataSeries(announced: "2026-03-11", values: ["2025-09": "325"])
    let (ledger, scratch) = try recorded([[try Sample.series()], [Sample.record(later)]])
    let again = Sample.record(try Sample.dataSeries(), layout: "again")
    let outcome = try ledger.record(
      [again], recordedAt: .at("2026-05-01T09:00:00Z"), program: "test 1")
    #expect(outcome.items.map(\.status) == [.unchanged])
    #expect(outcome.items.map(\.number) == [1])
    withExtendedLifetime(scratch) {}
  }

  @Test("of the same day with other values are refused, and so is everything recorded with them")
  func sameDay() throws {
    let (ledger, scratch) = try recorded([[try Sample.series()]])
    let other = Sample.record(try Sample.dataSeries(values: ["2025-09": "324.9"]))
    let error = #expect(throws: Diagnostics.self) {
      try ledger.record(
        [Sample.landlord, other], recordedAt: .at("2026-05-01T09:00:00Z"), program: "test 1")
    }
    #expect(error?.all.map(\.code) == ["record.series-exists"])
    #expect(try ledger.snapshot().parties.isEmpty)
    #expect(try ledger.head().count == 1)
    withExtendedLifetime(scratch) {}
  }

  @Test("are picked by what was known, recorded and effective")
  func asOf() throws {
    let revised = try Sample.dataSeries(
      announced: "2026-03-11", values: ["2025-09": "324.9", "2025-11": "324.122"])
    let rebased = try Sample.dataSeries(
      announced: "2026-03-20", effective: "2026-07-01", values: ["2025-09": "100"])
    let (ledger, scratch) = try recorded([
      [try Sample.series()], [Sample.record(revised)], [Sample.record(rebased)],
    ])
    let september = { (asOf: AsOf) in try value("2025-09", in: try ledger.snapshot(asOf)) }
    #expect(try september(AsOf()) == "100")
    #expect(try september(AsOf(knownOn: .on("2026-02-10"))) == nil)
    #expect(try september(AsOf(knownOn: .on("2026-02-11"))) == "324.8")
    #expect(try september(AsOf(knownOn: .on("2026-03-11"))) == "324.9")
    #expect(try september(AsOf(effectiveOn: .on("2026-06-30"))) == "324.9")
    #expect(try september(AsOf(effectiveOn: .on("2026-07-01"))) == "100")
    #expect(try september(AsOf(recordedBy: .sequence(0))) == nil)
    #expect(try september(AsOf(recordedBy: .sequence(1))) == "324.8")
    #expect(try september(AsOf(recordedBy: .instant(.at("2026-03-12T09:00:00Z")))) == "324.9")
    let march = try ledger.snapshot(AsOf(knownOn: .on("2026-03-11"))).series
    #expect(march.map(\.versionCount) == [2])
    #expect(march.map(\.number) == [2])
    #expect(try ledger.seriesHistory().map(\.number) == [1, 2, 3])
    withExtendedLifetime(scratch) {}
  }

  @Test("of rates are no index that a lease could take")
  func ratesAreNoIndex() throws {
    let heading = SeriesHeading(
      id: SeriesID("ten-years"), name: "Yields", kind: .rates, unit: "%", frequency: .monthly,
      announced: StatedDate(.on("2026-04-01")), sources: Sample.sources)
    let rows = [
      SeriesRow(
        period: .month(YearMonth(year: 2026, month: 3)), value: ExactDecimal("4.33"), line: 2)
    ]
    let rates = try #require(DataSeries(heading: heading, rows: rows))
    let (ledger, scratch) = try recorded([[try Sample.series(), Sample.record(rates)]])
    let book = try ledger.snapshot()
    #expect(book.series.map(\.id.text) == ["cpi", "ten-years"])
    #expect(book.indexSeries.mapValues(\.unit) == ["cpi": "index"])
    withExtendedLifetime(scratch) {}
  }

  @Test("stand in the views as the ledger has them now")
  func views() throws {
    let later = try Sample.dataSeries(
      announced: "2026-03-11", values: ["2025-09": "324.8", "2025-10": "324.5"])
    let (ledger, scratch) = try recorded([[try Sample.series()], [Sample.record(later)]])
    try ledger.connection.read { database in
      let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM currentSeries"))
      #expect(row["series"] as String? == "cpi")
      #expect(row["firstPeriod"] as String? == "2025-09")
      #expect(row["lastPeriod"] as String? == "2025-10")
      #expect(row["valueCount"] as Int? == 2)
      #expect(row["version"] as Int? == 2)
      let values = try String.fetchAll(database, sql: "SELECT value FROM currentSeriesValue")
      #expect(values == ["324.8", "324.5"])
    }
    withExtendedLifetime(scratch) {}
  }
}
