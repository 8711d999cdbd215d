public import FinanceBasics
import LeaseModel

/// By how much a tornado moves each assumption, down and up.
public struct TornadoChange: Hashable, Sendable {
  /// Of amounts, megawatts and factors: percent of the value.
  public let relative: ExactDecimal
  /// Of percentages, in percentage points.
  public let points: ExactDecimal
  /// Of dates and delays, in calendar months; of lengths in days, 30 days for each.
  public let months: Int

  /// By default 10 %, 1 percentage point and 3 months.
  public static let usual = TornadoChange(
    relative: ExactDecimal(10), points: ExactDecimal(1), months: 3)

  private init(relative: ExactDecimal, points: ExactDecimal, months: Int) {
    self.relative = relative
    self.points = points
    self.months = months
  }

  /// Reads `10%`, `1pt` or `3mo`, or several of them with commas; what is not given is as usual.
  ///
  /// - Throws: `sensitivity.change-malformed`, `sensitivity.change-too-great`.
  public init(reading text: String) throws(SensitivityFault) {
    var (relative, points, months) = (Self.usual.relative, Self.usual.points, Self.usual.months)
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let part = String(part).trimmed
      let digits = part.prefix { ("0"..."9").contains($0) || $0 == "." }
      guard let number = ExactDecimal(String(digits)), .zero < number else {
        throw .changeMalformed(text)
      }
      let limit: Int
      switch String(part.dropFirst(digits.count)).trimmed {
      case "%": (relative, limit) = (number.normalized, Self.greatestRelative)
      case "pt", "point", "points": (points, limit) = (number.normalized, Self.greatestPoints)
      default:
        guard let length = Self.months(part) else { throw .changeMalformed(text) }
        (months, limit) = (length, Self.greatestMonths)
        guard length <= limit else { throw .changeTooGreat(part) }
        continue
      }
      guard number <= ExactDecimal(limit) else { throw .changeTooGreat(part) }
    }
    self.init(relative: relative, points: points, months: months)
  }

  private static let greatestRelative = 90
  private static let greatestPoints = 50
  private static let greatestMonths = 120

  private static func months(_ text: String) -> Int? {
    guard let delay = try? Delay(reading: text), delay.days == 0, delay.months > 0 else {
      return nil
    }
    return delay.months
  }
}
