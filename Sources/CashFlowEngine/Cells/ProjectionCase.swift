/// Which renewals a projection holds.
///
/// Source: CONVENTIONS §6.
public enum ProjectionCase: String, CaseIterable, Sendable {
  /// The base term alone.
  case base
  /// Each renewal times its probability and those of the ones before it.
  case expected
  /// Every renewal exercised.
  case full
}
