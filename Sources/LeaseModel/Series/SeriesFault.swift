public import FinanceBasics

/// What is wrong with the heading or the values of a series.
public enum SeriesFault: Fault, Hashable {
  case unitWrong(String, kind: SeriesKind)
  case frequencyWrong(SeriesFrequency, kind: SeriesKind)
  case periodMalformed(String, frequency: SeriesFrequency)
  case periodOutOfBounds(String)
  case periodDoubled(String, firstLine: Int)
  case periodUnordered(String, behind: String)
  /// More months in a row without a value than any publisher has skipped.
  case gap(String, after: String)
  case tenorMalformed(String)
  case valueMalformed(String)
  case valueMissing(String)
  case valueOutOfBounds(String, bounds: String)

  private enum Code: String, CaseIterable {
    case unitWrong = "series.unit-wrong"
    case frequencyWrong = "series.frequency-wrong"
    case periodMalformed = "series.period-malformed"
    case periodOutOfBounds = "series.period-out-of-bounds"
    case periodDoubled = "series.period-doubled"
    case periodUnordered = "series.period-unordered"
    case gap = "series.gap"
    case tenorMalformed = "series.tenor-malformed"
    case valueMalformed = "series.value-malformed"
    case valueMissing = "series.value-missing"
    case valueOutOfBounds = "series.value-out-of-bounds"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .unitWrong: Code.unitWrong.rawValue
    case .frequencyWrong: Code.frequencyWrong.rawValue
    case .periodMalformed: Code.periodMalformed.rawValue
    case .periodOutOfBounds: Code.periodOutOfBounds.rawValue
    case .periodDoubled: Code.periodDoubled.rawValue
    case .periodUnordered: Code.periodUnordered.rawValue
    case .gap: Code.gap.rawValue
    case .tenorMalformed: Code.tenorMalformed.rawValue
    case .valueMalformed: Code.valueMalformed.rawValue
    case .valueMissing: Code.valueMissing.rawValue
    case .valueOutOfBounds: Code.valueOutOfBounds.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .unitWrong(let unit, let kind): "'\(unit)' is no unit of \(kind.inWords)"
    case .frequencyWrong(let frequency, let kind):
      "\(kind.inWords) cannot be \(frequency.rawValue)"
    case .periodMalformed(let text, .monthly): "'\(text)' is not a month"
    case .periodMalformed(let text, .dated): "'\(text)' is not a day"
    case .periodOutOfBounds(let text): "'\(text)' is not between 1900-01 and 2300-12"
    case .periodDoubled(let name, let line): "\(name) is given twice, first on line \(line)"
    case .periodUnordered(let name, let before): "\(name) stands behind \(before)"
    case .gap(let name, let before):
      "between \(before) and \(name) more than 12 months are missing"
    case .tenorMalformed(let text): "'\(text)' is not a tenor"
    case .valueMalformed(let text): "'\(text)' is not a plain number"
    case .valueMissing(let name): "\(name) has no value"
    case .valueOutOfBounds(let text, let bounds): "'\(text)' is not \(bounds)"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .unitWrong(_, let kind): "write it in a unit such as \(kind.unitExample)"
    case .frequencyWrong(_, let kind):
      "write \(kind.frequencies.map(\.rawValue).joined(separator: " or ")), or check the kind"
    case .periodMalformed(_, .monthly): "write YYYY-MM, such as 2026-05"
    case .periodMalformed(_, .dated): "write YYYY-MM-DD, such as 2026-05-29"
    case .periodOutOfBounds: "check the year"
    case .periodDoubled: "keep one row"
    case .periodUnordered: "put the rows in the order of their dates, then of their tenors"
    case .gap: "check the year; a month that was never published may be left out"
    case .tenorMalformed: "write days, weeks, months or years, such as 1D, 2W, 3M or 10Y"
    case .valueMalformed:
      "write digits and a point, such as 324.8; leave it empty where it was never published"
    case .valueMissing: "leave the row out, or give its value"
    case .valueOutOfBounds: "check the value and its unit"
    }
  }
}

extension SeriesKind {
  fileprivate var inWords: String {
    switch self {
    case .priceIndex: "a price index"
    case .marketRent: "a market rent"
    case .parYields, .zeroRates, .discountFactors, .rates, .prices: rawValue
    }
  }
}
