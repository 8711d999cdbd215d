/// Where an irregular period goes when a term is not a whole number of regular ones.
public enum StubConvention: String, CaseIterable, Sendable {
  /// There is none: the term must be a whole number of regular periods.
  case none
  /// A short period at the start; regular periods are counted back from the end.
  case shortInitial = "short initial"
  /// A long period at the start: the short one and the regular one after it together.
  case longInitial = "long initial"
  /// A short period at the start, or a long one if the short one has less than seven days.
  case smartInitial = "smart initial"
  /// A short period at the end; regular periods are counted from the start.
  case shortFinal = "short final"
  /// A long period at the end: the short one and the regular one before it together.
  case longFinal = "long final"
  /// A short period at the end, or a long one if the short one has less than seven days.
  case smartFinal = "smart final"

  var isFinal: Bool { self == .shortFinal || self == .longFinal || self == .smartFinal }

  /// Whether a short period of some days is joined to its neighbour.
  func joins(days: Int) -> Bool {
    switch self {
    case .longInitial, .longFinal: true
    case .smartInitial, .smartFinal: days < 7
    case .none, .shortInitial, .shortFinal: false
    }
  }
}

/// On which day of its month a regular period begins.
public enum RollConvention: String, CaseIterable, Sendable {
  /// On the day of the month from which the periods are counted, clipped to the month's end.
  case anchorDay = "day"
  /// On the last day of the month, if the day from which they are counted is the last, or the last
  /// business day, of its own; otherwise as `anchorDay`.
  case endOfMonth = "EOM"
}
