import Analysis
import ArgumentParser
import FinanceBasics
import LedgerStore
import Valuation

/// At what rate, or on what curve, flows are discounted.
struct DiscountingOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Effective annual, such as 8%; nominal with --compounding.", valueName: "percent"),
    transform: readRate)
  var rate: Double?

  @Option(
    help: ArgumentHelp(
      "A recorded series of par yields, zero rates or discount factors, instead of --rate.",
      valueName: "series"),
    completion: Completions.curves)
  var curve: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Added to the curve's annual zero rates, such as 150bp or 1.5%.", valueName: "spread"),
    transform: readSpread)
  var spread: Double?

  @Option(
    help: ArgumentHelp(
      "The curve of this day, or the last before. Default: the valuation date.",
      valueName: "date"),
    transform: readDay)
  var curveDate: CalendarDate?

  @Option(help: "actual365 (as XNPV), monthly or midPeriod. Default: actual365.")
  var convention: PresentValueConvention?

  @Option(help: "Of a nominal rate: annual, semiannual, quarterly, monthly, continuous or simple.")
  var compounding: Compounding?

  @Option(
    help: ArgumentHelp(
      "Of a nominal rate, such as ACT/365F or 30E/360. Default: ACT/365F.", valueName: "name"),
    completion: Completions.dayCounts, transform: readDayCount)
  var dayCount: DayCount?

  @Option(
    help: ArgumentHelp(
      "Another rate for what one party stands behind, such as guaranteed=5.5% or "
        + "'tenant=ust-curve+300bp'; guaranteed, tenant, landlord, renewal or residual.",
      valueName: "tier=rate"),
    completion: Completions.tiers, transform: TierOption.init)
  var tier: [TierOption] = []

  func validate() throws {
    guard (rate == nil) != (curve == nil) else {
      throw ValidationError(
        rate == nil
          ? "Say how to discount: --rate 8%, or --curve NAME with --spread."
          : "--rate and --curve exclude each other: take one of them.")
    }
    if curve == nil, spread != nil { throw ValidationError("--spread goes with --curve.") }
    if curve == nil, curveDate != nil, tier.allSatisfy({ $0.curve == nil }) {
      throw ValidationError("--curve-date goes with --curve, or with a tier on a curve.")
    }
    if curve != nil, compounding != nil || dayCount != nil || convention != nil {
      throw ValidationError(
        "--convention, --compounding and --day-count go with --rate; a curve has its own.")
    }
    if convention != nil, compounding != nil || dayCount != nil {
      throw ValidationError(
        "--convention is of an effective rate, --compounding and --day-count of a nominal one.")
    }
    if dayCount != nil, compounding == nil {
      throw ValidationError("--day-count goes with --compounding.")
    }
    let names = tier.map(\.tier)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("--tier \(twice.rawValue) is given twice.")
    }
  }

  /// The conventions of a rate that are taken where none is given.
  var usual: [RunOption] {
    guard rate != nil else { return [] }
    return compounding == nil
      ? [RunOption("convention", PresentValueConvention.actual365.rawValue)]
      : [RunOption("day-count", DayCount.actual365Fixed.rawValue)]
  }

  /// How flows are discounted, but for tiers.
  ///
  /// - Throws: `series.unknown`, or a `CurveQuestionProblem`.
  func discounting(in book: BookSession, on date: CalendarDate) throws -> Discounting {
    guard let curve else { return discounting(at: rate ?? 0) }
    return .curve(
      try book.curve(curve, on: curveDate, discountingTo: date), spread: spread ?? 0)
  }

  /// A rate that is compounded and counted as the options say.
  func discounting(at rate: Double) -> Discounting {
    guard let compounding else { return .annual(rate: rate, convention ?? .actual365) }
    return .nominal(rate: rate, compounding, dayCount ?? .actual365Fixed)
  }

  /// How flows are valued on a date.
  ///
  /// - Throws: `series.unknown`, or a `CurveQuestionProblem`.
  func basis(
    in book: BookSession, on date: CalendarDate, terminal: TerminalTerms? = nil
  ) throws -> ValuationBasis {
    var tiers: [CreditTier: Discounting] = [:]
    for option in tier {
      tiers[option.tier] =
        if let name = option.curve {
          .curve(
            try book.curve(name, on: curveDate, discountingTo: date),
            spread: option.number)
        } else {
          discounting(at: option.number)
        }
    }
    return ValuationBasis(
      date: date, discounting: try discounting(in: book, on: date), tiers: tiers,
      terminal: terminal)
  }
}

/// A tier with its rate, or with a curve and a spread.
struct TierOption: Hashable {
  let tier: CreditTier
  /// The series; `nil` of a rate.
  let curve: String?
  /// The rate, or the spread over the curve.
  let number: Double

  /// Reads `tenant=9%` or `tenant=NAME+150bp`.
  ///
  /// - Throws: `ValidationError` that says what is wrong with it.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let names = CreditTier.allCases.map(\.rawValue)
    guard parts.count == 2, let tier = CreditTier(rawValue: parts[0]) else {
      throw ValidationError(
        "'\(text)' names no tier; write TIER=RATE with \(names.joined(separator: ", "))")
    }
    self.tier = tier
    let value = parts[1].filter { $0 != " " }
    if let plus = value.lastIndex(of: "+"), plus != value.startIndex {
      curve = String(value[..<plus])
      number = try readSpread(String(value[value.index(after: plus)...]))
    } else if !value.hasSuffix("%"), value.first?.isLetter == true {
      (curve, number) = (value, 0)
    } else {
      (curve, number) = (nil, try readRate(value))
    }
  }
}

/// Reads the exact market name of a day count.
///
/// - Throws: `ValidationError` for a name that several rules share, or none has.
func readDayCount(_ text: String) throws -> DayCount {
  do {
    let dayCount = try DayCount(marketName: text)
    guard dayCount != .actualActualICMA, dayCount != .oneOne else {
      throw ValidationError(
        "'\(text)' counts coupon periods, and flows have none; write such as ACT/ACT ISDA")
    }
    return dayCount
  } catch let problem as DayCountProblem {
    throw ValidationError("\(problem.problem); \(problem.remedy)")
  }
}
