import FinanceBasics
import LeaseModel

extension FieldKind {
  /// What a text of the kind must look like, as JSON Schema; the parser checks what it means.
  var schema: JSONValue {
    switch self {
    case .text: ["type": ["string", "number", "boolean"], "maxLength": 16_384]
    case .identifier, .deal: ["anyOf": [["type": "integer"], Self.pattern(Self.identifier)]]
    case .party, .site: ["type": ["string", "integer"], "minLength": 1]
    case .figure(let dimensions): Self.figure(dimensions)
    case .share: Self.share
    case .date: Self.date()
    case .length: Self.pattern("\(Self.length)( \(Self.length))?")
    case .count(let bounds):
      [
        "anyOf": [
          [
            "type": "integer", "minimum": .integer(bounds.lowerBound),
            "maximum": .integer(bounds.upperBound),
          ],
          Self.pattern("[0-9][0-9,]*"),
        ]
      ]
    case .multiplier:
      ["anyOf": [["type": "number", "exclusiveMinimum": 0], Self.pattern("[0-9]+(\\.[0-9]+)?")]]
    case .choice(let words): Self.choice(words)
    case .choiceOrDate(let words): ["anyOf": [Self.choice(words), Self.date()]]
    case .dateOrLeaseYear: ["anyOf": [Self.date(), Self.pattern("year [0-9]{1,3}")]]
    case .leaseYears:
      [
        "anyOf": [
          ["type": "integer", "minimum": 1, "maximum": 100],
          Self.pattern("[0-9]{1,3}(-[0-9]{1,3})?"),
        ]
      ]
    case .monthDay: Self.pattern("[0-9]{2}-[0-9]{2}")
    }
  }

  /// Lower-case letters, digits and single hyphens.
  static let identifier = "[a-z0-9]+(-[a-z0-9]+)*"

  private static let length = "[0-9]{1,5} +(years?|months?|days?)"

  /// A text that matches a pattern from its first character to its last.
  private static func pattern(_ text: String) -> JSONValue {
    ["type": "string", "pattern": .string("^(\(text))$")]
  }

  /// A percentage of at most a hundred.
  private static let share: JSONValue = {
    let number = "(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)"
    return pattern(
      "(about |over |more than |at least |up to )?(\(number)( ?%)? to )?\(number) ?%")
  }()

  /// YAML of some readers takes yes and no for truth values.
  private static func choice(_ words: [String]) -> JSONValue {
    let texts: [JSONValue] = words.map { .string($0) }
    return ["enum": .array(texts + (words.contains("yes") ? [true, false] : []))]
  }

  /// A bare year is an integer of YAML.
  private static func date() -> JSONValue {
    let month = "(0[1-9]|1[0-2])"
    let period = "\(month)(-(0[1-9]|[12][0-9]|3[01]))?|Q[1-4]|H[12]"
    return [
      "anyOf": [
        ["type": "integer", "minimum": 1000, "maximum": 9999],
        pattern("(about )?[0-9]{4}(-(\(period)))?"),
      ]
    ]
  }

  /// A figure with its words of precision, its scale and its unit, which stands at the end.
  private static func figure(_ dimensions: [Dimension]) -> JSONValue {
    let units = dimensions.flatMap(unitPatterns)
    let takesNumbers = dimensions.contains(.number)
    let unit = units.isEmpty ? "" : "( ?(\(units.joined(separator: "|"))))"
    let scale = "( ?(thousand|million|billion|bn|k|M))?"
    let number = "-?[0-9][0-9,]*(\\.[0-9]+)?\(scale)"
    let words = "(about |over |more than |at least |up to )?"
    let joint = "( to | \\+ | - | − )"
    let last = units.isEmpty ? "" : takesNumbers ? "\(unit)?" : unit
    let first = units.isEmpty ? "" : "\(unit)?"
    let text = pattern("\(words)(\(number)\(first)\(joint))*\(number)\(last)")
    return takesNumbers ? ["anyOf": [["type": "number"], text]] : text
  }

  private static func unitPatterns(of dimension: Dimension) -> [String] {
    let currency = "(\(Currency.known.joined(separator: "|")))"
    let megawatt = "MW-(\(MegawattKind.allCases.map(\.rawValue).joined(separator: "|")))"
    return switch dimension {
    case .money: [currency]
    case .moneyPerTime: ["\(currency)/(year|month)"]
    case .moneyPerPowerTime: ["\(currency)/(kW-month|kW-IT-month|\(megawatt)-year)"]
    case .moneyPerPower: ["\(currency)/\(megawatt)"]
    case .moneyPerEnergy: ["\(currency)/MWh"]
    case .power: ["MW"]
    case .percentage: ["%"]
    case .number: []
    case .shares: ["shares?"]
    }
  }
}
