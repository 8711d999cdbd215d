import FinanceBasics
import LeaseModel

@testable import LedgerStore

/// Small entries of a real shape. Figures of River Bend: CONVENTIONS §4.
enum Sample {
  static let landlord = NewEntry.party(
    PartyRecord(
      Party(
        id: PartyID("hut-8"), name: "Hut 8 Corp.", aliases: ["Hut 8", "Hut 8 Mining"],
        ticker: "HUT"), document: partyFile))
  static let tenant = NewEntry.party(
    PartyRecord(Party(id: PartyID("fluidstack"), name: "Fluidstack"), document: partyFile))
  static let guarantor = NewEntry.party(
    PartyRecord(Party(id: PartyID("google"), name: "Google"), document: partyFile))
  static let site = NewEntry.site(
    SiteRecord(
      Site(
        id: SiteID("river-bend"), name: "River Bend campus", region: "LA", country: "US",
        landlord: PartyID("hut-8"))))
  /// What became of the landlord in the spring of 2028.
  static let datedParty = PartyRecord(
    Party(
      id: PartyID("hut-8"), name: "Hut 8 Corp.", aliases: ["Hut 8", "Hut 8 Mining"],
      ticker: "HUT", shares: 125_000_000),
    Announcement(
      announced: StatedDate(.on("2028-05-01")), effective: .on("2028-03-31"),
      reason: "shares were sold",
      sources: [
        Source(
          id: SourceID("10-q"), tier: .filing, date: StatedDate(.on("2028-05-01")),
          title: "cover of the 10-Q", url: "https://example.com/10-q", via: "a copy")
      ]),
    document: Document(name: "parties-2028-q1.yaml", bytes: Array("announced: …".utf8)))
  static let partyFile = Document(name: "parties.yaml", bytes: Array("parties: …".utf8))

  static let riverBendBatch: [NewEntry] = [
    .deal(version()), landlord, tenant, guarantor, site,
  ]

  static func stated<Value>(
    _ value: Value, _ path: String, _ basis: Basis = .disclosed
  ) -> Stated<Value> {
    Stated(value, basis: basis, path: FieldPath([.key(path)]))
  }

  static func usd(_ amount: Int) -> Figure {
    Figure(exactly: ExactDecimal(amount), .money(.usd))
  }

  static func megawatts(_ text: String) -> Figure {
    Figure(exactly: ExactDecimal(text) ?? .zero, .megawatts)
  }

  static func terms(
    megawatts: String = "245", value: Int = 7_000_000_000, tenant: String = "fluidstack",
    kind: ContractKind = .lease, status: DealStatus? = .signed
  ) -> DealTerms {
    var terms = DealTerms()
    terms.landlord = stated(PartyID("hut-8"), "landlord")
    terms.tenant = stated(PartyID(tenant), "tenant")
    terms.site = stated(SiteID("river-bend"), "site")
    terms.kind = stated(kind, "kind")
    terms.structure = stated(.tripleNet, "structure")
    terms.status = status.map { stated($0, "status") }
    terms.criticalIT = stated(self.megawatts(megawatts), "criticalIT")
    terms.term = stated(.months(180), "term")
    terms.rent.contractValue = stated(usd(value), "contractValue")
    terms.rent.escalator = stated(
      .fixed(Figure(exactly: ExactDecimal(3), .percent)), "escalator")
    terms.operatingMargin = stated(
      Figure(exactly: ExactDecimal(digits: 986, fractionDigits: 1), .percent), "operatingMargin",
      .assumed)
    var hall = HallTerms(name: "hall 1")
    hall.criticalIT = stated(self.megawatts(megawatts), "criticalIT", .assumed)
    terms.halls = [hall]
    var support = CreditSupport()
    support.guarantor = stated(PartyID("google"), "guarantor")
    support.covers = [stated("base rent", "covers"), stated("pass-through", "covers")]
    support.through = stated(.leaseYear(15), "through")
    terms.creditSupport = [support]
    terms.periods = [PeriodTerms(leaseYears: 0..<15)]
    return terms
  }

  static let sources = [
    Source(
      id: SourceID("release"), tier: .release, date: StatedDate(.on("2025-12-17")),
      title: "Hut 8 signs 15-year, 245 MW lease", url: "https://example.com/release"),
    Source(id: SourceID("filing"), tier: .filing),
  ]

  static func fields(value: Int = 7_000_000_000) -> [DealField] {
    let release = SourceID("release")
    let root = FieldPath.root
    return [
      DealField(
        block: .head, path: root.key("deal"), text: "hut8-river-bend", line: 1, column: 7),
      DealField(
        block: .terms, path: root.key("rent").key("contractValue"), text: "\(value) USD",
        sources: [release, SourceID("filing")], note: "over the base term", line: 12, column: 9),
      DealField(
        block: .terms, path: root.key("halls").element("hall 1").key("criticalIT"),
        text: "245 MW", sources: [release], line: 14, column: 5),
      DealField(
        block: .assumptions, path: root.key("operatingMargin"), text: "98.6 %", line: 20,
        column: 3),
    ]
  }

  /// A version of River Bend, or of another deal with the same terms.
  static func version(
    _ deal: String = "hut8-river-bend", change: VersionChange = .original,
    effective: String = "2025-12-17", known: String = "2025-12-17", name: String? = nil,
    value: Int = 7_000_000_000, tenant: String = "fluidstack", kind: ContractKind = .lease,
    status: DealStatus? = .signed, reason: String? = nil, file: String? = nil
  ) -> VersionRecord {
    let statement = VersionRecord.Statement(
      announced: StatedDate(.on(known)), signed: nil, source: SourceID("release"),
      terms: terms(value: value, tenant: tenant, kind: kind, status: status),
      fields: fields(value: value), sources: sources)
    let document = Document(
      name: "\(deal).yaml", bytes: Array((file ?? "deal: \(deal) \(change) \(value)").utf8))
    return VersionRecord(
      deal: DealID(deal), change: change, effective: .on(effective), known: .on(known),
      name: name, reason: reason, document: document, statement: statement, derived: derived)
  }

  /// Posted: 376,366,063.24 a year in the first year, and 6,999,999,999.84 over the term.
  static let derived = DerivedFigures(
    engine: "test 1",
    halls: [
      DerivedFigures.Hall(
        name: "hall 1", criticalIT: ExactDecimal(245),
        baseTerm: .on("2027-07-01")..<CalendarDate.on("2042-07-01"),
        firstMonthRent: 31_363_838_60)
    ],
    firstYearRatePerKilowattMonth: ExactDecimal("128.0157"), firstYearRateBasis: .solved,
    totalContractValue: 699_999_999_984)
}
