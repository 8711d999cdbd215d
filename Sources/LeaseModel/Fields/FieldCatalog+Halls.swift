import FinanceBasics

extension FieldCatalog {
  private static let megawatts = FieldKind.figure([.power])

  /// What is said of each hall.
  static let halls: [FieldDefinition] =
    [
      FieldDefinition(
        "halls[].name", .text, "What the hall is called.", "hall 1", isRequired: true),
      FieldDefinition("halls[].criticalIT", megawatts, "Critical IT load of the hall.", "49 MW"),
      FieldDefinition("halls[].gross", megawatts, "Its critical IT load times PUE.", "66 MW"),
      FieldDefinition(
        "halls[].site", .site, "Where it stands, if not at the deal's site.", "river-bend"),
      FieldDefinition(
        "halls[].readyForService", .date, "When the hall is ready.", "2027-06-30"),
      FieldDefinition(
        "halls[].rentCommencement", .date, "When its rent begins; when it is ready if absent.",
        "2027-07-01"),
      FieldDefinition("halls[].term", .length, "Its own term.", "15 years"),
      FieldDefinition("halls[].expiry", .date, "Its own last day.", "2042-06-30"),
      FieldDefinition(
        "halls[].capitalCost", .figure([.money, .moneyPerPower]), "What it costs to build.",
        "10 M USD/MW-IT"),
    ] + abatement(under: "halls[].abatement.", of: "its rent-free time")
    + [
      FieldDefinition(
        "halls[].rent.rate", .figure([.moneyPerPowerTime]), "Its own first-year rent.",
        "128.02 USD/kW-month"),
      FieldDefinition(
        "halls[].guaranteedDelivery", .date, "By when the landlord promises it.", "2027-07-31"),
      FieldDefinition(
        "halls[].outsideDate", .date, "After which the tenant may leave it.", "2027-12-31"),
    ] + ramp("halls[].ramp[]", "The megawatts in use from then on.")
    + ramp("halls[].takeOrPay[]", "The megawatts paid for in any case from then on.")
    + capitalSpending(under: "halls[].capitalSpending.")

  private static func ramp(_ list: String, _ summary: String) -> [FieldDefinition] {
    [
      FieldDefinition("\(list).from", .date, "The day from which the step holds.", "2027-10-01"),
      FieldDefinition(
        "\(list).month", .count(0...1200), "The months after commencement from which it holds.",
        "0"),
      FieldDefinition("\(list).criticalIT", megawatts, summary, "20 MW", isRequired: true),
    ]
  }

  /// Free rent of the lease or of a hall.
  static func abatement(under prefix: String, of time: String) -> [FieldDefinition] {
    let first = time.prefix(1).uppercased() + time.dropFirst()
    return [
      FieldDefinition("\(prefix)length", .length, "\(first).", "3 months"),
      FieldDefinition(
        "\(prefix)share", .share, "The share of rent that is not charged; 100 % if absent.",
        "100 %"),
      FieldDefinition(
        "\(prefix)covers[]", words(Abatement.Charge.self),
        "What is not charged; base rent if absent.", "base rent"),
      FieldDefinition(
        "\(prefix)extendsTerm", .choice(["yes", "no"]),
        "Whether the term ends later by \(time); no if absent.", "no"),
    ]
  }

  /// How the cost of the lease or of a hall spreads over time.
  static func capitalSpending(under prefix: String) -> [FieldDefinition] {
    [
      FieldDefinition(
        "\(prefix)months", .count(1...120),
        "Over how many month-ends before each hall is ready; 18 if absent.", "18"),
      FieldDefinition(
        "\(prefix)curve", words(CapitalCurve.self), "How it spreads over them.", "even"),
      FieldDefinition(
        "\(prefix)draws[].date", .date, "The day of a payment.", "2026-06-30", isRequired: true),
      FieldDefinition(
        "\(prefix)draws[].amount", .figure([.money]), "The payment.", "250 M USD",
        isRequired: true),
    ]
  }
}
