public import CashFlowEngine
import FinanceBasics

/// A sensitivity as the command line asks for it, before the deals are known.
public struct SensitivityRequest: Sendable {
  /// What is asked for.
  public enum Kind: Sendable {
    /// A measure over one axis or two.
    case grid([SensitivityAxis])
    /// Every assumption moved by itself.
    case tornado(TornadoChange)
    /// The value of a lever at which a measure reaches a target.
    case solve(SolveTarget, Lever, LeverRange?)
  }

  /// What is asked for.
  public let kind: Kind
  /// The measure of a grid or a tornado; of a target, its own.
  public let measure: SensitivityMeasure

  /// Takes a question that can be answered.
  ///
  /// - Throws: `sensitivity.too-many-axes`, `sensitivity.lever-twice`, `sensitivity.too-many-cells`.
  public init(
    _ kind: Kind, measure: SensitivityMeasure = .presentValue
  ) throws(SensitivityFault) {
    if case .grid(let axes) = kind { try SensitivityGrid.check(axes) }
    self.kind = kind
    if case .solve(let target, _, _) = kind {
      self.measure = target.measure
    } else {
      self.measure = measure
    }
  }

  /// Whether any change may bring a hall forward: then the versions before the one in force govern
  /// days on which rent accrues, and the deals must come with all of them.
  public var hastensDelivery: Bool {
    switch kind {
    case .grid(let axes): axes.contains(where: \.hastensDelivery)
    case .tornado: true
    case .solve(_, let lever, let range):
      lever.target == .delay && range.map { $0.low < .zero } ?? true
    }
  }

  /// The answer for deals that are valued together.
  ///
  /// - Throws: What the grid, the tornado or the search meets.
  public func answer(
    for deals: [AnalysedDeal], case projectionCase: ProjectionCase, basis: ValuationBasis
  ) throws -> SensitivityAnswer {
    let question = SensitivityQuestion(
      of: deals, case: projectionCase, basis: basis, measure: measure)
    switch kind {
    case .grid(let axes): return .grid(try SensitivityGrid(question, axes: axes))
    case .tornado(let change): return .tornado(try Tornado(question, change: change))
    case .solve(let target, let lever, let range):
      return .search(try TargetSearch(for: target, moving: lever, in: range, of: question))
    }
  }
}

/// What was found for deals that are valued together.
public enum SensitivityAnswer: Sendable {
  case grid(SensitivityGrid)
  case tornado(Tornado)
  case search(TargetSearch)
}
