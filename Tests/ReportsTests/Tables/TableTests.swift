import Testing

@testable import Reports

@Suite("Tables as values")
struct TableTests {
  @Test("a row with too few values is a mistake of the program")
  func missingValue() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(
        columns: [Column("a", "A", .text), Column("b", "B", .text)], rows: [Row([.text("x")])])
    }
  }

  @Test("two columns with one key are a mistake of the program")
  func doubledKey() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(columns: [Column("a", "A", .text), Column("a", "B", .text)], rows: [])
    }
  }

  @Test("sums and headings are for people unless said otherwise")
  func audiences() {
    #expect(Row([]).audience == .all)
    #expect(Row([], emphasis: .total).audience == .people)
    #expect(Row([], emphasis: .heading).audience == .people)
    #expect(Row([], emphasis: .subtotal, audience: .all).audience == .all)
  }
}
