public import FinanceBasics

/// Why solved values cannot be put into a file.
public enum SolvedEditFault: Fault, Hashable {
  /// The file is an amendment, or has no deal.
  case notADeal
  /// The place of the change is laid out in a way that no edit by position can take.
  case layout(String)
  /// What would be wrong with the file that results.
  case unsound(String)

  private enum Code: String, CaseIterable {
    case notADeal = "solved.not-a-deal"
    case layout = "solved.layout"
    case unsound = "solved.unsound"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .notADeal: Code.notADeal.rawValue
    case .layout: Code.layout.rawValue
    case .unsound: Code.unsound.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .notADeal: "the file is no deal file, so that it has no place for solved values"
    case .layout(let place): "solved values cannot be put in here: \(place)"
    case .unsound(let reason):
      "the file would not be sound with the solved values, so that nothing is written: \(reason)"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .notADeal: "give the file that begins with deal: and the deal's id"
    case .layout: "write each block, and each field of the assumptions, on lines of its own"
    case .unsound: "put the values in by hand, and see what leasebook check says"
    }
  }
}
