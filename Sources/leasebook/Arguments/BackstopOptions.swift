import Analysis
import ArgumentParser
import FinanceBasics
import LedgerStore
import Reports

/// Whether the worth of guarantees is asked for, and what is taken of those who may default.
struct BackstopOptions: ParsableArguments {
  @Flag(help: "What the guarantors' backstop of base rent is worth.")
  var backstop = false

  @Option(
    help: ArgumentHelp(
      "Default intensity a year, such as 3%, '3% to 5y, 2%' or '3% to 2030-12-31, 2%'.",
      valueName: "percent"), transform: readIntensity)
  var tenantIntensity: StatedIntensity?

  @Option(
    help: ArgumentHelp("The guarantor's, in the same way.", valueName: "percent"),
    transform: readIntensity)
  var guarantorIntensity: StatedIntensity?

  @Option(
    help: ArgumentHelp(
      "The share of unpaid rent that is recovered while the space is not let again. Default: 0%.",
      valueName: "percent"), transform: readFraction(0...1))
  var recovery: Double?

  @Option(
    help: ArgumentHelp(
      "From the first unpaid rent to another tenant's first; needs --market-rent. Default: 0mo.",
      valueName: "time"),
    transform: readDowntime)
  var downtime: Tenor?

  @Option(
    help: ArgumentHelp(
      "What another tenant pays, of the contract rent. Default: the space is not let again.",
      valueName: "percent"),
    transform: readFraction(0...10))
  var marketRent: Double?

  func validate() throws {
    let isAnyGiven =
      tenantIntensity != nil || guarantorIntensity != nil || recovery != nil || downtime != nil
      || marketRent != nil
    if !backstop, isAnyGiven {
      throw ValidationError(
        "--tenant-intensity, --guarantor-intensity, --recovery, --downtime and --market-rent go "
          + "with --backstop.")
    }
    if downtime != nil, marketRent == nil {
      throw ValidationError("--downtime says when another tenant pays: add --market-rent 85%.")
    }
    if backstop, tenantIntensity == nil || guarantorIntensity == nil {
      throw ValidationError(
        "--backstop needs --tenant-intensity and --guarantor-intensity, such as 3% and 0.3%.")
    }
  }

  /// What is taken of the space where nothing is said of it.
  var usual: [RunOption] {
    guard backstop else { return [] }
    return [RunOption("recovery", "0%")]
      + (marketRent == nil ? [] : [RunOption("downtime", "0mo")])
  }

  /// - Parameter others: Options that ask for something else, with whether they are given.
  /// - Throws: `ValidationError` where one of them is given beside `--backstop`.
  func validate(without others: KeyValuePairs<String, Bool>) throws {
    guard backstop else { return }
    for (option, isGiven) in others where isGiven {
      throw ValidationError("--backstop stands by itself: leave out \(option).")
    }
  }

  /// What is asked for; `nil` without `--backstop`.
  ///
  /// - Throws: A `BackstopProblem` of rates that are not in order, or of a share out of bounds.
  func terms(on date: CalendarDate, sharePrice: Figure?) throws -> BackstopTerms? {
    guard backstop, let tenantIntensity, let guarantorIntensity else { return nil }
    return try BackstopTerms(
      tenant: tenantIntensity.intensity(from: date),
      guarantor: guarantorIntensity.intensity(from: date), recovery: recovery ?? 0,
      downtime: marketRent == nil ? .months(Tenor.maximumMonths) : downtime ?? .months(0),
      marketRent: marketRent ?? 0, sharePrice: sharePrice)
  }
}

/// Reads a default intensity of the command line.
///
/// - Throws: `ValidationError` that says how to write one.
private func readIntensity(_ text: String) throws -> StatedIntensity {
  try backstopArgument { () throws(BackstopProblem) in try StatedIntensity(reading: text) }
}

/// Reads a downtime of the command line.
///
/// - Throws: `ValidationError` that says how to write one.
private func readDowntime(_ text: String) throws -> Tenor {
  try backstopArgument { () throws(BackstopProblem) in try BackstopTerms.downtime(reading: text) }
}

/// What is made of arguments.
///
/// - Throws: `ValidationError` with the problem and how to put it right.
private func backstopArgument<Value>(
  _ make: () throws(BackstopProblem) -> Value
) throws -> Value {
  do throws(BackstopProblem) {
    return try make()
  } catch {
    throw ValidationError("\(error.problem); \(error.remedy)")
  }
}

extension DealBook {
  /// What the guarantees of the deals are worth.
  ///
  /// - Parameter leavesOut: Whether deals without a guarantor are left out rather than refused.
  /// - Throws: What `BackstopValuation` throws.
  func backstop(
    _ terms: BackstopTerms, basis: ValuationBasis, leavesOut: Bool
  ) throws -> BackstopReport {
    BackstopReport(
      try BackstopValuation(of: flows, basis: basis, terms: terms, leavesOut: leavesOut),
      currency: currency, remarks: remarks, scenarios: scenarios)
  }
}
