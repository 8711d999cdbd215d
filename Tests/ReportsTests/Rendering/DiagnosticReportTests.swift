import FinanceBasics
import Testing

@testable import Reports

@Suite("A report of problems")
struct DiagnosticReportTests {
  private struct Problem: Diagnostic {
    var code = "unit.missing"
    var problem = "'245' has no unit"
    var location: DiagnosticLocation
    var remedy = "write it with its unit, such as 245 MW"
  }

  private let report = DiagnosticReport([
    Problem(
      location: DiagnosticLocation(
        file: "river-bend.yaml", line: 14, column: 3, field: "terms.criticalIT")),
    Problem(code: "deal.unknown", problem: "an escape \u{1B}[31m", location: .unknown),
  ])

  @Test("says where, what is wrong and how to put it right, in the house's form")
  func text() {
    let expected = """
      river-bend.yaml:14:3: error[unit.missing]:
        '245' has no unit
        fix: write it with its unit, such as 245 MW
      error[deal.unknown]:
        an escape  [31m
        fix: write it with its unit, such as 245 MW

      """
    #expect(renderText(report) == expected)
  }

  @Test("without control characters is what a diagnostic says of itself")
  func rendered() {
    let first = report.diagnostics[0]
    #expect(renderText(DiagnosticReport([first])) == first.rendered + "\n")
  }

  @Test("as JSON has a member for each part, null where a part is not known")
  func json() {
    let expected = """
      [
        {
          "code": "unit.missing",
          "problem": "'245' has no unit",
          "file": "river-bend.yaml",
          "line": 14,
          "column": 3,
          "field": "terms.criticalIT",
          "remedy": "write it with its unit, such as 245 MW"
        },
        {
          "code": "deal.unknown",
          "problem": "an escape \\u001b[31m",
          "file": null,
          "line": null,
          "column": null,
          "field": null,
          "remedy": "write it with its unit, such as 245 MW"
        }
      ]

      """
    #expect(renderJSON(report) == expected)
  }

  @Test("as CSV has the same columns")
  func csv() {
    let first = DiagnosticReport([report.diagnostics[0]])
    let expected = """
      code,problem,file,line,column,field,remedy
      unit.missing,'245' has no unit,river-bend.yaml,14,3,terms.criticalIT,\
      "write it with its unit, such as 245 MW"

      """
    #expect(renderCSV(first) == expected)
  }

  @Test("with no problems is empty, for people and for programs")
  func none() {
    #expect(renderText(DiagnosticReport([])) == "")
    #expect(renderJSON(DiagnosticReport([])) == "[]\n")
  }
}
