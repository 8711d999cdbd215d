import FinanceBasics

extension FieldCatalog {
  /// Rent of the deal and of its periods, its billing, and how the lease goes on or ends.
  static let rentTerms: [FieldDefinition] =
    rent(under: "")
    + [
      FieldDefinition(
        "rent.escalationClock", .choiceOrDate(["per hall", "lease"]),
        "What lease years are counted from.", "per hall"),
      FieldDefinition(
        "rent.anniversary", words(RentRules.Anniversary.self),
        "What becomes of a month that an anniversary falls into.", "day split"),
      FieldDefinition(
        "rent.proration", words(RentRules.Proration.self), "What a part of a month costs.",
        "actual month"),
    ] + abatement(under: "rent.abatement.", of: "the rent-free time")
    + [
      FieldDefinition(
        "billing.timing", words(RentRules.Timing.self),
        "Whether a month's rent falls due at its beginning or its end.", "in advance"),
      FieldDefinition(
        "billing.paymentDays", .count(0...365), "Days added to the due date.", "30"),
      FieldDefinition(
        "billing.calendar", words(BusinessCalendar.self), "The days on which payments are made.",
        "US-FED"),
      FieldDefinition(
        "billing.businessDays", words(BusinessDayConvention.self),
        "Where a payment goes that falls on another day.", "modified following"),
      FieldDefinition(
        "payment.lateInterest.rate", .share,
        "What is owed a year on what is paid late, by simple interest.", "12 %"),
      FieldDefinition(
        "payment.graceDays", .count(0...365),
        "Days after the due day within which a payment bears no interest.", "5"),
      FieldDefinition(
        "periods[].years", .leaseYears, "The lease years of the period, from 1.", "1-10",
        isRequired: true),
      FieldDefinition(
        "periods[].tenant", .party, "Who rents in the period.", "fluidstack", blocks: [.terms]),
    ] + rent(under: "periods[].") + creditSupport(under: "periods[].") + endings

  private static func rent(under prefix: String) -> [FieldDefinition] {
    [
      FieldDefinition(
        "\(prefix)rent.contractValue", .figure([.money]),
        "Base rent over the base term; the first-year rate is solved from it.", "7.0 bn USD"),
      FieldDefinition("\(prefix)rent.rate", rate, "The first-year rent.", "128.02 USD/kW-month"),
      FieldDefinition(
        "\(prefix)rent.steps[].from", .date, "The day from which the step holds.", "2027-07-01"),
      FieldDefinition(
        "\(prefix)rent.steps[].year", .count(1...100), "The lease year from which it holds.", "1"),
      FieldDefinition(
        "\(prefix)rent.steps[].rate", rate, "The rent of the step.", "128.02 USD/kW-month",
        isRequired: true),
      FieldDefinition(
        "\(prefix)rent.escalator", .choice(["none", EscalatorTerms.notDisclosedText]),
        "How rent grows, where it does not or where nobody says by how much.", "none"),
      FieldDefinition(
        "\(prefix)rent.escalator.fixed", percent, "Growth a year.", "3 %"),
      FieldDefinition(
        "\(prefix)rent.escalator.steps[]", .multiplier,
        "The multiple of the first year's rent by lease year; the last holds.", "1.03"),
    ] + cpi(under: "\(prefix)rent.escalator.")
      + ["greaterOf", "lesserOf"].flatMap { name in
        [
          FieldDefinition(
            "\(prefix)rent.escalator.\(name).fixed", percent, "The fixed growth a year.", "3 %",
            isRequired: true)
        ] + cpi(under: "\(prefix)rent.escalator.\(name).")
      }
  }

  private static func cpi(under prefix: String) -> [FieldDefinition] {
    [
      FieldDefinition(
        "\(prefix)cpi.series", .text, "The name of the price index.", "cpi-u-nsa",
        isRequired: true),
      FieldDefinition(
        "\(prefix)cpi.lag", .length, "From the anniversary back to the index that counts.",
        "3 months", isRequired: true),
      FieldDefinition("\(prefix)cpi.floor", percent, "The least growth a year.", "2 %"),
      FieldDefinition("\(prefix)cpi.cap", percent, "The most growth a year.", "4 %"),
      FieldDefinition(
        "\(prefix)cpi.catchUp", words(CPIEscalator.CatchUp.self),
        "What happens to growth that a cap or a floor cut.", "annual"),
      FieldDefinition(
        "\(prefix)cpi.afterLast", percent, "Assumed growth a year beyond the published index.",
        "2.5 %", blocks: [.assumptions]),
    ]
  }

  private static let percent = FieldKind.figure([.percentage])

  /// Promises of others to pay, of the deal or of one period.
  static func creditSupport(under prefix: String) -> [FieldDefinition] {
    [
      FieldDefinition("\(prefix)creditSupport[].guarantor", .party, "Who promises.", "google"),
      FieldDefinition(
        "\(prefix)creditSupport[].form", words(CreditSupport.Form.self), "How.", "guarantee"),
      FieldDefinition(
        "\(prefix)creditSupport[].covers[]", .text, "What is covered.", "base rent"),
      FieldDefinition(
        "\(prefix)creditSupport[].upTo", .figure([.money]), "The most that is paid.",
        "1.8 bn USD"),
      FieldDefinition(
        "\(prefix)creditSupport[].through", .dateOrLeaseYear,
        "The last day or lease year that is covered.", "year 15"),
      FieldDefinition(
        "\(prefix)creditSupport[].effective", .date, "From when it holds.", "2027-06-30"),
      FieldDefinition(
        "\(prefix)creditSupport[].election", .text, "What may be chosen instead of paying.",
        "pay the fee or assume the lease"),
      FieldDefinition(
        "\(prefix)creditSupport[].steps[].from", .date, "The day from which less is paid.",
        "2032-01-01"),
      FieldDefinition(
        "\(prefix)creditSupport[].steps[].year", .count(1...100),
        "The lease year from which less is paid.", "6"),
      FieldDefinition(
        "\(prefix)creditSupport[].steps[].upTo", .figure([.money]),
        "The most that is paid from then on.", "1.2 bn USD", isRequired: true),
    ]
  }
}
