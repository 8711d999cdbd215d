public import FinanceBasics

/// What is taken to be the worth of the halls when the projected flows end.
public struct TerminalTerms: Hashable, Sendable {
  /// How the worth is found.
  public enum Method: Hashable, Sendable {
    /// Forward NOI over a capitalisation rate, as a fraction.
    case capRate(Double)
    /// Money a megawatt of critical IT, for the shell and its power.
    case shell(Figure)
    /// Forward NOI that grows for ever by a fraction a year, over the rate less the growth.
    case growth(Double)
  }

  /// How the worth is found.
  public let method: Method
  /// The share of the worth that selling costs, as a fraction.
  public let sellingCost: Double
  /// By how much NOI grows where the year after the exit is not projected, a fraction; that of a
  /// perpetuity, else zero, where none is stated.
  public let incomeGrowth: Double
  /// The first day that belongs to the buyer; the day after the last of the case's terms where it is
  /// `nil`.
  public let exit: CalendarDate?

  /// Takes the parts as given.
  public init(
    _ method: Method, sellingCost: Double = 0, incomeGrowth: Double? = nil,
    exit: CalendarDate? = nil
  ) {
    self.method = method
    self.sellingCost = sellingCost
    if case .growth(let growth) = method {
      self.incomeGrowth = incomeGrowth ?? growth
    } else {
      self.incomeGrowth = incomeGrowth ?? 0
    }
    self.exit = exit
  }

  /// The capitalisation rate, where the worth is found by one.
  public var capRate: Double? {
    if case .capRate(let rate) = method { rate } else { nil }
  }
}

/// Why a terminal value cannot be given.
public enum TerminalProblem: Diagnostic, Hashable {
  /// NOI that grows at the discount rate or faster is worth no number.
  case growthNotBelowRate(growth: Double, rate: Double)
  /// An exit before the valuation date.
  case exitPast(CalendarDate, on: CalendarDate)
  /// A shell value in another currency than the deals'.
  case currencyDiffers(String, of: String)
  /// A worth that no amount can hold.
  case beyondRange

  /// The stable name of the problem.
  public var code: String {
    switch self {
    case .growthNotBelowRate: "terminal.growth-not-below-rate"
    case .exitPast: "terminal.exit-past"
    case .currencyDiffers: "terminal.currency-differs"
    case .beyondRange: "terminal.beyond-range"
    }
  }

  /// One sentence that says what is wrong.
  public var problem: String {
    switch self {
    case .growthNotBelowRate(let growth, let rate):
      "NOI that grows by \(Self.percent(growth)) a year for ever has no value at "
        + "\(Self.percent(rate))"
    case .exitPast(let exit, let date): "the exit on \(exit) is before the valuation date, \(date)"
    case .currencyDiffers(let text, let code): "'\(text)' is not in \(code), as the deals are"
    case .beyondRange: "the terminal value is too large to be an amount"
    }
  }

  private static func percent(_ fraction: Double) -> String {
    let percent = ExactDecimal(shortest: fraction)?.scaled(byPowerOfTen: 2)
    return percent.map { "\($0.normalized) %" } ?? "\(fraction)"
  }

  /// Nowhere in a file: the question is at fault.
  public var location: DiagnosticLocation { .unknown }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .growthNotBelowRate: "state a growth below the rate, or a cap rate"
    case .exitPast: "move the exit to the valuation date or later"
    case .currencyDiffers(_, let code): "write the shell value in \(code)"
    case .beyondRange: "check the cap rate and the shell value"
    }
  }
}
