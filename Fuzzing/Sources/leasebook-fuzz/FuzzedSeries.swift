import FinanceBasics

/// The series that an input may name: short, with a month that was never published.
enum FuzzedSeries {
  static let all: [String: IndexSeries] = Dictionary(
    uniqueKeysWithValues: ["cpi-u-nsa", "market"].map { name in
      let values: [ExactDecimal?] = (0..<60).map { month in
        month == 33 ? nil : ExactDecimal(digits: Int128(100_000 + 271 * month), fractionDigits: 3)
      }
      return (
        name, IndexSeries(name: name, firstMonth: YearMonth(year: 2023, month: 1), values: values)
      )
    })
}
