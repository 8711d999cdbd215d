/// What is wrong with the text of a figure.
public enum QuantityFault: Fault, Hashable {
  case notANumber(String)
  /// Digits with an exponent, in another base, or in groups that are not set off by commas.
  case notInPlainDigits(String)
  case unitMissing(String, expected: [Dimension])
  case unitUnknown(String, nearest: String?)
  case unitWrong(String, expected: [Dimension])
  case megawattKindMissing(String, nearest: String)
  case rangeReversed(String)
  case rangeInSum(String)
  case outOfBounds(String, bound: String)

  private enum Code: String, CaseIterable {
    case notANumber = "figure.not-a-number"
    case unitMissing = "unit.missing"
    case unitUnknown = "unit.unknown"
    case unitWrong = "unit.wrong"
    case megawattKindMissing = "unit.megawatt-kind-missing"
    case rangeReversed = "figure.range-reversed"
    case rangeInSum = "figure.range-in-sum"
    case outOfBounds = "figure.out-of-bounds"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .notANumber, .notInPlainDigits: Code.notANumber.rawValue
    case .unitMissing: Code.unitMissing.rawValue
    case .unitUnknown: Code.unitUnknown.rawValue
    case .unitWrong: Code.unitWrong.rawValue
    case .megawattKindMissing: Code.megawattKindMissing.rawValue
    case .rangeReversed: Code.rangeReversed.rawValue
    case .rangeInSum: Code.rangeInSum.rawValue
    case .outOfBounds: Code.outOfBounds.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .notANumber(let text): "'\(text)' is not a number"
    case .notInPlainDigits(let text): "'\(text)' is not a number in plain digits"
    case .unitMissing(let text, let expected):
      "'\(text)' has no unit; the field takes \(Self.names(of: expected))"
    case .unitUnknown(let unit, _): "'\(unit)' is not a unit that is known here"
    case .unitWrong(let text, let expected):
      "'\(text)' has the wrong unit; the field takes \(Self.names(of: expected))"
    case .megawattKindMissing(let unit, _):
      "'\(unit)' does not say which megawatt: critical IT, gross or utility"
    case .rangeReversed(let text): "the range '\(text)' ends below its beginning"
    case .rangeInSum(let text): "'\(text)' adds or subtracts ranges or words of precision"
    case .outOfBounds(let text, let bound): "'\(text)' is beyond the bound of \(bound)"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .notANumber: "write a plain number and its unit, such as 7.0 bn USD, 245 MW or 3 %"
    case .notInPlainDigits: "write the digits out, such as 100,000 MW or 7.0 bn USD"
    case .unitMissing(_, let expected), .unitWrong(_, let expected):
      "write it with its unit, such as \(expected.map(\.example).joined(separator: " or "))"
    case .unitUnknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "write a unit such as USD, MW, %, USD/kW-month, USD/MW-IT-year or USD/MW-IT"
    case .megawattKindMissing(_, let nearest):
      "write \(nearest), or MW-gross or MW-utility in its place"
    case .rangeReversed: "write the lower figure first"
    case .rangeInSum: "add and subtract plain figures only, such as 6.7 bn - 3.7 bn USD"
    case .outOfBounds: "check the digits and the scale word: k, M or bn"
    }
  }

  private static func names(of dimensions: [Dimension]) -> String {
    dimensions.map(\.rawValue).joined(separator: ", or ")
  }
}
