/// Where the printed contract value stands among those that the other figures allow.
public enum HeadlineStanding: String, CaseIterable, Sendable {
  /// Solutions lie on both sides of the printed number, or on it.
  case holds
  /// Every solution is below the printed number, within what its wording leaves open.
  case roundedUp
  /// Every solution is above the printed number, within what its wording leaves open.
  case roundedDown
  /// A figure that was published later excludes it.
  case restated
  /// There is no solution: the headline or a figure of the same day beside it is not true.
  case cannotHold
  /// The search was not decided, or other figures exclude each other.
  case undecided
  /// There is no headline, or nothing to compare it with.
  case unknown
}
