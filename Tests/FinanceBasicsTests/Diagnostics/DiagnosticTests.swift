import FinanceBasics
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
  private func problem(_ file: String?, _ line: Int?, _ column: Int? = 1) -> LocatedFault {
    LocatedFault(
      QuantityFault.unitMissing("245", expected: [.power]),
      at: DiagnosticLocation(file: file, line: line, column: column, field: "terms.criticalIT"))
  }

  @Test("say where, what, and how to put it right")
  func rendering() {
    #expect(
      problem("river-bend.yaml", 14, 3).rendered == """
        river-bend.yaml:14:3: error[unit.missing]:
          '245' has no unit; the field takes megawatts
          fix: write it with its unit, such as 245 MW
        """)
  }

  @Test("without a line name the field")
  func fieldAlone() {
    #expect(problem(nil, nil).rendered.hasPrefix("terms.criticalIT: error[unit.missing]:"))
  }

  @Test("come in the order of files, lines and columns")
  func order() {
    let sorted = Diagnostics.sorted([
      problem("b", 1), problem("a", 9, 4), problem("a", 9, 2), problem("a", 2),
    ])
    #expect(sorted.map(\.location.rendered) == ["a:2:1", "a:9:2", "a:9:4", "b:1:1"])
  }

  @Test(
    "suggest the nearest name only if it is near",
    arguments: [
      ("critcalIT", "criticalIT" as String?), ("tennant", "tenant"), ("Trem", "term"), ("xyz", nil),
    ])
  func nearest(_ misspelt: String, _ expected: String?) {
    #expect(nearestName(to: misspelt, among: ["tenant", "term", "criticalIT"]) == expected)
  }
}
