/// What is wrong with the text of a date.
public enum DateFault: Fault, Hashable {
  case malformed(String)
  case nonexistent(String)

  private enum Code: String, CaseIterable {
    case malformed = "date.malformed"
    case nonexistent = "date.nonexistent"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .malformed: Code.malformed.rawValue
    case .nonexistent: Code.nonexistent.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .malformed(let text): "'\(text)' is not a date"
    case .nonexistent(let text): "'\(text)' is no day, month or period of the calendar"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .malformed: "write 2027-06-30, 2027-06, 2027-Q2, 2027-H2 or 2027, with about before it"
    case .nonexistent(let text) where text.contains("Q"): "write a quarter from Q1 to Q4"
    case .nonexistent(let text) where text.contains("H"): "write a half-year, H1 or H2"
    case .nonexistent: "check the day and the month: February has 28 days, or 29 in a leap year"
    }
  }
}

extension StatedDate {
  /// Reads a date as the initialiser from text does, and says what is wrong with it.
  ///
  /// - Throws: `date.nonexistent` for a shape of digits that names no day, else `date.malformed`.
  public init(reading text: String) throws(DateFault) {
    if let date = StatedDate(text) {
      self = date
      return
    }
    let written = text.hasPrefix("about ") ? text.dropFirst(6) : text[...]
    let shape = written.map { $0.isASCII && $0.isNumber ? "9" : $0 }
    let shapes = ["9999-99-99", "9999-99", "9999-Q9", "9999-H9", "9999"]
    throw shapes.contains(String(shape)) ? .nonexistent(text) : .malformed(text)
  }
}
