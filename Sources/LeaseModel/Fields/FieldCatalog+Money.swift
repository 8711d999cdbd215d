import FinanceBasics

extension FieldCatalog {
  private static let money = FieldKind.figure([.money])
  private static let percent = FieldKind.figure([.percentage])
  private static let megawatts = FieldKind.figure([.power])

  /// Credit, costs and capital.
  static let moneyTerms: [FieldDefinition] =
    creditSupport(under: "") + [
      FieldDefinition("prepayment.amount", money, "Rent that is paid ahead.", "100 M USD"),
      FieldDefinition(
        "prepayment.share", .share, "The share of the contract value that is paid ahead.", "10 %"),
      FieldDefinition("prepayment.date", .date, "When it is paid.", "2026-03-31"),
      FieldDefinition("deposit.amount", money, "What the tenant deposits.", "20 M USD"),
      FieldDefinition("deposit.date", .date, "When it is paid in.", "2026-03-31"),
      FieldDefinition(
        "deposit.returned", .date, "When it is given back; at expiry if absent.", "2042-12-31"),
      FieldDefinition(
        "deposit.steps[].date", .date, "The day on which a part is given back.", "2032-12-31",
        isRequired: true),
      FieldDefinition(
        "deposit.steps[].amount", money, "What is still held afterwards.", "10 M USD",
        isRequired: true),
    ] + costTerms + [
      FieldDefinition(
        "capitalCost", .figure([.money, .moneyPerPower]), "What the halls cost to build.",
        "10 M USD/MW-IT"),
      FieldDefinition(
        "capitalFundedBy", words(CapitalFunder.self), "Who pays for the halls.", "landlord"),
      FieldDefinition(
        "capitalContingency", percent, "Added to the budget, as a share of it.", "5 %"),
      FieldDefinition(
        "capitalTenantShare", .share, "What the tenant pays of every payment.", "20 %"),
    ] + capitalSpending(under: "capitalSpending.")

  /// Facts that are recorded and enter no calculation.
  static let recordedTerms: [FieldDefinition] =
    financing + purchaseOptions + [
      FieldDefinition(
        "warrants[].holder", .party, "Who may buy shares.", "google", blocks: [.terms]),
      FieldDefinition("warrants[].kind", .text, "What it is.", "warrants", blocks: [.terms]),
      FieldDefinition(
        "warrants[].shares", .figure([.shares, .number]), "How many.", "41,011,803 shares",
        blocks: [.terms]),
      FieldDefinition(
        "warrants[].exercisePrice", money, "For how much each.", "0.01 USD", blocks: [.terms]),
      FieldDefinition(
        "warrants[].proForma", .share, "The holder's share afterwards.", "14 %", blocks: [.terms]),
      FieldDefinition(
        "rights[].kind", .text, "What the tenant or the landlord may do.", "first offer",
        blocks: [.terms]),
      FieldDefinition(
        "rights[].criticalIT", megawatts, "How much.", "up to 1,000 MW",
        blocks: [.terms]),
      FieldDefinition("rights[].gross", megawatts, "How much.", "500 MW", blocks: [.terms]),
      FieldDefinition("rights[].utility", megawatts, "How much.", "500 MW", blocks: [.terms]),
      FieldDefinition("rights[].detail", .text, "In words.", "on expansions", blocks: [.terms]),
      FieldDefinition(
        "contractedPayments.asOf", .date, "The day of a filing's table.", "2026-05-31",
        blocks: [.terms]),
      FieldDefinition(
        "contractedPayments.fiscalYearEnd", .monthDay, "The last day of its years.", "05-31",
        blocks: [.terms]),
      FieldDefinition(
        "contractedPayments.rows[].year", .count(2000...2200), "A year of the table.", "2027",
        blocks: [.terms], isRequired: true),
      FieldDefinition(
        "contractedPayments.rows[].amount", money, "What falls into it.", "320 M USD",
        blocks: [.terms], isRequired: true),
      FieldDefinition(
        "contractedPayments.thereafter", money, "What falls after the table.", "5 bn USD",
        blocks: [.terms]),
      FieldDefinition(
        "contractedPayments.total", money, "The sum of the table.", "6.764 bn USD",
        blocks: [.terms]),
    ]

  private static let financing: [FieldDefinition] = [
    FieldDefinition(
      "financing[].instrument", .text, "What was borrowed.", "senior secured notes",
      blocks: [.terms]),
    FieldDefinition("financing[].amount", money, "How much.", "3.25 bn USD", blocks: [.terms]),
    FieldDefinition("financing[].coupon", percent, "At what rate.", "6.192 %", blocks: [.terms]),
    FieldDefinition("financing[].maturity", .date, "Until when.", "2042-11-15", blocks: [.terms]),
    FieldDefinition(
      "financing[].loanToCost", percent, "Debt over cost.", "85 %", blocks: [.terms]),
    FieldDefinition(
      "financing[].issuePrice", percent, "The price at issue.", "98.5 %", blocks: [.terms]),
    FieldDefinition("financing[].date", .date, "When.", "2026-04-30", blocks: [.terms]),
    FieldDefinition(
      "financing[].amortising", .choice(["yes", "no"]), "Whether it is repaid over its life.",
      "yes", blocks: [.terms]),
    FieldDefinition("financing[].rating", .text, "By whom and how.", "BBB- S&P", blocks: [.terms]),
  ]

  /// Published figures that follow from terms.
  static let announcedFigures: [FieldDefinition] =
    [
      announced(
        ["contractValue", "contractValueWithRenewals", "firstYearRevenue", "averageAnnualRevenue"]
          + ["annualisedRevenue", "cumulativeNOI", "averageAnnualNOI", "capitalCost", "debt"]
          + ["guaranteeAmount"], money, "7.0 bn USD"),
      announced(["noiMargin", "yieldOnCost", "loanToCost"], percent, "80 % to 85 %"),
      announced(["rate"], .figure([.moneyPerPowerTime]), "1.85 M USD/MW-IT-year"),
      announced(["capitalCostPerMegawatt"], .figure([.moneyPerPower]), "10 M USD/MW-IT"),
      announced(["criticalIT", "gross", "utility"], megawatts, "245 MW"),
      announced(["term"], .length, "15 years"),
    ].flatMap(\.self)

  private static func announced(
    _ names: [String], _ kind: FieldKind, _ example: String
  ) -> [FieldDefinition] {
    names.flatMap { name in
      ["", "[]"].flatMap { list in
        [
          FieldDefinition(
            name + list, kind, "As published; it follows from terms.", example,
            section: .announcedFigures, blocks: [.announcedFigures]),
          FieldDefinition(
            name + list + ".scope[]", .deal, "A deal that the figure covers with the others.",
            "hut8-river-bend", section: .announcedFigures, blocks: [.announcedFigures]),
        ]
      }
    }
  }
}
