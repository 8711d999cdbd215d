import FinanceBasics

/// A value as people read it, before its column's width is known.
struct CellText: Hashable {
  let body: Body
  /// The sign behind a figure that a footnote explains; empty in words, which carry theirs.
  let mark: String
  /// The number of deals behind a figure, in parentheses after a space.
  let dealCount: String
  let isNegative: Bool

  enum Body: Hashable {
    case blank
    /// Words, to the left, that may be wrapped.
    case flow(String)
    /// Words in a column of figures, to the right.
    case flush(String)
    /// A number, aligned on the end of its whole part.
    case aligned(whole: String, fraction: String)
  }

  static let blank = CellText(body: .blank)

  private init(body: Body, mark: String = "", dealCount: String = "", isNegative: Bool = false) {
    self.body = body
    self.mark = mark
    self.dealCount = dealCount
    self.isNegative = isNegative
  }

  init(_ value: Value, in kind: ColumnKind, scale: AmountScale, isASCII: Bool) {
    let mark = plain(value.mark ?? "", isASCII: isASCII)
    let dealCount = value.dealCount.map { " (\($0))" } ?? ""
    let number = value.number(in: value.format ?? kind, scale: scale)
    let text = number?.text ?? plain(value.plainText, isASCII: isASCII)
    guard !(text + mark + dealCount).isEmpty else {
      self = .blank
      return
    }
    let isNegative = number?.whole.hasPrefix("-") ?? false
    guard kind.isNumeric else {
      self.init(body: .flow(text + mark + dealCount), isNegative: isNegative)
      return
    }
    let body = number.map { Body.aligned(whole: $0.whole, fraction: $0.fraction) } ?? .flush(text)
    self.init(body: body, mark: mark, dealCount: dealCount, isNegative: isNegative)
  }

  /// The value in one piece, for a sentence or a list.
  var sentence: String {
    switch body {
    case .blank: ""
    case .flow(let text), .flush(let text): text + mark + dealCount
    case .aligned(let whole, let fraction): whole + fraction + mark + dealCount
    }
  }
}

extension Value {
  /// The number as people read it, or `nil` for what is not a number.
  fileprivate func number(in kind: ColumnKind, scale: AmountScale) -> NumberText? {
    switch content {
    case .blank, .text, .date: nil
    case .amount(let minorUnits): scale.text(of: minorUnits)
    case .count(let count):
      kind == .year ? nil : NumberText(ExactDecimal(count), fractionDigits: 0)
    case .decimal(let number):
      NumberText(number, fractionDigits: kind.fractionDigits ?? min(number.fractionDigits, 6))
    case .percent(let fraction):
      NumberText(percentageOf: fraction, fractionDigits: kind.fractionDigits ?? 2)
    }
  }
}

extension ColumnKind {
  /// The digits that the kind asks for, if it does.
  fileprivate var fractionDigits: Int? {
    switch self {
    case .decimal(let digits), .percent(let digits): digits
    case .text, .amount, .count, .date, .year, .figure: nil
    }
  }
}

extension NumberText {
  /// A fraction of one as a percentage, the sign behind its last digit.
  fileprivate init(percentageOf fraction: ExactDecimal, fractionDigits: Int) {
    let percentage =
      fraction.fractionDigits >= 2
      ? ExactDecimal(digits: fraction.digits, fractionDigits: fraction.fractionDigits - 2)
      : ExactDecimal(
        digits: fraction.digits * Int128(powerOfTen(2 - fraction.fractionDigits)),
        fractionDigits: 0)
    let number = NumberText(percentage, fractionDigits: fractionDigits)
    self.init(whole: number.whole, fraction: number.fraction + "%")
  }

  private init(whole: String, fraction: String) {
    self.whole = whole
    self.fraction = fraction
  }
}
