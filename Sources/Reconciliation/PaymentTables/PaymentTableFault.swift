public import FinanceBasics

/// What keeps a table of contracted payments from being read as one.
public enum PaymentTableFault: Fault, Hashable {
  case yearRepeated(Int)
  case yearMissing(Int)
  case yearBeforeTable(Int, asOf: CalendarDate)
  case currenciesMixed([String])

  private enum Code: String, CaseIterable {
    case yearRepeated = "payments.year-repeated"
    case yearMissing = "payments.year-missing"
    case yearBeforeTable = "payments.year-before-table"
    case currenciesMixed = "payments.currencies-mixed"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .yearRepeated: Code.yearRepeated.rawValue
    case .yearMissing: Code.yearMissing.rawValue
    case .yearBeforeTable: Code.yearBeforeTable.rawValue
    case .currenciesMixed: Code.currenciesMixed.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .yearRepeated(let year): "the table of contracted payments has the year \(year) twice"
    case .yearMissing(let year): "the table of contracted payments leaves out the year \(year)"
    case .yearBeforeTable(let year, let asOf):
      "the fiscal year \(year) ends before \(asOf), the day of the table of contracted payments"
    case .currenciesMixed(let codes):
      "the table of contracted payments is in \(codes.joined(separator: " and "))"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .yearRepeated: "name each fiscal year after the calendar year in which it ends, once"
    case .yearMissing: "add the row, with 0 where the filing prints nothing"
    case .yearBeforeTable: "check contractedPayments.asOf and fiscalYearEnd, or leave the row out"
    case .currenciesMixed: "write every amount of the table in one currency"
    }
  }
}
