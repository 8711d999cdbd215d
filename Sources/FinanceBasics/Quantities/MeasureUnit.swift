/// The unit of a figure, exact to which megawatt it divides by.
public enum MeasureUnit: Hashable, Sendable {
  case money(Currency)
  case moneyPerYear(Currency)
  case moneyPerMonth(Currency)
  /// Rent on critical IT: the only kilowatt that rent is charged on.
  case moneyPerKilowattMonth(Currency)
  case moneyPerMegawattYear(Currency, MegawattKind)
  case moneyPerMegawatt(Currency, MegawattKind)
  case moneyPerMegawattHour(Currency)
  case megawatts
  case percent
  /// A plain number: a PUE, a count of options.
  case number
  case shares

  /// What is measured, whatever the currency and the kind of megawatt.
  public var dimension: Dimension {
    switch self {
    case .money: .money
    case .moneyPerYear, .moneyPerMonth: .moneyPerTime
    case .moneyPerKilowattMonth, .moneyPerMegawattYear: .moneyPerPowerTime
    case .moneyPerMegawatt: .moneyPerPower
    case .moneyPerMegawattHour: .moneyPerEnergy
    case .megawatts: .power
    case .percent: .percentage
    case .number: .number
    case .shares: .shares
    }
  }

  /// The currency of a unit of money.
  public var currency: Currency? {
    switch self {
    case .money(let currency), .moneyPerYear(let currency), .moneyPerMonth(let currency),
      .moneyPerKilowattMonth(let currency), .moneyPerMegawattYear(let currency, _),
      .moneyPerMegawatt(let currency, _), .moneyPerMegawattHour(let currency):
      currency
    case .megawatts, .percent, .number, .shares: nil
    }
  }
}

/// What a figure measures.
public enum Dimension: String, CaseIterable, Hashable, Sendable {
  case money = "an amount of money"
  case moneyPerTime = "money a year or a month"
  case moneyPerPowerTime = "money per kW-month or MW-year"
  case moneyPerPower = "money per megawatt"
  case moneyPerEnergy = "money per megawatt-hour"
  case power = "megawatts"
  case percentage = "a percentage"
  case number = "a plain number"
  case shares = "a number of shares"

  /// A figure of this dimension as it is written in a deal file.
  public var example: String {
    switch self {
    case .money: "7.0 bn USD"
    case .moneyPerTime: "376 M USD/year"
    case .moneyPerPowerTime: "128.02 USD/kW-month"
    case .moneyPerPower: "10 M USD/MW-IT"
    case .moneyPerEnergy: "45 USD/MWh"
    case .power: "245 MW"
    case .percentage: "3 %"
    case .number: "1.35"
    case .shares: "41,011,803 shares"
    }
  }
}

/// The three kinds of megawatt, which are never mixed.
public enum MegawattKind: String, CaseIterable, Sendable {
  /// Critical IT load: what rent is charged on.
  case criticalIT = "IT"
  /// IT times PUE.
  case gross
  /// The interconnection.
  case utility
}

extension MeasureUnit: CustomStringConvertible {
  /// The unit as a deal file writes it, such as `USD/MW-IT-year`; empty for a plain number.
  public var description: String {
    switch self {
    case .money(let currency): currency.code
    case .moneyPerYear(let currency): "\(currency)/year"
    case .moneyPerMonth(let currency): "\(currency)/month"
    case .moneyPerKilowattMonth(let currency): "\(currency)/kW-month"
    case .moneyPerMegawattYear(let currency, let kind): "\(currency)/MW-\(kind.rawValue)-year"
    case .moneyPerMegawatt(let currency, let kind): "\(currency)/MW-\(kind.rawValue)"
    case .moneyPerMegawattHour(let currency): "\(currency)/MWh"
    case .megawatts: "MW"
    case .percent: "%"
    case .number: ""
    case .shares: "shares"
    }
  }
}
