import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import Testing

@Suite("Files of series")
struct SeriesFileReaderTests {
  @Test("give the values of months with the digits that were written")
  func monthly() throws {
    let series = try SeriesFile("month,value\n2025-12,324.8\n2026-01,325.252\n").read()
    #expect(series.id == SeriesID("cpi"))
    #expect(series.heading.announced.last == CalendarDate("2026-02-11"))
    let index = try #require(series.indexSeries)
    #expect(index.firstMonth == YearMonth(year: 2025, month: 12))
    #expect(index.values.map { $0?.description } == ["324.8", "325.252"])
    #expect(series.skippedMonths.isEmpty)
  }

  @Test(
    "take a month without a row, or with an empty value, for one that was never published",
    arguments: ["2025-09,324.8\n2025-11,324.122\n", "2025-09,324.8\n2025-10,\n2025-11,324.122\n"])
  func skipped(_ rows: String) throws {
    let series = try SeriesFile("month,value\n" + rows).read()
    let october = YearMonth(year: 2025, month: 10)
    #expect(series.skippedMonths == [october])
    let found = try #require(series.indexSeries?.value(in: october))
    #expect(found.isCarried && found.value == ExactDecimal("324.8"))
  }

  @Test("give the curve of the last day on or before a day")
  func curve() throws {
    let series = try SeriesFile(
      heading: SeriesFile.curve,
      "date,tenor,value\n2026-04-01,3M,3.70\n2026-04-01,10Y,4.33\n2026-04-21,3M,3.69\n"
    ).read()
    let points = series.curve(on: try #require(CalendarDate("2026-04-20")))
    #expect(points.map(\.tenor) == [.months(3), .months(120)])
    #expect(points.map(\.value.description) == ["3.70", "4.33"])
    #expect(series.curve(on: try #require(CalendarDate("2026-03-31"))).isEmpty)
    #expect(series.indexSeries == nil)
  }

  @Test("have their columns in any order, with others beside them, in quotes and with CRLF")
  func columns() throws {
    let file = SeriesFile(
      heading: SeriesFile.index + "columns: {month: When, value: Level}\n",
      "\u{FEFF}Note,Level,When\r\n\"a, \"\"b\"\"\r\nand c\",324.8,2025-12\r\n,325.252,2026-01\r\n\r\n"
    )
    let series = try file.read()
    #expect(series.rows.map(\.period.description) == ["2025-12", "2026-01"])
    // The first cell goes over two lines, so that the second row begins on the fourth.
    #expect(series.rows.map(\.line) == [2, 4])
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: SeriesFile
    let faults: [String]

    init(_ name: String, _ file: SeriesFile, _ faults: String...) {
      testDescription = name
      self.file = file
      self.faults = faults
    }
  }

  private static let good = "month,value\n2025-12,324.8\n2026-01,325.252\n"

  static let tables: [Wrong] = [
    Wrong("no such file", SeriesFile(table: .missing), "cpi.yaml:7:7 series.file-missing"),
    Wrong(
      "an unreadable file", SeriesFile(table: .unreadable("permission denied")),
      "cpi.yaml:7:7 series.file-unreadable"),
    Wrong(
      "a file above the limit",
      SeriesFile(table: .bytes(Array(repeating: 0x30, count: TableFile.maximumBytes + 1))),
      "cpi.csv series.file-too-large"),
    Wrong("an empty file", SeriesFile(""), "cpi.csv:1 series.file-empty"),
    Wrong("a header alone", SeriesFile("month,value\n\n"), "cpi.csv:1 series.file-empty"),
    Wrong(
      "binary", SeriesFile(table: .bytes([0x50, 0x4B, 0x03, 0x04])), "cpi.csv:1:3 file.not-text"),
    Wrong("no UTF-8", SeriesFile(table: .bytes([0x6D, 0xFF])), "cpi.csv:1:2 file.not-utf8"),
    Wrong(
      "a column that is not there", SeriesFile("month,index\n2025-12,324.8\n"),
      "cpi.yaml:7:7 series.column-missing"),
    Wrong(
      "a header of other words", SeriesFile("a,b\n2025-12,324.8\n"),
      "cpi.yaml:7:7 series.column-missing", "cpi.yaml:7:7 series.column-missing"),
    Wrong(
      "a column twice", SeriesFile("month,value,value\n2025-12,1,2\n"),
      "cpi.csv:1:13 series.column-doubled"),
    Wrong(
      "a row with a cell too few and one too many",
      SeriesFile("month,value\n2025-12\n2026-01,325,252\n2026-02,326.1\n"),
      "cpi.csv:2:1 series.row-length", "cpi.csv:3:1 series.row-length"),
    Wrong(
      "a month twice", SeriesFile("month,value\n2025-12,324.8\n2025-12,324.9\n"),
      "cpi.csv:3:1 series.period-doubled"),
    Wrong(
      "months out of order", SeriesFile("month,value\n2026-01,325.2\n2025-12,324.8\n"),
      "cpi.csv:3:1 series.period-unordered"),
    Wrong(
      "a month that does not exist", SeriesFile("month,value\n2025-13,324.8\n"),
      "cpi.csv:2:1 series.period-malformed"),
    Wrong(
      "a day where a month is due", SeriesFile("month,value\n2025-12-01,324.8\n"),
      "cpi.csv:2:1 series.period-malformed"),
    Wrong(
      "thirteen months without a row", SeriesFile("month,value\n2025-01,1\n2026-03,2\n"),
      "cpi.csv:3:1 series.gap"),
    Wrong(
      "a year far away", SeriesFile("month,value\n1025-01,1\n"),
      "cpi.csv:2:1 series.period-out-of-bounds"),
    Wrong(
      "what is no number",
      SeriesFile(
        "month,value\n2025-10,n/a\n2025-11,NaN\n2025-12,3e2\n2026-01,\"1,000\"\n2026-02,.\n"),
      "cpi.csv:2:9 series.value-malformed", "cpi.csv:3:9 series.value-malformed",
      "cpi.csv:4:9 series.value-malformed", "cpi.csv:5:9 series.value-malformed",
      "cpi.csv:6:9 series.value-malformed"),
    Wrong(
      "an index at or below zero", SeriesFile("month,value\n2025-12,0\n2026-01,-3\n"),
      "cpi.csv:2:9 series.value-out-of-bounds", "cpi.csv:3:9 series.value-out-of-bounds"),
    Wrong(
      "no first and no last value", SeriesFile("month,value\n2025-11,\n2025-12,1\n2026-01,\n"),
      "cpi.csv:2:9 series.value-missing", "cpi.csv:4:9 series.value-missing"),
    Wrong(
      "a quote in the middle", SeriesFile("month,value\n2025-12,32\"4\n"),
      "cpi.csv:2:11 series.quote-misplaced"),
    Wrong(
      "words behind a quote", SeriesFile("month,value\n\"2025-12\"x,324\n"),
      "cpi.csv:2:10 series.quote-misplaced"),
    Wrong(
      "a quote that stays open", SeriesFile("month,value\n2025-12,\"324\n2026-01,325\n"),
      "cpi.csv:2:9 series.quote-open"),
    Wrong(
      "a tenor that is none, one that is out of order, and one twice",
      SeriesFile(
        heading: SeriesFile.curve,
        "date,tenor,value\n2026-04-01,10Y,4\n2026-04-01,3M,3\n2026-04-02,x,3\n2026-04-01,10Y,4\n"),
      "cpi.csv:3:12 series.period-unordered", "cpi.csv:4:12 series.tenor-malformed",
      "cpi.csv:5:1 series.period-doubled"),
    Wrong(
      "a day without a value",
      SeriesFile(heading: SeriesFile.curve, "date,tenor,value\n2026-04-01,3M,\n"),
      "cpi.csv:2:15 series.value-missing"),
  ]

  @Test("are refused with the place and the name of each fault in the table", arguments: tables)
  func wrongTable(_ wrong: Wrong) {
    #expect(wrong.file.faults == wrong.faults)
  }

  static let headings: [Wrong] = [
    Wrong(
      "without what it needs", SeriesFile(heading: "series: cpi\n", good),
      "cpi.yaml:1:1 field.missing", "cpi.yaml:1:1 field.missing", "cpi.yaml:1:1 field.missing",
      "cpi.yaml:1:1 field.missing", "cpi.yaml:1:1 field.missing", "cpi.yaml:1:1 field.missing",
      "cpi.yaml:1:1 field.missing"),
    Wrong(
      "with an id that is none", SeriesFile(good).replacing("series: cpi", with: "series: C P I"),
      "cpi.yaml:1:9 name.malformed"),
    Wrong(
      "of an unknown kind", SeriesFile(good).replacing("kind: price index", with: "kind: prise"),
      "cpi.yaml:3:7 choice.unknown"),
    Wrong(
      "in a unit of another kind", SeriesFile(good).replacing("unit: index", with: "unit: USD"),
      "cpi.yaml:4:7 series.unit-wrong"),
    Wrong(
      "as often as its kind is not", SeriesFile(good).replacing("monthly", with: "dated"),
      "cpi.yaml:5:12 series.frequency-wrong", "cpi.yaml:7:7 series.column-missing"),
    Wrong(
      "announced on no day", SeriesFile(good).replacing("2026-02-11", with: "2026-02-30"),
      "cpi.yaml:6:12 date.nonexistent"),
    Wrong(
      "effective from a month",
      SeriesFile(heading: SeriesFile.index + "effective: 2026-02\n", good),
      "cpi.yaml:10:12 series.period-malformed"),
    Wrong(
      "from a source that is not listed",
      SeriesFile(good).replacing("source: bls", with: "source: bsl"),
      "cpi.yaml:8:9 source.unknown"),
    Wrong(
      "with a source of no kind", SeriesFile(good).replacing("{kind: release}", with: "{title: x}"),
      "cpi.yaml:9:24 field.missing"),
    Wrong(
      "with a misspelt field and an unknown column",
      SeriesFile(heading: SeriesFile.index + "notes: x\ncolumns: {tenor: t}\n", good),
      "cpi.yaml:10:1 series.field-unknown", "cpi.yaml:11:11 series.field-unknown"),
    Wrong(
      "with one column for two things",
      SeriesFile(heading: SeriesFile.index + "columns: {month: month, value: month}\n", good),
      "cpi.yaml:10:32 series.column-shared"),
    Wrong(
      "with a list where a text is due",
      SeriesFile(good).replacing("name: An index", with: "name: [a]"),
      "cpi.yaml:2:7 series.field-expects-text"),
    Wrong(
      "with a field twice", SeriesFile(heading: SeriesFile.index + "name: Another\n", good),
      "cpi.yaml:10:1 field.doubled"),
  ]

  @Test("are refused with the place and the name of each fault in the heading", arguments: headings)
  func wrongHeading(_ wrong: Wrong) {
    #expect(wrong.file.faults == wrong.faults)
  }

  @Test("tell twenty faults of a wrong column, and how many more there are")
  func manyFaults() throws {
    let rows = (1...9).flatMap { year in (1...9).map { "202\(year)-0\($0),x\n" } }
    let faults = SeriesFile("month,value\n" + rows.joined()).faults
    #expect(faults.count == 21)
    // 81 rows, of which 20 are told; the 21st row stands on line 22.
    #expect(faults.last == "cpi.csv:22:9 series.further-faults")
  }

  @Test("name every code of theirs once, and no other area's")
  func codes() {
    let codes = SeriesFault.codes + SeriesFileFault.codes + BatchFault.codes
    #expect(Set(codes).count == codes.count)
    #expect(Set(codes).isDisjoint(with: FieldFault.codes + DealFault.codes + RegisterFault.codes))
  }

  @Test("give a remedy and a sentence for every fault", arguments: tables + headings)
  func words(_ wrong: Wrong) {
    do throws(Diagnostics) {
      _ = try wrong.file.read()
    } catch {
      for fault in error.all {
        #expect(!fault.problem.isEmpty && !fault.remedy.isEmpty)
        #expect(!fault.remedy.contains("deal"), "\(fault.remedy)")
      }
    }
  }

  @Test("are told from deals, which may name a series themselves")
  func tableName() {
    let name = { (text: String) in
      SeriesFileReader.tableName(inHeading: Array(text.utf8), file: "x.yaml")
    }
    #expect(name(SeriesFile.index) == "cpi.csv")
    #expect(name("deal: one\nseries: cpi\nfile: cpi.csv\n") == nil)
    #expect(name("terms: {rent: {escalator: {cpi: {series: cpi}}}}\nfile: cpi.csv\n") == nil)
    #expect(name("series: cpi\n") == nil)
    #expect(name("series: [\n") == nil)
  }

  @Test("of the samples are read", arguments: Samples.seriesNames)
  func samples(_ name: String) throws {
    let file = try Samples.series(name)
    let table = try #require(file.table)
    let series = try SeriesFileReader().read(
      heading: file.bytes, file: file.path, table: table)
    #expect("\(series.id).yaml" == name)
  }

  @Test("of the consumer prices has 136 values, and none of October 2025")
  func consumerPrices() throws {
    let file = try Samples.series("cpi-u-nsa.yaml")
    let series = try SeriesFileReader().read(
      heading: file.bytes, file: file.path, table: try #require(file.table))
    // January 2015 to May 2026 are 137 months, one of which was never published.
    #expect(series.rows.count == 136)
    #expect(series.skippedMonths == [YearMonth(year: 2025, month: 10)])
    #expect(series.indexSeries?.lastMonth == YearMonth(year: 2026, month: 5))
  }
}
