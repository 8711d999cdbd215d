import FinanceBasics

extension FieldCatalog {
  private static let money = FieldKind.figure([.money])
  private static let percent = FieldKind.figure([.percentage])
  private static let number = FieldKind.figure([.number])

  /// What lateness costs.
  static let lateDelivery: [FieldDefinition] = [
    FieldDefinition(
      "lateDelivery.guaranteed", .date, "By when the landlord promises every other hall.",
      "2027-12-31"),
    FieldDefinition(
      "lateDelivery.outsideDate", .date, "After which the tenant may leave every other hall.",
      "2028-06-30"),
    FieldDefinition(
      "lateDelivery.ladder[].fromDay", .count(1...36_525), "The day of lateness, from 1.", "1",
      isRequired: true),
    FieldDefinition(
      "lateDelivery.ladder[].daysOfRent", number, "The days of rent owed for each day.", "1"),
    FieldDefinition(
      "lateDelivery.ladder[].amount", money, "The amount owed for each day.", "100 k USD"),
    FieldDefinition(
      "lateDelivery.cap.daysOfRent", number, "The most days of rent that are owed.", "90"),
    FieldDefinition("lateDelivery.cap.amount", money, "The most that is owed.", "10 M USD"),
  ]

  /// Renewals, and how a lease ends.
  static let endings: [FieldDefinition] =
    [
      FieldDefinition(
        "renewals.count", .count(0...50), "How often the tenant may renew.", "3"),
      FieldDefinition("renewals.each", .length, "How long each renewal is.", "5 years"),
      FieldDefinition(
        "renewals.exercised", .count(0...50),
        "How many of them, from the first on, the tenant has exercised.", "1", blocks: [.terms]),
    ] + renewal(under: "renewals.")
    + [
      FieldDefinition(
        "renewals.options[].length", .length, "How long one renewal of several is.", "5 years",
        isRequired: true)
    ] + renewal(under: "renewals.options[].") + termination
    + [
      FieldDefinition(
        "holdover.rent", percent, "The rent of a tenant that stays, of its last rent.", "150 %"),
      FieldDefinition(
        "holdover.length", .length, "How long the tenant stays.", "3 months"),
      FieldDefinition(
        "restoration.cost", money, "What restoring the halls costs at the end.", "5 M USD"),
      FieldDefinition(
        "restoration.paidBy", words(RestorationTerms.Payer.self),
        "Who pays for that; the landlord if absent.", "landlord"),
    ]

  private static func renewal(under prefix: String) -> [FieldDefinition] {
    [
      FieldDefinition(
        "\(prefix)rent", .choice(["continue", "flat"]), "The rent of a renewal.", "continue"),
      FieldDefinition(
        "\(prefix)rent.fixed", rate, "The stated rent of a renewal.", "150 USD/kW-month"),
      FieldDefinition(
        "\(prefix)rent.market.curve", .text, "The series of market rents per kW-month.",
        "rent-texas", isRequired: true),
      FieldDefinition(
        "\(prefix)rent.market.share", percent, "The share of the market rent; 100 % if absent.",
        "95 %"),
      FieldDefinition(
        "\(prefix)rent.market.floor", percent, "The least change from the rent before.", "0 %"),
      FieldDefinition(
        "\(prefix)rent.market.cap", percent, "The most change from the rent before.", "20 %"),
      FieldDefinition(
        "\(prefix)rent.market.afterLast", percent,
        "Assumed growth a year beyond the market rents.", "2 %", blocks: [.assumptions]),
      FieldDefinition(
        "\(prefix)probability", .share,
        "Of each renewal, given that the ones before it were exercised.", "70 %",
        blocks: [.assumptions]),
      FieldDefinition(
        "\(prefix)notice", .length, "How long before the end the tenant must say so.",
        "12 months"),
    ]
  }

  private static let termination: [FieldDefinition] = [
    FieldDefinition(
      "termination.by", words(TerminationTerms.Holder.self), "Who may end the lease early.",
      "tenant"),
    FieldDefinition(
      "termination.from", .dateOrLeaseYear, "The first day, or lease year, of an early end.",
      "year 10"),
    FieldDefinition(
      "termination.notice", .length, "How long before an early end that must be said.",
      "12 months"),
    FieldDefinition("termination.fee.amount", money, "The fee.", "50 M USD"),
    FieldDefinition(
      "termination.fee.monthsOfRent", number, "The fee, in months of base rent.", "12"),
    FieldDefinition(
      "termination.fee.schedule[].year", .count(1...100), "The lease year from which a fee holds.",
      "10", isRequired: true),
    FieldDefinition(
      "termination.fee.schedule[].amount", money, "The fee from then on.", "50 M USD",
      isRequired: true),
    FieldDefinition(
      "termination.fee.unamortisedCost", .choice(["yes", "no"]),
      "Whether the fee is the cost that the base term has not paid back.", "yes"),
    FieldDefinition(
      "termination.exercised", .date, "The last day of the lease, if it ends early.",
      "2037-12-31"),
  ]

  /// Rights to buy; recorded only.
  static let purchaseOptions: [FieldDefinition] = [
    FieldDefinition(
      "purchaseOptions[].holder", .party, "Who may buy the halls.", "fluidstack",
      blocks: [.terms]),
    FieldDefinition(
      "purchaseOptions[].price", money, "For how much.", "2 bn USD", blocks: [.terms]),
    FieldDefinition(
      "purchaseOptions[].from", .date, "From when.", "2032-01-01", blocks: [.terms]),
    FieldDefinition(
      "purchaseOptions[].through", .date, "Until when.", "2042-12-31", blocks: [.terms]),
    FieldDefinition(
      "purchaseOptions[].detail", .text, "In words.", "at fair market value", blocks: [.terms]),
  ]
}
