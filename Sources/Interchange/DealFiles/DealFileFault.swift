public import FinanceBasics

/// What is wrong with a file before its fields can be read, or with the shape of a field.
public enum DealFileFault: Fault, Hashable {
  case tooLarge(Int)
  case notUTF8(offset: Int)
  case notText(byte: UInt8, offset: Int)
  case empty
  case syntax(String)
  case tab
  case anchor
  case alias
  case tag
  case tooDeep
  case severalDocuments
  case notAMapping
  case keyNotText
  case purposeMissing
  case purposeDoubled
  case fieldEmpty(String)
  case expectsValue(String, kind: String)
  case expectsList(String)
  case expectsGroup(String, keys: [String])
  case elementNameMalformed(String)
  case elementDoubled(String, list: String, firstLine: Int)

  private enum Code: String, CaseIterable {
    case tooLarge = "file.too-large"
    case notUTF8 = "file.not-utf8"
    case notText = "file.not-text"
    case empty = "file.empty"
    case syntax = "yaml.syntax"
    case tab = "yaml.tab"
    case anchor = "yaml.anchor"
    case alias = "yaml.alias"
    case tag = "yaml.tag"
    case tooDeep = "yaml.too-deep"
    case severalDocuments = "yaml.several-documents"
    case notAMapping = "yaml.not-a-mapping"
    case keyNotText = "yaml.key-not-text"
    case purposeMissing = "file.purpose-missing"
    case purposeDoubled = "file.purpose-doubled"
    case fieldEmpty = "field.empty"
    case expectsValue = "field.expects-value"
    case expectsList = "field.expects-list"
    case expectsGroup = "field.expects-group"
    case elementNameMalformed = "element.name-malformed"
    case elementDoubled = "element.doubled"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String { kind.rawValue }

  private var kind: Code {
    switch self {
    case .tooLarge: .tooLarge
    case .notUTF8: .notUTF8
    case .notText: .notText
    case .empty: .empty
    case .syntax: .syntax
    case .tab: .tab
    case .anchor: .anchor
    case .alias: .alias
    case .tag: .tag
    case .tooDeep: .tooDeep
    case .severalDocuments: .severalDocuments
    case .notAMapping: .notAMapping
    case .keyNotText: .keyNotText
    case .purposeMissing: .purposeMissing
    case .purposeDoubled: .purposeDoubled
    case .fieldEmpty: .fieldEmpty
    case .expectsValue: .expectsValue
    case .expectsList: .expectsList
    case .expectsGroup: .expectsGroup
    case .elementNameMalformed: .elementNameMalformed
    case .elementDoubled: .elementDoubled
    }
  }
}
