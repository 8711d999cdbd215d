import FinanceBasics
import LeaseModel

/// One field of a deal moved down or up, as a scenario would state it.
struct TornadoMove {
  /// The text after the change.
  let text: String
  /// Whether a bound of the field cut the change short.
  let isClipped: Bool

  private init(_ text: String, isClipped: Bool = false) {
    self.text = text
    self.isClipped = isClipped
  }

  /// `nil` of counts, of words, and of what holds no value.
  ///
  /// - Parameters:
  ///   - sign: −1 down, 1 up.
  ///   - periodDay: The day at which a stated period is taken.
  init?(
    of field: DealField, by change: TornadoChange, sign: Int, periodDay: PeriodDay
  ) {
    let pattern = field.path.catalogPattern
    let definition = FieldCatalog.definition(pattern, in: .terms)
    guard let kind = definition.flatMap({ LeverKind($0.kind) }) else { return nil }
    switch kind {
    case .count: return nil
    case .factor:
      guard let factor = ExactDecimal(field.text) else { return nil }
      self.init((factor * change.factor(sign)).normalized.description)
    case .date:
      guard let date = StatedDate(field.text) else { return nil }
      let day = date.day(takenAt: periodDay).adding(months: sign * change.months)
      self.init(day.description)
    case .time:
      guard let length = Tenor(field.text) else { return nil }
      self = Self.moved(length, by: sign * change.months)
    case .figure(let dimensions):
      guard let figure = try? Figure(reading: field.text, asAnyOf: dimensions) else { return nil }
      self = Self.moved(figure, by: change, sign: sign, within: LeverBounds(of: pattern, kind))
    case .share:
      guard let figure = try? Figure(reading: field.text, as: .percentage) else { return nil }
      self = Self.moved(figure, by: change, sign: sign, within: LeverBounds(of: pattern, kind))
    }
  }

  /// The days that stand for a month of a length that is stated in days.
  private static let daysOfMonth = 30

  private static func moved(_ length: Tenor, by months: Int) -> TornadoMove {
    switch length {
    case .months(let count):
      let moved = max(0, count + months)
      return TornadoMove("\(moved) months", isClipped: moved != count + months)
    case .days(let count):
      let moved = max(0, count + months * daysOfMonth)
      return TornadoMove("\(moved) days", isClipped: moved != count + months * daysOfMonth)
    }
  }

  private static func moved(
    _ figure: Figure, by change: TornadoChange, sign: Int, within bounds: LeverBounds
  ) -> TornadoMove {
    let scale = LeverScale(of: figure)
    let number = scale.number(of: figure)
    let wanted =
      scale == .percentage
      ? number + change.points * ExactDecimal(sign) : number * change.factor(sign)
    let held = bounds.clamped(wanted)
    return TornadoMove(scale.text(of: held.normalized), isClipped: held != wanted)
  }
}

extension TornadoChange {
  /// What an amount is multiplied by: 0.9 or 1.1 where the change is 10 %.
  func factor(_ sign: Int) -> ExactDecimal {
    let share = relative.scaled(byPowerOfTen: -2) ?? relative
    return .one + share * ExactDecimal(sign)
  }
}
