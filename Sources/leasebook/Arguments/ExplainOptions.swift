import Analysis
import ArgumentParser
import FinanceBasics
import Reports
import Valuation

/// How flows are valued, where something is explained that values them.
struct ExplainedValuation: ParsableArguments {
  @Option(
    help: ArgumentHelp("Effective annual, such as 8%.", valueName: "percent"), transform: readRate)
  var rate: Double?

  @Option(help: ArgumentHelp("The valuation date.", valueName: "date"), transform: readDay)
  var on: CalendarDate?

  @Option(help: "actual365 (as XNPV), monthly or midPeriod.")
  var convention: PresentValueConvention = .actual365

  func validate() throws {
    guard (rate == nil) == (on == nil) else {
      throw ValidationError("--rate and --on go together.")
    }
  }

  /// `nil` where neither rate nor date is given.
  var basis: ValuationBasis? {
    guard let rate, let on else { return nil }
    return ValuationBasis(date: on, rate: rate, convention: convention)
  }
}

/// How much of a tree is printed.
struct ExplainedExtent: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Levels below the number, from 0. Default: what is readable.", valueName: "levels"))
  var depth: Int?

  @Flag(help: "Every level, and long sums whole.")
  var full = false

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth takes a number of levels, from 0.") }
    if depth != nil, full { throw ValidationError("--depth and --full exclude each other.") }
  }

  /// `nil` where nothing is asked for.
  var extent: ExplanationReport.Extent? {
    full ? .full : depth.map { ExplanationReport.Extent(depth: $0) }
  }
}
