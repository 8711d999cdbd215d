import Analysis
import ArgumentParser

/// A measure that is to reach a value, and what is moved for it.
struct SolveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Find what reaches a target, such as irr=12%, pv=0 or yield-on-cost=9%.",
      valueName: "measure=value"),
    completion: Completions.measures, transform: reading(SolveTarget.init(reading:)))
  var solve: SolveTarget?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "What --solve moves: rate, rent, delay or an assumption.", valueName: "name"),
    completion: Completions.levers, transform: reading(Lever.init(named:)))
  var lever: Lever?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where --solve looks. Default: around where it stands.", valueName: "from..to"))
  var between: String?

  func validate() throws {
    guard (solve == nil) == (lever == nil) else {
      throw ValidationError("--solve and --for go together.")
    }
    if between != nil, solve == nil { throw ValidationError("--between goes with --solve.") }
  }

  /// What is to be solved; `nil` where nothing is.
  ///
  /// - Throws: `ValidationError` that says what is wrong with the range.
  var kind: SensitivityRequest.Kind? {
    get throws {
      guard let solve, let lever else { return nil }
      let range = try between.map { text in
        try argument { () throws(SensitivityFault) in try LeverRange(reading: text, of: lever) }
      }
      return .solve(solve, lever, range)
    }
  }
}
