import Analysis
import ArgumentParser
import FinanceBasics
import LedgerStore

/// What the halls are taken to be worth at the end.
struct TerminalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "none, cap-rate=7%, 'shell=2 M USD/MW-IT' or growth=2% (a perpetuity). Default: none.",
      valueName: "method"),
    completion: Completions.terminals, transform: TerminalChoice.init)
  var terminal: TerminalChoice?

  @Option(
    help: ArgumentHelp("The share that selling costs, such as 2%.", valueName: "percent"),
    transform: readFraction(0...1))
  var sellingCost: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Growth of NOI to the year after the exit, where that is not projected. Default: that of a "
        + "perpetuity, else 0%.",
      valueName: "percent"),
    transform: readFraction(-0.5...1))
  var noiGrowth: Double?

  @Option(
    help: ArgumentHelp(
      "The first day that belongs to the buyer. Default: the day after the last term.",
      valueName: "date"),
    transform: readDay)
  var exit: CalendarDate?

  func validate() throws {
    guard terminal?.method == nil else { return }
    if sellingCost != nil || noiGrowth != nil || exit != nil {
      throw ValidationError(
        "--selling-cost, --noi-growth and --exit go with a --terminal other than none.")
    }
  }

  /// What is taken where nothing is said of the end.
  var usual: [RunOption] {
    terminal?.method == nil ? [RunOption("terminal", "none")] : [RunOption("selling-cost", "0%")]
  }

  /// `nil` where there is no terminal value.
  var terms: TerminalTerms? {
    terminal?.method.map {
      TerminalTerms(
        $0, sellingCost: sellingCost ?? 0, incomeGrowth: noiGrowth, exit: exit)
    }
  }
}

/// How a terminal value is found, as the command line states it.
struct TerminalChoice: Hashable {
  /// `nil` of none.
  let method: TerminalTerms.Method?

  /// Reads `none`, `cap-rate=7%`, `shell=2 M USD/MW-IT` or `growth=2%`.
  ///
  /// - Throws: `ValidationError` that says what is wrong with it.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("none", 1): method = nil
    case ("cap-rate", 2):
      let rate = try readRate(parts[1])
      guard rate > 0 else { throw ValidationError("a cap rate is above 0%; '\(text)' is not") }
      method = .capRate(rate)
    case ("growth", 2): method = .growth(try readRate(parts[1]))
    case ("shell", 2):
      do {
        let figure = try Figure(reading: parts[1], as: .moneyPerPower)
        guard case .moneyPerMegawatt(_, .criticalIT) = figure.unit, !(figure.point < .zero) else {
          throw ValidationError(
            "'\(parts[1])' is no worth of a megawatt of critical IT; write such as 2 M USD/MW-IT")
        }
        method = .shell(figure)
      } catch let fault as QuantityFault {
        throw ValidationError("\(fault.problem); \(fault.remedy)")
      }
    default:
      throw ValidationError(
        "'\(text)' is no terminal value; write none, cap-rate=7%, 'shell=2 M USD/MW-IT' or "
          + "growth=2%")
    }
  }
}
