/// A day counted from 1970-01-01, reckoned here anew so that tests do not lean on our own dates.
struct CivilDay: Comparable, Hashable, CustomStringConvertible {
  let number: Int

  init(number: Int) {
    self.number = number
  }

  /// Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `YYYY-MM-DD`.
  init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool {
    left.number < right.number
  }

  /// The last day of a month.
  static func end(ofMonth month: Int, _ year: Int) -> CivilDay {
    let next = month == 12 ? CivilDay(year + 1, 1, 1) : CivilDay(year, month + 1, 1)
    return CivilDay(number: next.number - 1)
  }

  var description: String { "day \(number)" }
}
