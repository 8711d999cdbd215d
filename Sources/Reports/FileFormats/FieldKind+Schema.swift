import FinanceBasics
import LeaseModel

extension FieldKind {
  /// What a text of the kind must look like, as JSON Schema; the parser checks what it means.
  var schema: JSONValue {
    switch self {
    case .text:
      [
        "type": ["string", "number", "boolean"], "maxLength": 16_384,
        "pattern": .string(Self.someText),
      ]
    case .identifier, .deal:
      ["anyOf": [["type": "integer", "minimum": 0], Self.pattern(Self.identifier)]]
    case .party, .site: ["type": ["string", "integer"], "pattern": .string(Self.filledIn)]
    case .figure(let dimensions): Self.figure(dimensions)
    case .share: Self.share
    case .date: Self.date()
    case .length: Self.length()
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
    case .dateOrLeaseYear: Self.dateOrLeaseYear()
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

  /// More than spaces.
  static let someText = "[^\\s]"
  /// More than spaces, and not the mark of a value that is still to be filled in.
  static let filledIn = "^(?!\\s*\\?\\?\\?\\s*$)[\\s\\S]*[^\\s]"

  /// What the name of an element may hold.
  static let unbracketed = "(?!.*[\\[\\]])[^\\n]*"

  /// A text that matches a pattern from its first character to its last.
  static func pattern(_ text: String) -> JSONValue {
    ["type": "string", "pattern": .string("^(\(text))$")]
  }

  /// Years, months or days, up to a hundred years.
  ///
  /// - Parameter isSome: Whether nothing is refused.
  static func length(isSome: Bool = false) -> JSONValue {
    let part = "[0-9]{1,5} +(years?|months?|days?)"
    let years = "0*(10[1-9]|1[1-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,}) +years?"
    let months = "0*(120[1-9]|12[1-9][0-9]|1[3-9][0-9]{2}|[2-9][0-9]{3}|[1-9][0-9]{4}) +months?"
    let days = "0*(3652[6-9]|365[3-9][0-9]|36[6-9][0-9]{2}|3[7-9][0-9]{3}|[4-9][0-9]{4}) +days?"
    let nothing = isSome ? "|(0+ +(years?|months?|days?) *)+" : ""
    return pattern("(?!(\(years)|\(months)|\(days)\(nothing))$)\(part)( +\(part))?")
  }

  /// A percentage of at most a hundred.
  private static let share: JSONValue = {
    let number = "(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)"
    return pattern(
      "(about |over |more than |at least |up to )?(\(number)( ?%)? to )?\(number) ?%")
  }()

  /// YAML of some readers takes yes and no for truth values.
  static func choice(_ words: [String]) -> JSONValue {
    let texts: [JSONValue] = words.map { .string($0) }
    return ["enum": .array(texts + (words.contains("yes") ? [true, false] : []))]
  }

  /// A bare year is an integer of YAML.
  ///
  /// - Parameter years: Whole centuries, and the first year of the next; any four digits if absent.
  static func date(_ years: ClosedRange<Int>? = nil) -> JSONValue {
    let centuries = years.map { ($0.lowerBound / 100..<$0.upperBound / 100).map(String.init) } ?? []
    let year =
      years.map { "((\(centuries.joined(separator: "|")))[0-9]{2}|\($0.upperBound))" } ?? "[0-9]{4}"
    let month = "(0[1-9]|1[0-2])"
    let period = "\(month)(-(0[1-9]|[12][0-9]|3[01]))?|Q[1-4]|H[12]"
    return [
      "anyOf": [
        [
          "type": "integer", "minimum": .integer(years?.lowerBound ?? 1000),
          "maximum": .integer(years?.upperBound ?? 9999),
        ],
        pattern("(about )?\(year)(-(\(period)))?"),
      ]
    ]
  }

  static func dateOrLeaseYear(_ years: ClosedRange<Int>? = nil) -> JSONValue {
    ["anyOf": [date(years), pattern("year [0-9]{1,3}")]]
  }

  /// A figure with its words of precision, its scale and its unit, which stands at the end.
  ///
  /// - Parameters:
  ///   - least: The least that a figure of one number may be; one, of a number without a word.
  ///   - kinds: The megawatts that money may be counted by.
  static func figure(
    _ dimensions: [Dimension], least: FieldDefinition.Least = .any,
    kinds: [MegawattKind] = MegawattKind.allCases
  ) -> JSONValue {
    let units = dimensions.flatMap { unitPatterns(of: $0, kinds) }
    let takesNumbers = dimensions.contains(.number)
    let unit = units.isEmpty ? "" : "( ?(\(units.joined(separator: "|"))))"
    let scale = "( ?(thousand|million|billion|bn|k|M))?"
    let number = "-?[0-9][0-9,]*(\\.[0-9]+)?\(scale)"
    let words = "(about |over |more than |at least |up to )?"
    let joint = "( to | \\+ | - | − )"
    let last = units.isEmpty ? "" : takesNumbers ? "\(unit)?" : unit
    let first = units.isEmpty ? "" : "\(unit)?"
    let refused = FigureLimits(dimensions, least: least).patterns
    let limit =
      refused.isEmpty
      ? "" : "(?!\(least == .one ? "" : words)(\(refused.joined(separator: "|")))\(last)$)"
    let text = pattern("\(limit)\(words)(\(number)\(first)\(joint))*\(number)\(last)")
    guard takesNumbers else { return text }
    let plain: JSONValue = least == .one ? ["type": "number", "minimum": 1] : ["type": "number"]
    return ["anyOf": [plain, text]]
  }

  private static func unitPatterns(of dimension: Dimension, _ kinds: [MegawattKind]) -> [String] {
    let currency = "(\(Currency.known.joined(separator: "|")))"
    let megawatt = "MW-(\(kinds.map(\.rawValue).joined(separator: "|")))"
    return switch dimension {
    case .money: [currency]
    case .moneyPerTime: ["\(currency)/(year|month)"]
    case .moneyPerPowerTime:
      ["\(currency)/(kW-month|kW-IT-month\(kinds.isEmpty ? "" : "|\(megawatt)-year"))"]
    case .moneyPerPower: ["\(currency)/\(megawatt)"]
    case .moneyPerEnergy: ["\(currency)/MWh"]
    case .power: ["MW"]
    case .percentage: ["%"]
    case .number: []
    case .shares: ["shares?"]
    }
  }
}

/// Numbers of a figure by itself that a field refuses, as patterns without words and unit.
private struct FigureLimits {
  /// Alternatives; none where every number is taken.
  let patterns: [String]

  private static let scale = "( ?(thousand|million|billion|bn|k|M))?"
  private static let fraction = "(\\.[0-9]+)?"

  init(_ dimensions: [Dimension], least: FieldDefinition.Least) {
    let nothing = "-?0[0,]*(\\.0+)?\(Self.scale)"
    let below = "-(?=[0-9,.]*[1-9])[0-9][0-9,]*\(Self.fraction)\(Self.scale)"
    let small: [String] =
      switch least {
      case .any: []
      case .zero: [below]
      case .aboveZero: [below, nothing]
      case .one: [below, "-?0[0,]*\(Self.fraction)"]
      }
    patterns = small + Self.large(dimensions)
  }

  /// Numbers beyond `figure.out-of-bounds`, by how many digits stand before the point.
  private static func large(_ dimensions: [Dimension]) -> [String] {
    let digits = { (count: Int) in "[1-9](,?[0-9]){\(count - 1),}\(fraction)" }
    switch dimensions {
    case [.power]:
      // Above 100,000: what has six digits and is another number, or has more.
      return [
        digits(7), "(?!1(,?0){5}(\\.0+)?[^0-9.,])[1-9](,?[0-9]){5}\(fraction)",
        digits(4) + " ?(thousand|k)",
        "(?!100(\\.0+)? ?[tk])[1-9][0-9]{2}\(fraction) ?(thousand|k)",
        digits(1) + " ?(million|billion|bn|M)",
      ]
    case [.money]:
      // Above 10¹⁵, which itself has sixteen digits.
      return [
        digits(17), digits(14) + " ?(thousand|k)", digits(11) + " ?(million|M)",
        digits(8) + " ?(billion|bn)",
      ]
    default: return []
    }
  }
}

extension FieldDefinition {
  /// What a value of the field must look like by itself.
  var schema: JSONValue {
    switch kind {
    case .text where section == .sites && pattern == "country":
      // Readers of YAML 1.1 take the two letters of Norway for a truth value.
      ["anyOf": [FieldKind.pattern("[A-Z]{2}"), ["enum": [false]]]]
    case .text where isElementName:
      text(FieldKind.filledIn.replacing("[\\s\\S]*", with: FieldKind.unbracketed) + "$")
    case .text where isFilledIn: text(FieldKind.filledIn)
    case .figure(let dimensions):
      FieldKind.figure(dimensions, least: least, kinds: megawattKinds)
    case .length: FieldKind.length(isSome: isLongerThanNothing)
    case .date: FieldKind.date(years)
    case .choiceOrDate(let words): ["anyOf": [FieldKind.choice(words), FieldKind.date(years)]]
    case .dateOrLeaseYear: FieldKind.dateOrLeaseYear(years)
    default: kind.schema
    }
  }

  private func text(_ pattern: String) -> JSONValue {
    [
      "type": ["string", "number", "boolean"], "maxLength": 16_384, "pattern": .string(pattern),
    ]
  }

  /// Whether `???` is told as a value that is still to be filled in.
  private var isFilledIn: Bool {
    switch section {
    case .head, .terms, .announcedFigures, .sources, .parties, .sites: true
    case .amendment, .definitions, .series, .scenarios: false
    }
  }
}
