public import FinanceBasics
public import LeaseModel

/// Reads scenario files: changes to assumptions, and delays, of every deal and of single ones.
///
///     scenario: late-and-dear
///     assumptions: {operatingMargin: 95 %}
///     delays: {all: 6 months}
///     deals: {hut8-river-bend: {delays: {hall 1: 90 days}}}
public struct ScenarioFileReader: Sendable {
  /// Needs nothing.
  public init() {}

  /// Whether a file is meant as a scenario: it has the key `scenario` at its top.
  public static func isScenario(bytes: [UInt8], file: String) -> Bool {
    guard let source = try? SourceText(bytes, file: file) else { return false }
    var parser = DocumentParser(source)
    return parser.parse()?["scenario"] != nil
  }

  /// Reads one file; its deals and halls are looked up where the scenario is applied.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, which should be UTF-8.
  ///   - file: The path as the user gave it, for diagnostics.
  /// - Throws: Every fault of the file in one pass, by line.
  public func read(bytes: [UInt8], file: String) throws(Diagnostics) -> Scenario {
    var faults: [any Diagnostic] = []
    var scenario: Scenario?
    do throws(LocatedFault) {
      var parser = DocumentParser(try SourceText(bytes, file: file))
      let root = parser.parse()
      faults += parser.faults
      if let root {
        var reading = ScenarioReading(file: file)
        scenario = reading.read(root)
        faults += reading.faults
      }
    } catch {
      faults.append(error)
    }
    guard let scenario, faults.isEmpty else {
      throw Diagnostics(Diagnostics.sorted(faults.distinct))
    }
    return scenario
  }
}
