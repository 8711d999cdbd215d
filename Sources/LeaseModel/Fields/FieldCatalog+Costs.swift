import FinanceBasics

extension FieldCatalog {
  private static let percent = FieldKind.figure([.percentage])
  private static let amount = FieldKind.figure([.moneyPerTime, .moneyPerPowerTime])

  /// What it costs to run the halls, what of it the tenant pays back, and other income.
  static let costTerms: [FieldDefinition] =
    [
      FieldDefinition(
        "operatingMargin", percent, "NOI over rent, where cost lines are not known.", "98.6 %"),
      FieldDefinition(
        "operatingCosts[].name", .text, "What the cost is.", "insurance", isRequired: true),
      FieldDefinition(
        "operatingCosts[].kind", words(CostLine.Kind.self), "What it is for; other if absent.",
        "property tax"),
      FieldDefinition(
        "operatingCosts[].amount",
        .figure([.moneyPerTime, .moneyPerPowerTime, .moneyPerEnergy, .percentage]),
        "Its amount in the first year, or its share of rent.", "5 M USD/year"),
    ] + line(under: "operatingCosts[].") + power
    + [
      FieldDefinition(
        "otherIncome[].name", .text, "What the income is.", "antennas", isRequired: true),
      FieldDefinition(
        "otherIncome[].amount", amount, "The income in the first year.", "200 k USD/year"),
      FieldDefinition("otherIncome[].growth", percent, "Its growth a year.", "2.5 %"),
      FieldDefinition(
        "otherIncome[].grows", words(CostLine.GrowthDay.self), "When growth steps.",
        "1 January"),
    ]

  private static let power: [FieldDefinition] =
    [
      FieldDefinition(
        "power.pue", .figure([.number]), "PUE in operation; that of the deal if absent.", "1.30"),
      FieldDefinition(
        "power.guaranteedPUE", .figure([.number]), "The landlord bears what is used above it.",
        "1.25"),
      FieldDefinition("power.loadFactor", .share, "Average load over peak load.", "85 %"),
      FieldDefinition(
        "power.tariff[].name", .text, "What the component is.", "energy", isRequired: true),
      FieldDefinition(
        "power.tariff[].energy", .figure([.moneyPerEnergy]), "Its price of energy.",
        "45 USD/MWh"),
      FieldDefinition(
        "power.tariff[].demand", .figure([.moneyPerPowerTime]),
        "Its price of the megawatts in use times PUE.", "6.50 USD/kW-month"),
      FieldDefinition(
        "power.tariff[].fixed", .figure([.moneyPerTime]), "Its amount of all halls.",
        "1.2 M USD/year"),
      FieldDefinition(
        "power.tariff[].share", percent, "Its share of the components that are no shares.", "4 %"),
    ] + line(under: "power.tariff[].")

  /// What every cost has: growth, its days, and what the tenant pays back.
  private static func line(under prefix: String) -> [FieldDefinition] {
    [
      FieldDefinition("\(prefix)growth", percent, "Its growth a year.", "2.5 %"),
      FieldDefinition(
        "\(prefix)grows", words(CostLine.GrowthDay.self), "When growth steps.", "1 January"),
      FieldDefinition(
        "\(prefix)recovery", .share,
        "The share that the tenant pays back; by the structure if absent.", "100 %"),
      FieldDefinition(
        "\(prefix)recoveryCap", amount, "The most that is paid back.", "2 M USD/year"),
      FieldDefinition("\(prefix)recoveryCapGrowth", percent, "The cap's growth a year.", "3 %"),
      FieldDefinition(
        "\(prefix)recoveryFloor", amount, "The least that is paid back.", "1 M USD/year"),
      FieldDefinition(
        "\(prefix)recoveryFloorGrowth", percent, "The floor's growth a year.", "3 %"),
      FieldDefinition(
        "\(prefix)adminFee", percent, "Added to what is paid back, as a share of it.", "3 %"),
      FieldDefinition(
        "\(prefix)baseYear", .choiceOrDate([firstLeaseYear]),
        "The landlord bears the cost at the prices of then.", firstLeaseYear),
      FieldDefinition(
        "\(prefix)expenseStop", amount, "The landlord bears so much of the cost.",
        "3 M USD/year"),
      FieldDefinition(
        "\(prefix)expenseStopGrowth", percent, "The expense stop's growth a year.", "2 %"),
      FieldDefinition(
        "\(prefix)abatements[].from", .date, "The day from which a share falls away.",
        "2028-01-01"),
      FieldDefinition(
        "\(prefix)abatements[].year", .count(1...100),
        "The lease year from which a share falls away.", "1"),
      FieldDefinition(
        "\(prefix)abatements[].share", .share, "The share that falls away until the next.",
        "80 %", isRequired: true),
      FieldDefinition(
        "\(prefix)from", .date, "The first day of the cost; each commencement if absent.",
        "2027-01-01"),
      FieldDefinition(
        "\(prefix)through", .date, "The last day of the cost; each hall's last day if absent.",
        "2042-12-31"),
    ]
  }

  /// What a file writes for the prices of each hall's commencement.
  private static let firstLeaseYear = "first lease year"
}
