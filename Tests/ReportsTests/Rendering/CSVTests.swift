import FinanceBasics
import Testing

@testable import Reports

@Suite("CSV")
struct CSVTests {
  @Test("has the keys, exact amounts, fractions and blanks, and no sums unless asked for")
  func cashFlows() {
    let expected = """
      year,base_rent,noi_margin,currency
      2027,12345678.90,0.986,USD
      2028,-1000.05,,USD
      2029,0.50,1,USD

      """
    #expect(renderCSV(SampleTables.cashFlows) == expected)
    #expect(render(SampleTables.cashFlows, as: .csv) == expected)
  }

  @Test("has a sum that is meant for all, and not a column that is for people")
  func audiences() {
    let table = Table(
      columns: [
        Column("charge", "Charge", .text), Column("amount", "Amount", .amount),
        Column("bar", "", .text, audience: .people),
      ],
      rows: [
        Row([.text("base-rent"), .amount(100), .text("***")]),
        Row([.text("noi"), .amount(100), .blank], emphasis: .subtotal, audience: .all),
        Row([.text("All"), .amount(100), .blank], emphasis: .total),
      ])
    #expect(renderCSV(table) == "charge,amount\nbase-rent,1.00\nnoi,1.00\n")
  }

  @Test(
    "quotes what would end a field, and spaces at an end",
    arguments: [
      ("plain text", "plain text"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
      ("two\nlines", "\"two\nlines\""), ("a\r\nb", "\"a\r\nb\""), (" led", "\" led\""),
      ("trailed ", "\"trailed \""), ("微软; é", "微软; é"),
    ])
  func quoting(text: String, field: String) {
    let table = Table(
      columns: [Column("a", "A", .text), Column("b", "B", .count)],
      rows: [Row([.text(text), .count(-1200)])])
    #expect(renderCSV(table) == "a,b\n\(field),-1200\n")
  }

  @Test("a lone blank is quoted, since readers skip empty lines")
  func loneBlank() {
    let table = Table(columns: [Column("a", "A", .text)], rows: [Row([.blank])])
    #expect(renderCSV(table) == "a\n\"\"\n")
  }

  @Test("read back gives the values again", arguments: 0..<60 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var generator = TableGenerator(seed: seed)
    let table = generator.mixedTable()
    let expected = [table.columns.map(\.key)] + table.rows.map { $0.values.map(\.plainText) }
    #expect(records(in: renderCSV(table)) == expected)
  }

  /// A reader of RFC 4180 with line feeds, one scalar at a time.
  private func records(in text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        if !isQuoted, field.hasSuffix("\u{0}") { field = String(field.dropLast()) + "\"" }
        isQuoted.toggle()
        if !isQuoted { field += "\u{0}" }
      case "," where !isQuoted, "\n" where !isQuoted:
        record.append(field.filter { $0 != "\u{0}" })
        field = ""
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      default: field.unicodeScalars.append(scalar)
      }
    }
    return records
  }
}
