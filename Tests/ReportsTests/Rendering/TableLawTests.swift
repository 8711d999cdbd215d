import FinanceBasics
import Testing

@testable import Reports

@Suite("Laws of rendered tables")
struct TableLawTests {
  @Test("no line is wider than the terminal", arguments: 0..<150 as Range<UInt64>)
  func width(seed: UInt64) {
    var generator = TableGenerator(seed: seed)
    let table = generator.mixedTable()
    let width = Int.random(in: 50...200, using: &generator)
    let style = TextStyle(width: width, isASCII: seed % 3 == 0)
    for line in renderText(table, style: style).split(separator: "\n") {
      #expect(displayWidth(line) <= width, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }

  @Test("colour adds nothing but colour", arguments: 0..<60 as Range<UInt64>)
  func color(seed: UInt64) {
    var generator = TableGenerator(seed: seed)
    let table = generator.mixedTable()
    var style = TextStyle(width: 100)
    let plain = renderText(table, style: style)
    style.isColored = true
    let colored = renderText(table, style: style)
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test(
    "every amount stands whole in one block, rounded from the posted one, aligned on its point",
    arguments: 0..<150 as Range<UInt64>)
  func amounts(seed: UInt64) throws {
    var generator = TableGenerator(seed: seed)
    let table = generator.amountTable()
    let width = Int.random(in: 44...200, using: &generator)
    let unit = AmountUnit.allCases[Int(seed % 4)]
    let text = renderText(table, style: TextStyle(width: width, unit: unit))
    let largest = table.amounts.map(\.magnitude).max() ?? 0
    var seen = 0
    for block in text.split(separator: "\n\n") {
      let lines = block.split(separator: "\n").map(tokens)
      let heads = lines[0].dropFirst().map { Int($0.text.dropFirst()) ?? -1 }
      for line in lines where line[0].text.hasPrefix("r") {
        let row = try #require(Int(line[0].text.dropFirst()))
        #expect(line.dropFirst().map(\.end) == lines[0].dropFirst().map(\.end))
        for (column, shown) in zip(heads, line.dropFirst()) {
          guard case .amount(let minorUnits) = table.rows[row].values[column + 1].content else {
            continue
          }
          #expect(shown.text.filter { $0 != "," } == rounded(minorUnits, unit, largest: largest))
          seen += 1
        }
      }
    }
    #expect(seen == table.rows.count * (table.columns.count - 1))
  }

  /// The words of a line, each with the position behind its last character.
  private func tokens(_ line: Substring) -> [(text: Substring, end: Int)] {
    line.split(separator: " ").map { word in
      (word, line.distance(from: line.startIndex, to: word.endIndex))
    }
  }

  /// Minor units in a unit, half to even, by integers alone; digits as DESIGN's tables have them.
  private func rounded(_ minorUnits: Int64, _ unit: AmountUnit, largest: UInt64) -> String {
    let (digits, divisor): (Int, Int64) =
      switch unit {
      case .units: (2, 1)
      case .thousands: (0, 100_000)
      case .millions: largest < 1_000_000_000 ? (2, 1_000_000) : (1, 10_000_000)
      case .billions: largest < 1_000_000_000_000 ? (3, 100_000_000) : (2, 1_000_000_000)
      }
    var quotient = minorUnits / divisor
    let twice = (minorUnits % divisor).magnitude * 2
    let isUp = twice > UInt64(divisor) || twice == UInt64(divisor) && !quotient.isMultiple(of: 2)
    if isUp { quotient += minorUnits < 0 ? -1 : 1 }
    return ExactDecimal(digits: Int128(quotient), fractionDigits: digits).description
  }
}
