public import FinanceBasics

/// What is wrong with a setting, in a file or in the environment.
public enum SettingFault: Fault, Hashable {
  case unknown(String, nearest: String?)
  /// Nothing, or a group or a list where one value belongs.
  case expectsValue(Setting)
  case malformed(Setting, String)
  /// The file names no settings.
  case expectsSettings
  /// The ledger that is asked has no party of that name.
  case landlordUnknown(String, nearest: String?)

  private enum Code: String, CaseIterable {
    case unknown = "setting.unknown"
    case expectsValue = "setting.expects-value"
    case malformed = "setting.malformed"
    case expectsSettings = "setting.expects-settings"
    case landlordUnknown = "setting.landlord-unknown"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    let code: Code =
      switch self {
      case .unknown: .unknown
      case .expectsValue: .expectsValue
      case .malformed: .malformed
      case .expectsSettings: .expectsSettings
      case .landlordUnknown: .landlordUnknown
      }
    return code.rawValue
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .unknown(let name, _): "there is no setting '\(name)'"
    case .expectsValue(let setting): "the setting \(setting.rawValue) takes one value"
    case .malformed(let setting, let text): "the \(setting.rawValue) '\(text)' cannot be taken"
    case .expectsSettings: "the file names no settings"
    case .landlordUnknown(let name, _): "there is no party '\(name)' in the ledger"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .unknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "take it out; there are \(Self.names)"
    case .expectsValue(let setting): "write such as \(setting.rawValue): \(Self.example(setting))"
    case .malformed(.rate, _):
      "write a rate above -100% and up to 10000% with its unit, such as \(Self.example(.rate))"
    case .malformed(.unit, _): "write units, thousands, millions or billions"
    case .malformed(.ledger, _): "write the path of a file"
    case .malformed(.landlord, _): "write an id, a name or an alias, or all"
    case .expectsSettings: "write one a line, such as rate: \(Self.example(.rate))"
    case .landlordUnknown(_, let nearest):
      nearest.map { "write \($0), if that is who is meant" }
        ?? "write a landlord of the ledger, or ask with --landlord all"
    }
  }

  private static var names: String {
    let names = Setting.allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  private static func example(_ setting: Setting) -> String {
    switch setting {
    case .ledger: "deals/leasebook.db"
    case .landlord: "Hut 8"
    case .rate: "8%"
    case .unit: "millions"
    }
  }
}
