public import FinanceBasics

/// What the checks of a deal refuse in one value by itself, for schemas to say it as well.
extension FieldDefinition {
  /// The least that a plain figure of a field may be.
  public enum Least: Sendable {
    /// Nothing that one value tells.
    case any
    case zero, aboveZero, one
  }

  /// The least that a plain figure may be, as `figure.zero`, `value.out-of-bounds` and
  /// `pue.below-one` have it.
  public var least: Least {
    guard section == .terms, case .figure(let dimensions) = kind else { return .any }
    if pattern == "pue" { return .one }
    if dimensions == [.power] { return DealValidation.isRamp(pattern) ? .zero : .aboveZero }
    let money: Set<Dimension> = [
      .money, .moneyPerTime, .moneyPerPowerTime, .moneyPerPower, .moneyPerEnergy,
    ]
    guard money.isSuperset(of: dimensions) else { return .any }
    let isRent = DealValidation.isRent(pattern) || pattern.hasSuffix("rent.contractValue")
    return isRent ? .aboveZero : .zero
  }

  /// The megawatts that money may be counted by, as `rent.rate-not-on-critical-it` and
  /// `tariff.demand-not-per-kw-month` have it.
  public var megawattKinds: [MegawattKind] {
    let rates = ["rent.rate", "rent.steps[].rate"]
    let rents = rates.flatMap { [$0, "periods[].\($0)", "halls[].\($0)"] }
    if section == .terms, rents.contains(pattern) { return [.criticalIT] }
    return section == .terms && pattern == "power.tariff[].demand" ? [] : MegawattKind.allCases
  }

  /// Whether nothing is a length, as `length.zero` has it.
  public var isLongerThanNothing: Bool {
    let lengths = [
      "term", "halls[].term", "renewals.each", "renewals.options[].length", "holdover.length",
    ]
    return section == .terms && lengths.contains(pattern)
  }

  /// Whether the value names an element of a list, as `element.name-malformed` has it.
  public var isElementName: Bool { pattern.hasSuffix("[].name") }

  /// The years in which a date may lie, as `date.out-of-bounds` has it; `nil` for all four digits.
  public var years: ClosedRange<Int>? {
    section == .terms || section == .announcedFigures
      ? DealValidation.days.lowerBound.year...DealValidation.days.upperBound.year : nil
  }
}

extension FieldCatalog {
  /// The two keys one of which says from when an element of a list of the terms holds; empty of
  /// a list without an order, and of one that has a key of its own for it.
  ///
  /// - Parameter list: Such as `rent.steps`.
  public static func startKeys(of list: String) -> [String] {
    guard let start = ListStart(of: list), let number = start.numberKey, let day = start.dayKey
    else { return [] }
    return [number, day]
  }
}
