public import FinanceBasics

/// Which of the three dates a question about the ledger is bounded by.
///
/// A version is a candidate when it was known on or before `knownOn` and recorded at or before
/// `recordedBy`. Of the candidates, one that another candidate corrects is passed over. On a day
/// the version with the latest effective date on or before it is in force; of equals the one
/// known later, then the one recorded later. From a withdrawal's effective date on there is none.
///
/// What was answered with a `recordedBy` is answered again however much is recorded later.
public struct AsOf: Hashable, Sendable {
  /// A point in the order of recording; included.
  public enum RecordedBy: Hashable, Sendable {
    /// The number of an entry, from 0 for none.
    case sequence(Int)
    /// Up to the last entry that was recorded at or before the instant.
    case instant(Timestamp)
  }

  /// `nil`: whatever was known when.
  public let knownOn: CalendarDate?
  /// `nil`: the last version, even if it is yet to take effect.
  public let effectiveOn: CalendarDate?
  /// `nil`: everything recorded.
  public let recordedBy: RecordedBy?

  /// Without bounds: the whole ledger, and of each deal the last version.
  public init(
    knownOn: CalendarDate? = nil, effectiveOn: CalendarDate? = nil, recordedBy: RecordedBy? = nil
  ) {
    self.knownOn = knownOn
    self.effectiveOn = effectiveOn
    self.recordedBy = recordedBy
  }
}
