import CashFlowEngine
import FinanceBasics
import LeaseModel

extension AnalysedDeal {
  /// The deal with another rent in its first year, whatever its terms state; all else stays.
  ///
  /// A deal with one rate, or with a contract value that a rate is solved from, is charged the new
  /// rate. Where halls, periods or steps have rates of their own, all are scaled alike, so that the
  /// average by megawatt is the new rate.
  ///
  /// - Throws: What the new rent leaves wrong, at the option that asks for it.
  func charging(_ setting: LeverSetting) throws -> AnalysedDeal {
    AnalysedDeal(
      versions: try versions.map { version in
        try version.charging(setting, instead: firstYearRate(of: version))
      }, firstAnnounced: firstAnnounced, series: series, delays: delays)
  }

  /// First-year rent a kilowatt and month, by megawatt, in currency units; `nil` where it is unknown.
  private func firstYearRate(of version: Deal) -> PreciseReal? {
    guard version.hasSeveralRents else { return nil }
    let alone = AnalysedDeal(versions: [version], series: series, delays: delays)
    return try? DealCashFlows(alone, case: .base).projection.averageFirstYearRate
  }

  /// First-year rent a kilowatt of critical IT and month, as it stands; `nil` where it is unknown.
  var firstYearRent: Figure? {
    guard let flows = try? DealCashFlows(self, case: .base),
      let rate = ExactDecimal(
        flows.projection.averageFirstYearRate.formatted(fractionDigits: rentFractionDigits))
    else { return nil }
    return Figure(exactly: rate.normalized, .moneyPerKilowattMonth(flows.projection.lease.currency))
  }
}

/// The digits after the point that a rent keeps: the most that a deal file takes.
private let rentFractionDigits = 12

extension Deal {
  /// Whether rent is more than one number: of halls, of periods, or by steps.
  fileprivate var hasSeveralRents: Bool {
    rentFields.contains { $0.path != .contractValue && $0.path != .rentRate }
  }

  /// Every field that says how much base rent is, but for renewals.
  private var rentFields: [DealField] {
    fields.filter { $0.block != .head && $0.block != .announcedFigures && $0.path.saysRent }
  }

  /// - Parameter rate: The average that is now charged, where rents are scaled.
  fileprivate func charging(
    _ setting: LeverSetting, instead rate: PreciseReal?
  ) throws -> Deal {
    let changed = try rate.map { try scaled(to: setting, from: $0) } ?? charged(setting)
    let draft = DealDraft(fields: changed, sources: sources)
    let (deal, faults) = Deal.checked(draft) { field in
      DiagnosticLocation(
        file: field.block == .scenario ? setting.place : nil, field: "\(id): \(field.path)")
    }
    guard let deal else { throw Diagnostics(Diagnostics.sorted(faults)) }
    return deal
  }

  /// The fields with one rate in place of the rent.
  private func charged(_ setting: LeverSetting) -> [DealField] {
    let rent = rentFields
    return fields.filter { !rent.contains($0) } + [
      DealField(block: .scenario, path: .rentRate, text: setting.text, line: 0, column: 0)
    ]
  }

  /// The fields with every rent scaled.
  private func scaled(to setting: LeverSetting, from rate: PreciseReal) throws -> [DealField] {
    let factor = setting.perKilowattMonth.divided(by: rate)
    let rent = rentFields
    return fields.map { field in
      guard rent.contains(field), let text = field.text.scaledFigure(by: factor) else {
        return field
      }
      return DealField(block: .scenario, path: field.path, text: text, line: 0, column: 0)
    }
  }
}

extension LeverSetting {
  /// A rent in money a kilowatt of critical IT and month.
  fileprivate var perKilowattMonth: PreciseReal {
    let amount = scale.point(of: number).real
    if case .figure(_, .moneyPerMegawattYear) = scale {
      return amount.divided(by: PreciseReal(integer: 12_000))
    }
    return amount
  }
}

extension String {
  /// A figure times a factor, with as many digits as a deal file takes; `nil` of what is no figure.
  fileprivate func scaledFigure(by factor: PreciseReal) -> String? {
    let rents: [Dimension] = [.money, .moneyPerTime, .moneyPerPowerTime]
    guard let figure = try? Figure(reading: self, asAnyOf: rents) else { return nil }
    let product = figure.point.real.times(factor)
    let whole = product.formatted(fractionDigits: 0).utf8.count
    let places = max(0, min(rentFractionDigits, significantDigits - whole))
    guard let number = ExactDecimal(product.formatted(fractionDigits: places)) else { return nil }
    return Figure(exactly: number.normalized, figure.unit).text
  }
}

/// The digits of a figure that a deal file takes, with one to spare.
private let significantDigits = 17

extension FieldPath {
  fileprivate static let contractValue = FieldPath.root.key("rent").key("contractValue")
  fileprivate static let rentRate = FieldPath.root.key("rent").key("rate")

  /// Whether the field says how much base rent is.
  fileprivate var saysRent: Bool {
    switch catalogPattern {
    case "rent.contractValue", "rent.rate", "rent.steps[].rate", "halls[].rent.rate",
      "periods[].rent.contractValue", "periods[].rent.rate", "periods[].rent.steps[].rate":
      true
    default: false
    }
  }
}
