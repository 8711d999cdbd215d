public import FinanceBasics

/// How the megawatts of a hall come into use, and the least that rent is paid on.
///
/// Rent is charged on the greater of delivered and committed megawatts, day by day; a table without
/// steps, and the days before its first one, count as zero, and its last step holds.
public struct Ramp: Hashable, Sendable {
  /// From when a step holds.
  public enum Start: Hashable, Sendable {
    case date(CalendarDate)
    /// So many months after the hall's commencement; 0 is commencement itself.
    case month(Int)
  }

  /// Megawatts from a day on, until the next step.
  public struct Step: Hashable, Sendable {
    /// From when the megawatts hold.
    public let start: Start
    /// In megawatts; from zero to those of the hall.
    public let criticalIT: ExactDecimal

    /// Takes the parts as given.
    public init(from start: Start, criticalIT: ExactDecimal) {
      self.start = start
      self.criticalIT = criticalIT
    }
  }

  /// What is in use, in the order of the steps' days; at least one.
  public let delivered: [Step]
  /// What is paid for in any case (take or pay), in the order of the steps' days; may be empty.
  public let committed: [Step]

  /// - Precondition: At least one delivered step.
  public init(delivered: [Step], committed: [Step] = []) {
    precondition(!delivered.isEmpty, "a ramp has a step")
    self.delivered = delivered
    self.committed = committed
  }
}
