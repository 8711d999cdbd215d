public import Analysis
public import ArgumentParser
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

extension SensitivityMeasure: ExpressibleByArgument {}

/// What is moved, beside a plain valuation: a grid, a tornado, or a target to be reached.
struct SensitivityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Vary rate, delay, rent or an assumption, such as rate=6%..12%/1%; once or twice.",
      valueName: "name=from..to/step"),
    completion: Completions.variedLevers, transform: reading(SensitivityAxis.init(reading:)))
  var vary: [SensitivityAxis] = []

  @Flag(help: "Rank assumptions by what a change of each does.")
  var tornado = false

  @Option(
    help: ArgumentHelp(
      "Of --tornado: amounts, percentages and dates. Default: 10%,1pt,3mo.", valueName: "changes"),
    transform: reading(TornadoChange.init(reading:)))
  var change: TornadoChange?

  @Option(
    help: "pv, irr, noi, multiple, payback, yield-on-cost or contract-value. Default: pv.")
  var measure: SensitivityMeasure?

  @OptionGroup var target: SolveOptions

  func validate() throws {
    let asked = [!vary.isEmpty, tornado, target.solve != nil].count { $0 }
    guard asked <= 1 else {
      throw ValidationError("--vary, --tornado and --solve exclude each other: take one of them.")
    }
    if change != nil, !tornado { throw ValidationError("--change goes with --tornado.") }
    if measure != nil, vary.isEmpty, !tornado {
      throw ValidationError("--measure goes with --vary or --tornado; --solve names its own.")
    }
    _ = try request
  }

  /// What is measured and moved where nothing is said of it.
  var usual: [RunOption] {
    (vary.isEmpty && !tornado
      ? [] : [RunOption("measure", SensitivityMeasure.presentValue.rawValue)])
      + (tornado ? [RunOption("change", "10%,1pt,3mo")] : [])
  }

  /// What is asked for; `nil` where nothing is moved.
  ///
  /// - Throws: `ValidationError` that says what is wrong with it.
  var request: SensitivityRequest? {
    get throws {
      guard let kind = try kind else { return nil }
      return try argument { () throws(SensitivityFault) in
        try SensitivityRequest(kind, measure: measure ?? .presentValue)
      }
    }
  }

  private var kind: SensitivityRequest.Kind? {
    get throws {
      if !vary.isEmpty { return .grid(vary) }
      if tornado { return .tornado(change ?? .usual) }
      return try target.kind
    }
  }
}

/// A reader of the command line whose faults are told as those of an argument.
func reading<Value>(
  _ read: @escaping @Sendable (String) throws(SensitivityFault) -> Value
) -> @Sendable (String) throws -> Value {
  { text in try argument { () throws(SensitivityFault) in try read(text) } }
}

/// What is made of arguments.
///
/// - Throws: `ValidationError` with the fault and how to put it right.
func argument<Value>(_ make: () throws(SensitivityFault) -> Value) throws -> Value {
  do throws(SensitivityFault) {
    return try make()
  } catch {
    throw ValidationError("\(error.problem); \(error.remedy)")
  }
}

extension DealBook {
  /// What is moved in each deal by itself, or in all of them as one.
  ///
  /// - Throws: What the changes meet in the deals.
  func sensitivity(
    _ request: SensitivityRequest, together: Bool, case projectionCase: ProjectionCase,
    basis: ValuationBasis
  ) throws -> SensitivityReport {
    let groups = together ? [flows] : flows.map { [$0] }
    let subjects = try groups.map { group in
      let deals = group.map(\.analysed)
      return SensitivityReport.Subject(
        name: deals.count == 1 ? deals[0].deal.id.text : "\(deals.count) deals together",
        answer: try request.answer(for: deals, case: projectionCase, basis: basis))
    }
    return SensitivityReport(
      subjects, currency: currency, remarks: remarks, scenarios: scenarios)
  }
}
