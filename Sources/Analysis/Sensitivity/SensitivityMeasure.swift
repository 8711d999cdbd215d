/// What a sensitivity asks of deals under each change; the raw value is the word of the command.
public enum SensitivityMeasure: String, CaseIterable, Hashable, Sendable {
  /// Of all flows from the valuation date on, in minor units.
  case presentValue = "pv"
  /// The unlevered rate of return; blank unless there is exactly one.
  case rateOfReturn = "irr"
  /// Posted, over all days; blank where an operating cost is unknown.
  case netOperatingIncome = "noi"
  /// Received over paid; blank where nothing is paid.
  case equityMultiple = "multiple"
  /// The day of payback; blank where nothing is paid back.
  case payback
  /// Stabilised NOI over capital cost; blank where either is unknown.
  case yieldOnCost = "yield-on-cost"
  /// Posted base rent.
  case contractValue = "contract-value"

  /// How a value is written.
  public enum Kind: Hashable, Sendable {
    /// Minor units.
    case amount
    /// A fraction of one.
    case percent
    /// A plain number.
    case multiple
    case date
  }

  /// How the measure's values are written.
  public var kind: Kind {
    switch self {
    case .presentValue, .netOperatingIncome, .contractValue: .amount
    case .rateOfReturn, .yieldOnCost: .percent
    case .equityMultiple: .multiple
    case .payback: .date
    }
  }

  /// The heading in text.
  public var name: String {
    switch self {
    case .presentValue: "Present value"
    case .rateOfReturn: "Unlevered IRR"
    case .netOperatingIncome: "NOI"
    case .equityMultiple: "Equity multiple"
    case .payback: "Payback"
    case .yieldOnCost: "Yield on cost"
    case .contractValue: "Contract value"
    }
  }

  /// What a blank means, in a sentence.
  public var blankMeaning: String {
    switch self {
    case .presentValue, .contractValue: "not known"
    case .rateOfReturn: "there is not exactly one rate of return"
    case .netOperatingIncome: "an operating cost is unknown"
    case .equityMultiple: "nothing is paid"
    case .payback: "nothing is paid, or what is paid is not paid back"
    case .yieldOnCost: "stabilised NOI or capital cost is unknown"
    }
  }

  /// Whether the discount rate has a part in the measure.
  public var dependsOnRate: Bool { self == .presentValue }
}

extension SensitivityMeasure {
  /// What sets a tolerance on a target, in the measure's own unit: a cent, a day, or 1e-9.
  var tolerance: Double {
    switch kind {
    case .amount, .date: 0.5
    case .percent, .multiple: 1e-9
    }
  }
}
