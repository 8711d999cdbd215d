public import FinanceBasics

/// What lateness costs over time: each version of a lease governs its own days.
///
///     let history = LateInterestHistory([lease, amendment])
///     history.rule(on: day)  // nil while nothing was agreed
public struct LateInterestHistory: Hashable, Sendable {
  /// A rule from a day on, or that there is none.
  public struct Step: Hashable, Sendable {
    /// Included.
    public let from: CalendarDate
    /// `nil` where nothing is agreed.
    public let rule: LateInterest?
  }

  /// At least one, by their days, each a change; the first is from the earliest day on, the last
  /// holds for good.
  public let steps: [Step]

  /// One rule for all days.
  public init(_ rule: LateInterest?) {
    steps = [Step(from: .earliest, rule: rule)]
  }

  /// - Parameter rules: By the days from which they hold; of one day the last counts. The first
  ///   governs the days before it too.
  public init(_ rules: [(from: CalendarDate, rule: LateInterest?)]) {
    var steps: [Step] = []
    for (from, rule) in rules {
      let step = Step(from: steps.isEmpty ? .earliest : from, rule: rule)
      if let last = steps.last, last.from == step.from { steps.removeLast() }
      if steps.last?.rule != rule || steps.isEmpty { steps.append(step) }
    }
    self.steps = steps.isEmpty ? [Step(from: .earliest, rule: nil)] : steps
  }

  /// - Parameter versions: Of one deal, in the order of their effective days.
  public init(_ versions: [Deal]) {
    self.init(versions.map { ($0.effective, $0.terms.lateInterest) })
  }

  /// The rule that governs a day.
  public func rule(on day: CalendarDate) -> LateInterest? {
    steps.last { $0.from <= day }?.rule
  }

  /// Days after a due day within which a payment costs nothing: by the rule of the due day; where
  /// that day has none, by the first rule after it.
  public func graceDays(due: CalendarDate) -> Int {
    let rule = rule(on: due) ?? steps.first { due < $0.from && $0.rule != nil }?.rule
    return rule?.graceDays ?? 0
  }
}

extension DealTerms {
  /// What lateness costs by these terms; `nil` where they say nothing of it.
  ///
  /// No projection rests on it, for it is owed only on what is paid late.
  public var lateInterest: LateInterest? {
    lateInterestRate.map { rate in
      LateInterest(
        rate: LeaseResolution.hundredth(of: rate.value.point.normalized),
        graceDays: graceDays?.value ?? 0)
    }
  }
}
