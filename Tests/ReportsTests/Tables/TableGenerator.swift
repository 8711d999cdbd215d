import FinanceBasics

@testable import Reports

/// Random tables from a seed, so that a failing case is named by its number.
///
/// Source of the generator: SplitMix64, Steele, Lea and Flood 2014.
struct TableGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// An amount of random size, up to the greatest that a total may have.
  mutating func amount() -> Int64 {
    let size = Int64.random(in: 1...17, using: &self)
    var bound: Int64 = 1
    for _ in 0..<size { bound *= 10 }
    return Int64.random(in: -bound...bound, using: &self)
  }

  /// Words, some long, wide or with marks and control characters.
  mutating func words(upTo count: Int) -> String {
    let pool = [
      "Hut", "8", "triple-net", "微软", "e\u{301}lan", "🏭", "a\tb", "x\u{1B}[31m", "Fluidstack",
      "base", "1,234.50", "https://example.org/a/very/long/path/to/some/release", "of", "“MW”",
    ]
    let length = Int.random(in: 0...count, using: &self)
    return (0..<length).map { _ in pool[Int.random(in: 0..<pool.count, using: &self)] }
      .joined(separator: " ")
  }

  /// A key column and amounts alone, with no blanks, so that every token of the text is a cell.
  mutating func amountTable() -> Table {
    let columnCount = Int.random(in: 1...20, using: &self)
    let rowCount = Int.random(in: 1...12, using: &self)
    return Table(
      columns: [Column("row", "Row", .text, isKey: true)]
        + (0..<columnCount).map { Column("c\($0)", "c\($0)", .amount) },
      rows: (0..<rowCount).map { row in
        Row([.text("r\(row)")] + (0..<columnCount).map { _ in .amount(amount()) })
      })
  }

  /// Columns of every kind, with blanks, marks, counts and emphasised rows.
  mutating func mixedTable() -> Table {
    let kinds: [ColumnKind] = [
      .text, .amount, .decimal(fractionDigits: 2), .percent(fractionDigits: 1), .count, .date,
      .figure,
    ]
    let columns = (0..<Int.random(in: 1...12, using: &self)).map { position in
      Column(
        "c\(position)", position % 3 == 0 ? "Column \(position)" : "A heading of many words",
        position == 0 ? .text : kinds[Int.random(in: 0..<kinds.count, using: &self)],
        isKey: position == 0)
    }
    let emphases: [Row.Emphasis] = [.plain, .plain, .plain, .subtotal, .total, .heading]
    let rows = (0..<Int.random(in: 0...10, using: &self)).map { _ in
      Row(
        columns.map { value(for: $0.kind) },
        emphasis: emphases[Int.random(in: 0..<emphases.count, using: &self)],
        indentation: Int.random(in: 0...2, using: &self), audience: .all)
    }
    return Table(
      title: words(upTo: 8), columns: columns, rows: rows, currency: .usd,
      footnotes: [words(upTo: 30)])
  }

  private mutating func value(for kind: ColumnKind) -> Value {
    if Int.random(in: 0..<5, using: &self) == 0 { return .blank }
    switch kind {
    case .text: return .text(words(upTo: 12))
    case .amount: return .amount(amount()).marked(Bool.random(using: &self) ? "†" : nil)
    case .decimal, .figure: return .decimal(Double(amount()) / 1e6).backed(byDeals: 12)
    case .percent: return .percent(Double.random(in: -2...2, using: &self))
    case .year: return .year(Int.random(in: 1_900...2_200, using: &self))
    case .count: return .count(Int(amount() / 1_000_000))
    case .date: return .date(CalendarDate(dayNumber: Int32.random(in: 0...40_000, using: &self)))
    }
  }
}
