import FinanceBasics
import LeaseModel

/// A small change of a field's text, taken where the question states none.
///
/// Of a figure +1 %, of a percentage +1 point, of a day +30 days, of a length +1 month or +30 days,
/// of a count +1.
struct SmallChange {
  /// The text after the change.
  let text: String
  /// What was done, in words: `+1 %`.
  let words: String

  /// `nil` of a text that is none of these.
  ///
  /// - Parameter periodDay: The day at which a stated period is taken.
  init?(of text: String, periodDay: PeriodDay) {
    if let length = Tenor(text) {
      switch length {
      case .months(let count): (self.text, words) = ("\(count + 1) months", "+1 month")
      case .days(let count): (self.text, words) = ("\(count + 30) days", "+30 days")
      }
    } else if let date = try? StatedDate(reading: text) {
      let day = date.day(takenAt: periodDay).adding(days: 30)
      (self.text, words) = (day.description, "+30 days")
    } else if let count = Int(text) {
      (self.text, words) = ("\(count + 1)", "+1")
    } else if let figure = Self.figure(text) {
      (self.text, words) = Self.changed(figure)
    } else {
      return nil
    }
  }

  private static func figure(_ text: String) -> Figure? {
    try? Figure(reading: text, asAnyOf: Dimension.allCases)
  }

  private static func changed(_ figure: Figure) -> (String, String) {
    if figure.unit == .percent {
      let point = (figure.point + .one).normalized
      return (Figure(exactly: point, .percent).text, "+1 percentage point")
    }
    let point = (figure.point * ExactDecimal(digits: 101, fractionDigits: 2)).normalized
    return (Figure(exactly: point, figure.unit).text, "+1 %")
  }
}
