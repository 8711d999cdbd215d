import Analysis
import ArgumentParser
import FinanceBasics

/// Two states of deals, whose change of value is split: each option moves one thing between them.
///
/// What is said once (`--rate`, `--curve`, `--known-on`, `--scenario`) holds for both.
struct AttributionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Split the change of value from this valuation date to that of --to; replaces --on.",
      valueName: "date"),
    transform: readDay)
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp("The valuation date at the end.", valueName: "date"), transform: readDay)
  var to: CalendarDate?

  @Option(
    help: ArgumentHelp("What the public knew at the start.", valueName: "date"),
    transform: readDay)
  var fromKnownOn: CalendarDate?

  @Option(
    help: ArgumentHelp("What the public knew at the end.", valueName: "date"), transform: readDay)
  var toKnownOn: CalendarDate?

  @Option(
    help: ArgumentHelp("A scenario of the start alone, as --scenario.", valueName: "scenario"),
    completion: Completions.scenarios)
  var fromScenario: [String] = []

  @Option(
    help: ArgumentHelp("A scenario of the end alone, as --scenario.", valueName: "scenario"),
    completion: Completions.scenarios)
  var toScenario: [String] = []

  @Option(
    help: ArgumentHelp("The rate at the end, as --rate.", valueName: "percent"),
    transform: readRate)
  var toRate: Double?

  @Option(
    help: ArgumentHelp(
      "The curve at the end: its last day on or before the end. Default: that of --curve.",
      valueName: "series"),
    completion: Completions.curves)
  var toCurve: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The spread at the end, as --spread.", valueName: "spread"),
    transform: readSpread)
  var toSpread: Double?

  /// Whether two states are asked for.
  var isAsked: Bool {
    [from, to, fromKnownOn, toKnownOn].contains { $0 != nil } || !fromScenario.isEmpty
      || !toScenario.isEmpty || toRate != nil || toCurve != nil || toSpread != nil
  }

  func validate() throws {
    guard (from == nil) == (to == nil) else {
      throw ValidationError("--from and --to go together.")
    }
    if let from, let to, to < from {
      throw ValidationError("--to \(to) is before --from \(from): the start comes first.")
    }
    if toRate != nil, toCurve != nil || toSpread != nil {
      throw ValidationError("--to-rate excludes --to-curve and --to-spread.")
    }
  }

  /// - Throws: `ValidationError` where no valuation date is given, or too many, or a spread is added
  ///   to no curve.
  func validate(with on: CalendarDate?, _ discounting: DiscountingOptions) throws {
    if from != nil, on != nil {
      throw ValidationError("--from and --to take the place of --on: leave one of them out.")
    }
    if from == nil { _ = try valuationDate(on) }
    if toSpread != nil, toCurve == nil, discounting.curve == nil {
      throw ValidationError("--to-spread goes with --curve or --to-curve.")
    }
  }

  /// - Parameter others: Options that ask for something else, with whether they are given.
  /// - Throws: `ValidationError` where one of them is given beside two states.
  func validate(without others: KeyValuePairs<String, Bool>) throws {
    guard isAsked else { return }
    for (option, isGiven) in others where isGiven {
      throw ValidationError("two states are split by themselves: leave out \(option).")
    }
  }

  /// The valuation date where there is one.
  ///
  /// - Throws: `ValidationError` without one.
  func valuationDate(_ on: CalendarDate?) throws -> CalendarDate {
    guard let on else {
      throw ValidationError(
        "Missing the valuation date: give --on DATE, or --from DATE and --to DATE.")
    }
    return on
  }

  /// How flows are valued at the end, where the options that hold for both give a basis.
  ///
  /// - Throws: `series.unknown`, or a `CurveQuestionProblem`.
  func end(
    of basis: ValuationBasis, _ discounting: DiscountingOptions, in book: BookSession
  ) throws -> ValuationBasis {
    var end = basis
    if let toCurve {
      end.discounting = .curve(
        try book.curve(toCurve, on: nil, discountingTo: basis.date),
        spread: toSpread ?? basis.discounting.spread ?? 0)
    } else if let toRate {
      end.discounting = discounting.discounting(at: toRate)
    } else if let toSpread {
      end.discounting = basis.discounting.moved(to: toSpread)
    }
    return end
  }
}
