/// Which renewals a projection holds; those that are exercised are in every case.
///
/// Source: CONVENTIONS §6.
public enum ProjectionCase: String, CaseIterable, Sendable {
  /// What is owed for certain: the base term, and the renewals that the tenant has exercised.
  case base
  /// Each renewal times its probability and those of the ones before it.
  case expected
  /// Every renewal exercised.
  case full
}
