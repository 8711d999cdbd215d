import FinanceBasics
import LeaseModel

extension SensitivityQuestion {
  /// Where a lever stands, on the scale in which people tell it; `nil` where the deals say nothing.
  ///
  /// Of several deals, where the first that says so has it.
  func present(_ lever: Lever) -> (number: ExactDecimal, scale: LeverScale)? {
    switch lever.target {
    case .rate: return percentage(basis.discounting.rate)
    case .spread: return percentage(basis.discounting.spread)
    case .tier(let tier):
      let discounting = basis.discounting(of: tier)
      return percentage(discounting.rate ?? discounting.spread)
    case .delay: return (.zero, .time(.months))
    case .rent:
      return deals.lazy.compactMap(\.firstYearRent).first.map { figure in
        (figure.point, .figure(.units, figure.unit))
      }
    case .assumption(let path):
      for analysed in deals {
        let field = analysed.deal.fields.first {
          $0.block != .head && $0.block != .announcedFigures && $0.path == path
        }
        let day = analysed.deal.terms.periodDay?.value ?? .end
        if let field, let found = lever.kind.present(field.text, periodDay: day) { return found }
      }
      return nil
    }
  }
}

/// A fraction in percent.
private func percentage(_ fraction: Double?) -> (number: ExactDecimal, scale: LeverScale)? {
  let percent = fraction.flatMap { ExactDecimal(shortest: $0) }?.scaled(byPowerOfTen: 2)
  return percent.map { ($0.normalized, .percentage) }
}

extension LeverKind {
  /// The number of a field's text with its scale; `nil` of what holds no value.
  fileprivate func present(
    _ text: String, periodDay: PeriodDay
  ) -> (number: ExactDecimal, scale: LeverScale)? {
    switch self {
    case .figure(let dimensions):
      guard let figure = try? Figure(reading: text, asAnyOf: dimensions) else { return nil }
      let scale = LeverScale(of: figure)
      return (scale.number(of: figure), scale)
    case .share:
      guard let figure = try? Figure(reading: text, as: .percentage) else { return nil }
      return (figure.point.normalized, .percentage)
    case .time:
      switch Tenor(text) {
      case .months(let count): return (ExactDecimal(count), .time(.months))
      case .days(let count): return (ExactDecimal(count), .time(.days))
      case nil: return nil
      }
    case .date:
      guard let day = StatedDate(text)?.day(takenAt: periodDay) else { return nil }
      return (ExactDecimal(Int(day.dayNumber)), .date)
    case .count: return ExactDecimal(text).map { ($0, .count) }
    case .factor: return ExactDecimal(text).map { ($0.normalized, .factor) }
    }
  }
}
