import FinanceBasics
import Testing

@testable import Reports

@Suite("Fields of an answer")
struct AnswerFieldTests {
  /// Rows, fields and values as lines.
  private func lines(_ json: JSONValue) -> [String] {
    AnswerField.all(of: json).map {
      "\($0.row.joined(separator: "/")) \($0.name) = \($0.value.words ?? "nothing")"
    }
  }

  @Test("rows of a projection are known by their period and groups")
  func projection() {
    let row = { (start: String, charge: String, cents: Int64) -> JSONValue in
      [
        "period_start": .string(start), "period_end": "2027-12-31", "charge": .string(charge),
        "amount": .amount(cents), "currency": "USD",
      ]
    }
    #expect(
      lines(.array([row("2027-01-01", "base-rent", 100), row("2027-01-01", "capital-cost", -5)]))
        == [
          "2027-01-01/2027-12-31/base-rent amount = 1.00",
          "2027-01-01/2027-12-31/base-rent currency = USD",
          "2027-01-01/2027-12-31/capital-cost amount = -0.05",
          "2027-01-01/2027-12-31/capital-cost currency = USD",
        ])
  }

  @Test("objects within a row are fields of it, lists of objects are rows below it")
  func valuation() {
    let answer: JSONValue = [
      "deal": "a", "irr": ["rate": .null, "roots": [.amount(7), .amount(8)]],
      "charges": [["charge": "base-rent", "total": .amount(100)]], "basis": ["b", "c"],
    ]
    #expect(
      lines(answer) == [
        "a irr.rate = nothing", "a irr.roots[1] = 0.07", "a irr.roots[2] = 0.08",
        "a/charges/base-rent total = 1.00", "a basis[1] = b", "a basis[2] = c",
      ])
    // One deal of several has the same names.
    #expect(lines([answer, ["deal": "b", "basis": []]]) == lines(answer))
  }

  @Test(
    "a cell of a grid is known by everything but its value, the total of a comparison by its name")
  func cells() {
    #expect(
      lines(["deal": "a", "rows": [["rate": .amount(6), "delay": 0, "value": .amount(5)]]])
        == ["a/rate 0.06/delay 0 value = 0.05"])
    #expect(
      lines(["subjects": [["id": "x", "n": 1], ["id": nil, "n": 2]], "total": ["n": 3]])
        == ["subjects/x n = 1", "subjects/2 id = nothing", "subjects/2 n = 2", "total n = 3"])
  }

  @Test("rows of one name are told apart by their place")
  func doubled() {
    #expect(
      lines([["tier": "a", "n": 1], ["tier": "a", "n": 2]]) == ["a n = 1", "2/a n = 2"])
  }
}
