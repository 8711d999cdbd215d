import CashFlowEngine
import FinanceBasics
public import LeaseModel

/// What a stated change of each assumption, one at a time, does to a measure; the greatest first.
public struct Tornado: Sendable {
  /// What was asked.
  public let question: SensitivityQuestion
  /// By how much each assumption moves.
  public let change: TornadoChange
  /// The measure as the deals stand; `nil` where it is not defined.
  public let base: MeasuredValue?
  /// By their spread, the widest first; those whose spread is not known last.
  public let bars: [TornadoBar]
  /// Assumptions that move nothing, by name.
  public let idle: [String]

  /// Moves the rates or spreads, a delay of every hall, and every figure, percentage, date and length that the
  /// deals assume.
  ///
  /// Counts and words are left alone. A side that the deals' checks refuse is blank, with the reason.
  ///
  /// - Throws: What stops the deals as they stand.
  public init(_ question: SensitivityQuestion, change: TornadoChange = .usual) throws {
    self.question = question
    self.change = change
    let base = try question.value()
    self.base = base
    var sides = TornadoSides(question, change: change)
    let moved = sides.rates + [sides.delay].compactMap { $0 } + sides.assumptions
    let (idle, bars) = moved.partitioned { $0.isIdle(at: base) }
    self.idle = idle.map(\.name)
    self.bars = bars.sorted { left, right in
      let (a, b) = (left.spread?.number ?? -1, right.spread?.number ?? -1)
      return a == b ? left.name < right.name : a > b
    }
  }
}

/// One assumption of a tornado with what its change down and up leads to.
public struct TornadoBar: Hashable, Sendable {
  /// `rate`, `spread`, a tier, `delay`, or the path of the assumption.
  public let name: String
  /// Where the value comes from; `nil` of rates, spreads and the delay.
  public let basis: Basis?
  /// As it stands; `nil` where several deals have values of their own.
  public let present: String?
  /// Moved down, or to an earlier day.
  public let low: Side
  /// Moved up, or to a later day.
  public let high: Side

  /// One side of a bar.
  public struct Side: Hashable, Sendable {
    /// What the assumption is moved to, or by.
    public let text: String
    /// The measure there; `nil` where it is not defined or the change is refused.
    public let value: MeasuredValue?
    /// Whether a bound of the assumption cut the change short.
    public let isClipped: Bool
    /// Why the deals cannot be so; `nil` where they can.
    public let refusal: String?
  }

  /// How far apart the two sides are; `nil` where one is not known.
  public var spread: MeasuredDifference? {
    guard let low = low.value, let high = high.value else { return nil }
    return high.difference(from: low)?.magnitude
  }

  /// Whether neither side moves the measure.
  func isIdle(at base: MeasuredValue?) -> Bool {
    low.refusal == nil && high.refusal == nil && low.value == base && high.value == base
  }
}

extension [TornadoBar] {
  /// Those of which a claim holds, and the others, in order.
  fileprivate func partitioned(
    _ claim: (TornadoBar) -> Bool
  ) -> (held: [TornadoBar], others: [TornadoBar]) {
    (filter(claim), filter { !claim($0) })
  }
}
