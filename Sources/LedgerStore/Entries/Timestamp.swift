public import FinanceBasics

/// A UTC instant to the second, given by whoever owns the clock.
///
///     Timestamp("2026-11-21T05:46:00Z")?.day  // 2026-11-21
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar day in UTC.
  public let day: CalendarDate
  /// Since midnight UTC, from 0 to 86,399.
  public let secondOfDay: Int

  private init(day: CalendarDate, secondOfDay: Int) {
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// Reads `YYYY-MM-DDTHH:MM:SSZ` and nothing else; `nil` for an instant that does not exist.
  public init?(_ text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = CalendarDate(String(parts[0])), parts[1].last == "Z" else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = clock.compactMap { part in
      part.utf8.count == 2 && part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
    }
    guard clock.count == 3, numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60
    else { return nil }
    self.init(day: day, secondOfDay: (numbers[0] * 60 + numbers[1]) * 60 + numbers[2])
  }

  /// Counts from 1970-01-01T00:00:00Z; `nil` outside of the years 1 to 9999.
  public init?(secondsSince1970 seconds: Int) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let range = Int(CalendarDate.earliest.dayNumber)...Int(CalendarDate.latest.dayNumber)
    guard range.contains(days) else { return nil }
    self.init(
      day: CalendarDate(dayNumber: Int32(days)), secondOfDay: seconds - days * 86_400)
  }

  /// The last second of a day in UTC.
  public static func end(of day: CalendarDate) -> Timestamp {
    Timestamp(day: day, secondOfDay: 86_399)
  }

  /// The instant as ISO 8601 writes it, such as `2026-11-21T05:46:00Z`.
  public var description: String {
    let clock = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day)T\(clock[0]):\(clock[1]):\(clock[2])Z"
  }

  /// The earlier instant first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.day, left.secondOfDay) < (right.day, right.secondOfDay)
  }
}
