import FinanceBasics
import Foundation
import Testing

@testable import Reports

/// How many doubles Foundation's reader of numbers was seen to be off by, doubled.
private let foreignReaderUlps = 4.0

@Suite("JSON")
struct JSONTests {
  @Test("has a row an object, exact amounts, fractions, and null for a blank")
  func cashFlows() {
    let expected = """
      [
        {
          "year": "2027",
          "base_rent": 12345678.90,
          "noi_margin": 0.986,
          "currency": "USD"
        },
        {
          "year": "2028",
          "base_rent": -1000.05,
          "noi_margin": null,
          "currency": "USD"
        },
        {
          "year": "2029",
          "base_rent": 0.50,
          "noi_margin": 1,
          "currency": "USD"
        }
      ]

      """
    #expect(renderJSON(SampleTables.cashFlows) == expected)
    #expect(render(SampleTables.cashFlows, as: .json) == expected)
  }

  @Test("keeps the order of members and writes literals of every kind")
  func literals() {
    let value: JSONValue = [
      "z": [1, true, nil], "a": [:], "list": [], "amount": .amount(-7),
      "rate": .number(rounding: 0.1), "name": .optional(nil),
    ]
    let expected = """
      {
        "z": [
          1,
          true,
          null
        ],
        "a": {},
        "list": [],
        "amount": -0.07,
        "rate": 0.1,
        "name": null
      }
      """
    #expect(value.text == expected)
    #expect(value["rate"] == .number(ExactDecimal(digits: 1, fractionDigits: 1)))
    #expect(value["other"] == nil)
  }

  @Test("escapes quotation marks, backslashes and control characters, and nothing else")
  func escapes() {
    let text = "a\"b\\c/\n\r\t\u{0}\u{1F}\u{7F}é微🏭\r\n"
    #expect(
      JSONValue.string(text).text == #""a\"b\\c/\n\r\t\u0000\u001f"# + "\u{7F}é微🏭" + #"\r\n""#)
  }

  @Test(
    "is read by another reader with the values that CSV has", arguments: 0..<60 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var generator = TableGenerator(seed: seed)
    let table = generator.mixedTable()
    let read = try JSONSerialization.jsonObject(with: Data(renderJSON(table).utf8))
    let objects = try #require(read as? [[String: Any]])
    #expect(objects.count == table.rows.count)
    for (object, row) in zip(objects, table.rows) {
      for (column, value) in zip(table.columns, row.values) {
        let text = value.plainText
        switch value.content {
        case .blank: #expect(object[column.key] is NSNull)
        case .text, .date: #expect(object[column.key] as? String == text)
        case .amount, .decimal, .percent, .count:
          let number = try #require((object[column.key] as? NSNumber)?.doubleValue)
          let expected = try #require(Double(text))
          #expect(abs(number - expected) <= foreignReaderUlps * expected.ulp)
        }
      }
    }
  }
}
