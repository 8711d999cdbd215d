import FinanceBasics
import Reports

/// The format in which a spreadsheet shows a value, so that the cell stays a number.
struct NumberFormat {
  /// In the language of spreadsheet programs, such as `#,##0.00"†"`.
  let code: String

  /// `nil` for words and blanks.
  init?(_ value: Value, in kind: ColumnKind, isForPrograms: Bool) {
    let kind = value.format ?? kind
    let core: String
    switch value.content {
    case .blank, .text: return nil
    case .amount: core = Self.grouped(fractionDigits: 2)
    case .count: core = kind == .year ? Self.year : Self.grouped(fractionDigits: 0)
    case .date: core = "yyyy-mm-dd"
    case .percent(let fraction):
      let digits = kind.fractionDigits ?? min(max(0, fraction.fractionDigits - 2), 2)
      core = Self.plain(fractionDigits: isForPrograms ? 4 : digits) + "%"
    case .decimal(let number):
      let digits = kind.fractionDigits ?? min(number.fractionDigits, 6)
      core = isForPrograms ? "General" : Self.grouped(fractionDigits: digits)
    }
    let suffix = isForPrograms ? "" : Self.suffix(of: value)
    let isSigned = core != "General" && core != "yyyy-mm-dd" && core != Self.year
    code =
      isSigned && !isForPrograms ? "\(core)\(suffix);[Red]-\(core)\(suffix)" : "\(core)\(suffix)"
  }

  /// Digits that are not grouped.
  private static let year = "0"

  /// The mark and the number of deals, which a reader sees behind the figure.
  private static func suffix(of value: Value) -> String {
    let text = (value.mark ?? "") + (value.dealCount.map { " (\($0))" } ?? "")
    return text.isEmpty ? "" : "\"\(text.filter { $0 != "\"" })\""
  }

  private static func grouped(fractionDigits: Int) -> String {
    "#,##0" + (fractionDigits > 0 ? "." + String(repeating: "0", count: fractionDigits) : "")
  }

  private static func plain(fractionDigits: Int) -> String {
    "0" + (fractionDigits > 0 ? "." + String(repeating: "0", count: fractionDigits) : "")
  }
}

extension ColumnKind {
  /// The digits after the point that people see, where the kind says so.
  fileprivate var fractionDigits: Int? {
    switch self {
    case .decimal(let digits), .percent(let digits): digits
    case .text, .amount, .count, .date, .year, .figure: nil
    }
  }
}
