/// How far a search goes before it reports what it has.
public struct SearchLimits: Hashable, Sendable {
  /// The boxes of terms that are looked at for one combination of choices.
  public let boxesPerCombination: Int
  /// The boxes of terms that are looked at in all.
  public let boxes: Int
  /// The families of solutions that are reported.
  public let families: Int

  /// The limits of one deal: well below a second.
  public static let standard = SearchLimits()

  /// - Precondition: Each is above zero.
  public init(boxesPerCombination: Int = 2000, boxes: Int = 60_000, families: Int = 12) {
    precondition(boxesPerCombination > 0 && boxes > 0 && families > 0, "limits above zero")
    self.boxesPerCombination = boxesPerCombination
    self.boxes = boxes
    self.families = families
  }
}

/// How far a search has come.
public struct SearchProgress: Hashable, Sendable {
  /// The boxes of terms that were looked at.
  public let boxes: Int
  /// The combinations of choices that were decided.
  public let combinations: Int
  /// The families of solutions that were found.
  public let families: Int

  /// Takes the parts as they are.
  public init(boxes: Int, combinations: Int, families: Int) {
    self.boxes = boxes
    self.combinations = combinations
    self.families = families
  }
}
