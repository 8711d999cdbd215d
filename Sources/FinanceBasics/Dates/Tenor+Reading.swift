/// What is wrong with the text of a length of time.
public enum LengthFault: Fault, Hashable {
  case malformed(String)
  case tooLong(String)

  private enum Code: String, CaseIterable {
    case malformed = "length.malformed"
    case tooLong = "length.too-long"
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
    case .malformed(let text): "'\(text)' is not a length of time"
    case .tooLong(let text): "'\(text)' is longer than 100 years"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .malformed: "write whole years, months or days, such as 15 years, 180 months or 90 days"
    case .tooLong: "check the number and its unit"
    }
  }
}

extension Tenor {
  /// Reads a length as the initialiser from text does, and says what is wrong with it.
  ///
  /// - Throws: `length.too-long` where only the bound is broken, else `length.malformed`.
  public init(reading text: String) throws(LengthFault) {
    if let length = Tenor(text) {
      self = length
      return
    }
    let words = text.split(separator: " ")
    let units = ["year", "years", "month", "months", "day", "days"]
    let isShaped =
      (words.count == 2 || words.count == 4)
      && words.enumerated().allSatisfy { index, word in
        index.isMultiple(of: 2)
          ? word.utf8.allSatisfy { (48...57).contains($0) } : units.contains(String(word))
      }
    let isLong =
      isShaped
      && stride(from: 0, to: words.count, by: 2).contains {
        Tenor("\(words[$0]) \(words[$0 + 1])") == nil
      }
    throw isLong ? .tooLong(text) : .malformed(text)
  }
}
