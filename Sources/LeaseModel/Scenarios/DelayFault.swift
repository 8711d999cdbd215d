public import FinanceBasics

/// What is wrong with the text of a delay.
public enum DelayFault: Fault, Hashable {
  case malformed(String)
  case tooLong(String)

  private enum Code: String, CaseIterable {
    case malformed = "delay.malformed"
    case tooLong = "delay.too-long"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .malformed: Code.malformed.rawValue
    case .tooLong: Code.tooLong.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .malformed(let text): "'\(text)' is not a delay"
    case .tooLong(let text): "a delay of '\(text)' is longer than 20 years"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .malformed:
      "write it in days, months, quarters or years, such as 90d, 6 months or -30 days"
    case .tooLong: "check the number and its unit"
    }
  }
}
