public import FinanceBasics

/// What is wrong with the text of one field.
public enum FieldFault: Fault, Hashable {
  case quantity(QuantityFault)
  case date(DateFault)
  case length(LengthFault)
  case lengthIsZero(String)
  case choiceUnknown(String, choices: [String])
  /// A value that belongs under a key of the group, such as a plain percentage for an escalator.
  case belongsUnderKey(String, field: String, key: String)
  case loadIsZero(String)
  case nameMalformed(String)
  case countMalformed(String, bounds: ClosedRange<Int>)
  case multiplierMalformed(String)
  case leaseYearsMalformed(String)
  case monthDayMalformed(String)
  case shareOutOfBounds(String)
  case textTooLong(Int)

  private enum Code: String, CaseIterable {
    case lengthIsZero = "length.zero"
    case loadIsZero = "figure.zero"
    case choiceUnknown = "choice.unknown"
    case nameMalformed = "name.malformed"
    case countMalformed = "count.malformed"
    case multiplierMalformed = "multiplier.malformed"
    case leaseYearsMalformed = "years.malformed"
    case monthDayMalformed = "month-day.malformed"
    case shareOutOfBounds = "share.out-of-bounds"
    case textTooLong = "text.too-long"
  }

  /// The most bytes that one text may have.
  public static let maximumTextLength = 16_384

  /// Every code that the area can give, each once.
  public static var codes: [String] {
    QuantityFault.codes + DateFault.codes + LengthFault.codes + Code.allCases.map(\.rawValue)
  }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .quantity(let fault): fault.code
    case .date(let fault): fault.code
    case .length(let fault): fault.code
    case .lengthIsZero: Code.lengthIsZero.rawValue
    case .choiceUnknown, .belongsUnderKey: Code.choiceUnknown.rawValue
    case .loadIsZero: Code.loadIsZero.rawValue
    case .nameMalformed: Code.nameMalformed.rawValue
    case .countMalformed: Code.countMalformed.rawValue
    case .multiplierMalformed: Code.multiplierMalformed.rawValue
    case .leaseYearsMalformed: Code.leaseYearsMalformed.rawValue
    case .monthDayMalformed: Code.monthDayMalformed.rawValue
    case .shareOutOfBounds: Code.shareOutOfBounds.rawValue
    case .textTooLong: Code.textTooLong.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .quantity(let fault): fault.problem
    case .date(let fault): fault.problem
    case .length(let fault): fault.problem
    case .lengthIsZero(let text): "'\(text)' is no length at all"
    case .choiceUnknown(let text, _), .belongsUnderKey(let text, _, _):
      "'\(text)' is none of the words that the field takes"
    case .loadIsZero(let text): "a critical IT load of '\(text)' is no load at all"
    case .nameMalformed(let text):
      "'\(text)' is not a name here: lower-case letters, digits and single hyphens, at most 80"
    case .countMalformed(let text, let bounds):
      "'\(text)' is not a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .multiplierMalformed(let text): "'\(text)' is not a factor above 0 and up to 1,000"
    case .leaseYearsMalformed(let text): "'\(text)' does not say from which lease year to which"
    case .monthDayMalformed(let text): "'\(text)' is not a month and a day"
    case .shareOutOfBounds(let text): "'\(text)' is not between 0 % and 100 %"
    case .textTooLong(let length): "the text has \(length) bytes; 16,384 are read"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .quantity(let fault): fault.remedy
    case .date(let fault): fault.remedy
    case .length(let fault): fault.remedy
    case .lengthIsZero: "write how long it is, or leave the field out where it is not known"
    case .choiceUnknown(let text, let choices):
      nearestName(to: text, among: choices).map { "write \($0), if that is what is meant" }
        ?? "write one of: \(choices.map { "'\($0)'" }.joined(separator: ", "))"
    case .belongsUnderKey(let text, let field, let key): "write \(field): {\(key): \(text)}"
    case .loadIsZero: "write the megawatts, or leave the field out where they are not known"
    case .nameMalformed: "write it like hut-8 or river-bend"
    case .countMalformed: "write digits alone, such as 3"
    case .multiplierMalformed: "write plain factors of the first year's rent, such as 1.03"
    case .leaseYearsMalformed: "write the first and the last year, counted from 1, such as 1-10"
    case .monthDayMalformed: "write it as MM-DD, such as 12-31"
    case .shareOutOfBounds: "check the percentage: a share is part of a whole"
    case .textTooLong: "shorten the text, and name the source for the rest"
    }
  }
}
