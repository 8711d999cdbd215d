public import FinanceBasics
import LeaseModel
public import Valuation

/// A default intensity as it is asked for: one rate a year, or rates that follow each other.
///
///     try StatedIntensity(reading: "3%")
///     try StatedIntensity(reading: "3% to 5y, 2%")          // 2 % from five years on
///     try StatedIntensity(reading: "3% to 2030-12-31, 2%")  // 2 % from 1 January 2031 on
public struct StatedIntensity: Hashable, Sendable {
  /// As it was written.
  public let text: String
  private let rates: [Rate]

  /// A rate in percent a year, until it ends; the last one never does.
  private struct Rate: Hashable {
    let percent: ExactDecimal
    let end: End?
  }

  /// When a rate ends.
  private enum End: Hashable {
    /// After this day.
    case date(CalendarDate)
    /// So long after the valuation date.
    case length(Delay)
  }

  /// The highest rate that is taken, in percent a year: within a month nearly everybody defaults.
  private static let greatestPercent = ExactDecimal(10_000)

  /// Reads rates with their ends, separated by commas; the last has no end.
  ///
  /// - Throws: `backstop.intensity-malformed`, `backstop.intensity-out-of-range`.
  public init(reading text: String) throws(BackstopProblem) {
    self.text = text.trimmed
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    var rates: [Rate] = []
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      let words = part.split(separator: " ")
      let sign = words.firstIndex { $0 == "to" }
      guard (sign == nil) == isLast else { throw .intensityMalformed(text) }
      let rate = words[..<(sign ?? words.endIndex)].joined(separator: " ")
      let end = try sign.map { index throws(BackstopProblem) in
        try Self.end(words[(index + 1)...].joined(separator: " "), of: text)
      }
      rates.append(Rate(percent: try Self.percent(rate, of: text), end: end))
    }
    self.rates = rates
  }

  private static func percent(
    _ word: String, of text: String
  ) throws(BackstopProblem) -> ExactDecimal {
    guard word.hasSuffix("%"), let percent = ExactDecimal(String(word.dropLast()).trimmed) else {
      throw .intensityMalformed(text)
    }
    guard !(percent < .zero), !(greatestPercent < percent) else {
      throw .intensityOutOfRange(text)
    }
    return percent
  }

  private static func end(_ words: String, of text: String) throws(BackstopProblem) -> End {
    if let date = CalendarDate(words) { return .date(date) }
    guard let delay = try? Delay(reading: words), delay.months >= 0, delay.days >= 0,
      delay != .none
    else { throw .intensityMalformed(text) }
    return .length(delay)
  }

  /// The intensity from a valuation date on; rates that have ended by then are left out.
  ///
  /// - Throws: `backstop.intensity-unordered`.
  public func intensity(from date: CalendarDate) throws(BackstopProblem) -> DefaultIntensity {
    var start = CalendarDate.earliest
    var steps: [DefaultIntensity.Step] = []
    for stated in rates {
      let next = stated.end.map { Self.day(after: $0, from: date) } ?? .latest
      guard start < next else { throw .intensityUnordered(text) }
      if date < next {
        let rate = stated.percent.real.divided(by: PreciseReal(integer: 100)).doubleValue
        steps.append(
          DefaultIntensity.Step(
            fromYears: Double(max(0, date.days(until: max(start, date)))) / 365, rate: rate))
      }
      start = next
    }
    do throws(CreditProblem) {
      return try DefaultIntensity(steps: steps)
    } catch {
      throw .intensityUnordered(text)
    }
  }

  private static func day(after end: End, from date: CalendarDate) -> CalendarDate {
    switch end {
    case .date(let last): last.adding(days: 1)
    case .length(let delay): delay.applied(to: date)
    }
  }
}
