import FinanceBasics
import LeaseModel
import Testing

@Suite("Series of values")
struct DataSeriesTests {
  private func heading(
    _ kind: SeriesKind = .priceIndex, _ frequency: SeriesFrequency = .monthly
  ) throws -> SeriesHeading {
    SeriesHeading(
      id: SeriesID("cpi"), name: "An index", kind: kind, unit: kind.unitExample,
      frequency: frequency, announced: try #require(StatedDate("2026-02")),
      sources: [Source(id: SourceID("bls"), tier: .release)])
  }

  private func months(_ values: [(String, String?)]) throws -> [SeriesRow] {
    try values.enumerated().map { index, value in
      SeriesRow(
        period: .month(try #require(YearMonth(value.0))),
        value: value.1.flatMap { ExactDecimal($0) },
        line: index + 2)
    }
  }

  @Test("give one value a month, and tell the months that were skipped in runs")
  func monthly() throws {
    let rows = try months([("2025-01", "1"), ("2025-02", nil), ("2025-04", "2"), ("2025-06", "3")])
    let series = try #require(DataSeries(heading: try heading(), rows: rows))
    let index = try #require(series.indexSeries)
    // January, April and June of six months.
    #expect(index.values.map { $0 != nil } == [true, false, false, true, false, true])
    #expect(series.skippedInWords == "2025-02 to 2025-03, 2025-05 were never published")
  }

  @Test("take twelve months in a row that were skipped, and not thirteen")
  func gap() throws {
    let twelve = try months([("2024-01", "1"), ("2025-02", "2")])
    #expect(DataSeries(heading: try heading(), rows: twelve) != nil)
    let thirteen = try months([("2024-01", "1"), ("2025-03", "2")])
    #expect(DataSeries(heading: try heading(), rows: thirteen) == nil)
    let faults = DataSeries.faults(of: thirteen, under: try heading())
    #expect(faults.map(\.fault) == [.gap("2025-03", after: "2024-01")])
  }

  @Test("are none without rows, or with rows of another frequency")
  func shape() throws {
    #expect(DataSeries(heading: try heading(), rows: []) == nil)
    let rows = try months([("2025-01", "1")])
    #expect(DataSeries(heading: try heading(.rates, .dated), rows: rows) == nil)
    #expect(DataSeries(heading: try heading(.rates), rows: rows) != nil)
    #expect(DataSeries(heading: try heading(.parYields, .dated), rows: rows) == nil)
  }

  @Test("tell where they part, a number being the same with a zero behind it")
  func difference() throws {
    let first = try #require(
      DataSeries(
        heading: try heading(), rows: try months([("2025-01", "1.5"), ("2025-02", "2")])))
    let padded = try #require(
      DataSeries(
        heading: try heading(), rows: try months([("2025-01", "1.50"), ("2025-02", "2")])))
    #expect(first.hasContent(of: padded))
    let other = try #require(
      DataSeries(heading: try heading(), rows: try months([("2025-01", "1.5"), ("2025-02", "3")])))
    #expect(first.firstDifference(from: other)?.place == "2025-02")
    let longer = try #require(
      DataSeries(
        heading: try heading(),
        rows: try months([("2025-01", "1.5"), ("2025-02", "2"), ("2025-03", "3")])))
    #expect(first.firstDifference(from: longer)?.place == "2025-03")
    #expect(first.firstDifference(from: longer)?.value == nil)
    #expect(!first.hasContent(of: longer))
  }

  @Test("have their kind's unit", arguments: SeriesKind.allCases)
  func units(_ kind: SeriesKind) {
    #expect(kind.accepts(unit: kind.unitExample))
    #expect(!kind.accepts(unit: ""))
    #expect(!kind.frequencies.isEmpty)
  }
}
