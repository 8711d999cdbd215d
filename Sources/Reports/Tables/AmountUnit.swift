/// The unit in which people see the amounts of a table; programs always get currency units.
public enum AmountUnit: String, CaseIterable, Hashable, Sendable {
  case units
  case thousands
  case millions
  case billions

  /// The power of ten of one of it, in currency units.
  var powerOfTen: Int {
    switch self {
    case .units: 0
    case .thousands: 3
    case .millions: 6
    case .billions: 9
    }
  }

  /// The word between a number and its currency, as in `7.0 billion USD`; empty for units.
  var multiplier: String {
    switch self {
    case .units: ""
    case .thousands: "thousand"
    case .millions: "million"
    case .billions: "billion"
    }
  }
}
