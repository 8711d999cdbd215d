/// A date as a source states it: a day, or a month, quarter, half-year or year that holds the day.
///
///     StatedDate("2027-Q2")?.last  // 2027-06-30
public struct StatedDate: Hashable, Sendable {
  /// How much of the calendar the date leaves open.
  public enum Precision: String, CaseIterable, Sendable {
    case day, month, quarter
    case half = "half-year"
    case year
  }

  /// The first and the last day that the date may mean; the same day where it states one.
  public let first: CalendarDate
  /// The last day that the date may mean.
  public let last: CalendarDate
  /// How much of the calendar is left open.
  public let precision: Precision
  /// Whether the source says `about`, or the day was not confirmed.
  public let isApproximate: Bool

  /// Takes the parts as they are.
  public init(_ day: CalendarDate) {
    first = day
    last = day
    precision = .day
    isApproximate = false
  }

  init(firstMonth: YearMonth, months: Int, precision: Precision, isApproximate: Bool) {
    first = firstMonth.firstDay
    last = firstMonth.adding(months: months - 1).lastDay
    self.precision = precision
    self.isApproximate = isApproximate
  }

  init(day: CalendarDate, isApproximate: Bool) {
    first = day
    last = day
    precision = .day
    self.isApproximate = isApproximate
  }

  /// The day that a projection uses.
  public func day(takenAt convention: PeriodDay) -> CalendarDate {
    switch convention {
    case .end: last
    case .start: first
    case .middle: first.adding(days: first.days(until: last) / 2)
    }
  }
}

/// Which day of a stated period a projection uses.
public enum PeriodDay: String, CaseIterable, Sendable {
  /// The last day: delivery is late more often than early.
  case end
  /// The day in the middle, the earlier of two.
  case middle
  case start
}

extension StatedDate: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `2027-06-30`, `2027-06`, `2027-Q2`, `2027-H2` or `2027`, with or without `about` before.
  public init?(_ text: String) {
    let isApproximate = text.hasPrefix("about ")
    let written = isApproximate ? String(text.dropFirst(6)) : text
    switch written.utf8.count {
    case 10:
      guard let day = CalendarDate(written) else { return nil }
      self.init(day: day, isApproximate: isApproximate)
    case 7 where written.utf8.last.map({ (48...57).contains($0) }) == true:
      if let month = YearMonth(written) {
        self.init(firstMonth: month, months: 1, precision: .month, isApproximate: isApproximate)
      } else {
        self.init(period: written, isApproximate: isApproximate)
      }
    default: self.init(period: written, isApproximate: isApproximate)
    }
  }

  private init?(period: String, isApproximate: Bool) {
    let parts = period.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ digits($0, count: 4) }), year > 0, parts.count <= 2
    else { return nil }
    guard parts.count == 2 else {
      self.init(
        firstMonth: YearMonth(year: year, month: 1), months: 12, precision: .year,
        isApproximate: isApproximate)
      return
    }
    let length = parts[1].first == "Q" ? 3 : parts[1].first == "H" ? 6 : 0
    guard length > 0, let number = digits(parts[1].dropFirst(), count: 1),
      (1...12 / length).contains(number)
    else { return nil }
    self.init(
      firstMonth: YearMonth(year: year, month: (number - 1) * length + 1), months: length,
      precision: length == 3 ? .quarter : .half, isApproximate: isApproximate)
  }

  /// The date as it would be written in a deal file.
  public var description: String {
    let month = first.yearMonth
    let text =
      switch precision {
      case .day: first.description
      case .month: month.description
      case .quarter: "\(padded(month.year, to: 4))-Q\((month.month + 2) / 3)"
      case .half: "\(padded(month.year, to: 4))-H\((month.month + 5) / 6)"
      case .year: padded(month.year, to: 4)
      }
    return isApproximate ? "about \(text)" : text
  }
}
