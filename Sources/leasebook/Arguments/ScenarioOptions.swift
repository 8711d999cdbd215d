import ArgumentParser
import LeaseModel

/// Under which scenarios a question is answered.
struct ScenarioOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A scenario by its recorded id, or a file; a+b or several stack in that order.",
      valueName: "scenario"),
    completion: Completions.scenarios)
  var scenario: [String] = []

  @Option(
    help: ArgumentHelp(
      "A delay on top, such as 'hall 1=90d', all=6mo or 'DEAL/hall 1=90d'; may be repeated.",
      valueName: "hall=delay"),
    completion: Completions.delays, transform: StatedDelay.init)
  var delay: [StatedDelay] = []

  /// Whether nothing but what is recorded is asked for.
  var isEmpty: Bool { scenario.isEmpty && delay.isEmpty }
}

/// Whether scenarios are stacked or stand beside each other.
struct SideBySideOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Lay each --scenario beside what is recorded, with the differences, instead of stacking them."
    ))
  var sideBySide = false

  /// - Throws: `ValidationError` where there is nothing to lay beside what is recorded.
  func validate(with scenarios: ScenarioOptions) throws {
    if sideBySide, scenarios.isEmpty {
      throw ValidationError("--side-by-side needs a --scenario or a --delay.")
    }
  }
}

/// A delay as the command line states it: of one deal or of all, of one hall or of all.
struct StatedDelay: Hashable {
  /// `nil` for every deal that has the hall.
  let deal: DealID?
  let delay: HallDelay

  /// Reads `hall 1=90d`, `all=6mo` or `DEAL/hall 1=90d`.
  ///
  /// - Throws: `ValidationError` that says what is wrong with it.
  init(_ text: String) throws {
    guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
      throw ValidationError(
        "'\(text)' names no hall; write it like 'hall 1=90d', all=6mo or 'DEAL/hall 1=90d'")
    }
    var hall = text[..<sign]
    var deal: DealID?
    if let slash = hall.firstIndex(of: "/"), let id = DealID(reading: String(hall[..<slash])) {
      deal = id
      hall = hall[hall.index(after: slash)...]
    }
    do throws(DelayFault) {
      let delay = try Delay(reading: String(text[text.index(after: sign)...]))
      self.deal = deal
      self.delay = HallDelay(hall: hall == HallDelay.all ? nil : String(hall), delay: delay)
    } catch {
      throw ValidationError("\(error.problem); \(error.remedy)")
    }
  }
}
