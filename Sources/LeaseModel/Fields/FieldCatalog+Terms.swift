import FinanceBasics

extension FieldCatalog {
  private static let megawatts = FieldKind.figure([.power])

  /// Who, where, and what kind of contract.
  static let identityTerms: [FieldDefinition] = [
    FieldDefinition(
      "landlord", .party, "Who lets the halls.", "hut-8", blocks: [.terms], isRequired: true),
    FieldDefinition(
      "contractingEntity", .text, "The subsidiary that signed.", "Hut 8 DC LLC",
      blocks: [.terms]),
    FieldDefinition(
      "ownership", .share, "The landlord's share of the economics; 100 % if absent.", "51 %"),
    FieldDefinition("tenant", .party, "Who rents the halls.", "fluidstack", blocks: [.terms]),
    FieldDefinition(
      "endUser", .party, "Who uses them in the end.", "anthropic", blocks: [.terms]),
    FieldDefinition("site", .site, "Where the halls stand.", "river-bend", blocks: [.terms]),
    FieldDefinition(
      "contract.kind", words(ContractKind.self), "What the contract is.", "lease",
      blocks: [.terms], isRequired: true),
    FieldDefinition(
      "contract.structure", words(LeaseStructure.self), "Who bears what beside the rent.",
      "triple-net"),
    FieldDefinition(
      "status", words(DealStatus.self),
      "How far the deal has come; a conditional one is kept out of contracted totals.", "signed",
      blocks: [.terms]),
  ]

  /// How much power, when it is delivered, and for how long.
  static let deliveryTerms: [FieldDefinition] =
    [
      FieldDefinition(
        "criticalIT", megawatts, "Critical IT load: what rent is charged on.", "245 MW"),
      FieldDefinition("gross", megawatts, "Critical IT load times PUE.", "331 MW"),
      FieldDefinition("utility", megawatts, "The interconnection.", "330 MW"),
      FieldDefinition("pue", .figure([.number]), "Gross over critical IT, at least 1.", "1.35"),
      FieldDefinition("delivery.first", .date, "When the first hall is delivered.", "2027-Q2"),
      FieldDefinition("delivery.last", .date, "When the last hall is delivered.", "2027-Q4"),
      FieldDefinition(
        "periodDay", words(PeriodDay.self), "The day at which a stated period is taken.", "end",
        blocks: [.assumptions]),
      FieldDefinition(
        "rentCommencement", .date, "When rent begins, where one date holds for the whole lease.",
        "2027-12-31"),
    ] + halls + [
      FieldDefinition("term", .length, "The base term.", "15 years"),
      FieldDefinition(
        "termClock", words(TermClockKind.self), "Which days the halls' terms run to.",
        "per hall"),
      FieldDefinition("expiry", .date, "The stated last day of a fixed end.", "2042-12-31"),
    ] + lateDelivery

  static let rate = FieldKind.figure([.moneyPerPowerTime, .moneyPerTime])

  /// A choice among the words of an enum.
  static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> FieldKind
  where Word.RawValue == String {
    .choice(type.allCases.map(\.rawValue))
  }
}
