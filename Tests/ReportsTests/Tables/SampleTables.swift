import FinanceBasics

@testable import Reports

/// Tables that several suites render.
enum SampleTables {
  /// Three years and their total; the second is paid out, and has no margin.
  static let cashFlows = Table(
    title: "Cash flows by year",
    columns: [
      Column("year", "Year", .text, isKey: true),
      Column("base_rent", "Base rent", .amount),
      Column("noi_margin", "Margin", .percent(fractionDigits: 1)),
      Column("currency", "Currency", .text, audience: .programs),
    ],
    rows: [
      Row([.text("2027"), .amount(1_234_567_890), .percent(0.986), .text("USD")]),
      Row([.text("2028"), .amount(-100_005), .blank, .text("USD")]),
      Row([.text("2029"), .amount(50), .percent(1.0), .text("USD")]),
      // 12,345,678.90 − 1,000.05 + 0.50 = 12,344,679.35
      Row(
        [.text("Total"), .amount(1_234_467_935), .percent(0.9855), .text("USD")],
        emphasis: .total),
    ],
    currency: .usd, footnotes: ["Base case, accrual dates."])

  /// Two landlords and their total over six years, 104 columns wide in cents.
  static let yearsAcross: Table = {
    let hut: [Int64] = [
      37_636_606_320, 38_765_704_510, 39_928_675_645, 41_126_535_915, 42_360_331_992,
      43_631_141_952,
    ]
    let cipher: [Int64] = [100, -250_000, 50_050, 50_000, 150_000, 0]
    let figures = { (amounts: [Int64]) in amounts.map { Value.amount($0) } }
    return Table(
      columns: [Column("landlord", "Landlord", .text, isKey: true)]
        + (2027...2032).map { Column("y\($0)", "\($0)", .amount) },
      rows: [
        Row([.text("Hut 8")] + figures(hut)),
        Row([.text("Cipher")] + figures(cipher)),
        Row([.text("Total")] + figures(zip(hut, cipher).map { $0 + $1 }), emphasis: .total),
      ],
      currency: .usd)
  }()
}
