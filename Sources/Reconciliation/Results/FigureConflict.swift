public import FinanceBasics

/// Figures that cannot be true together.
public struct FigureConflict: Sendable {
  /// The smallest sets, each with what would put it right; all of the same, smallest size.
  public let sets: [[FigureMove]]
}

/// How far a figure would have to move for the others of its set to hold.
public struct FigureMove: Sendable {
  /// As published.
  public let figure: AnnouncedQuantity
  /// The nearest value that the others of the set allow; `nil` where they allow none.
  public let nearest: QuantityValue?
  /// The nearest value less the nearest end of the interval, in the figure's unit.
  public let move: PreciseReal?
  /// The move over that end.
  public let relativeMove: PreciseReal?
}
