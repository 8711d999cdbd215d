public import Analysis
public import FinanceBasics
public import LeaseModel

/// The deals of a book, a line each.
public struct DealListReport: TabularReport {
  /// What is listed of a deal.
  public struct Line: Sendable {
    /// The deal.
    public let id: DealID
    let landlord: PartyID?
    let tenant: PartyID?
    let site: SiteID?
    let kind: ContractKind?
    let status: DealStatus?
    let criticalIT: ExactDecimal?
    let term: String?
    let contractValue: Int64?
    let currency: Currency?
    let firstAnnounced: String
    let announced: String
    let signed: String?
    let isProjectable: Bool?

    /// Takes the parts as given.
    ///
    /// - Parameters:
    ///   - criticalIT: In megawatts.
    ///   - contractValue: In minor units.
    ///   - isProjectable: `nil` where it is not known, which text does not show.
    public init(
      id: DealID, landlord: PartyID?, tenant: PartyID?, site: SiteID?, kind: ContractKind?,
      status: DealStatus?, criticalIT: ExactDecimal?, term: String?, contractValue: Int64?,
      currency: Currency?, firstAnnounced: String, announced: String, signed: String?,
      isProjectable: Bool?
    ) {
      self.id = id
      self.landlord = landlord
      self.tenant = tenant
      self.site = site
      self.kind = kind
      self.status = status
      self.criticalIT = criticalIT
      self.term = term
      self.contractValue = contractValue
      self.currency = currency
      self.firstAnnounced = firstAnnounced
      self.announced = announced
      self.signed = signed
      self.isProjectable = isProjectable
    }
  }

  let deals: [Line]
  /// The name to print for a party's id.
  let name: @Sendable (PartyID) -> String
  /// What the listing is as of, in a sentence.
  let asOf: String

  /// Takes the parts as given.
  public init(
    _ deals: [Line], asOf: String, name: @escaping @Sendable (PartyID) -> String
  ) {
    self.deals = deals
    self.asOf = asOf
    self.name = name
  }

  /// A row a deal with all that is known, then with the keys of programs.
  public var parts: [ReportPart] {
    [
      ReportPart("Deals", table(.text, width: .max, cutsNames: false), for: .people),
      ReportPart("Data", table(.csv, width: nil, cutsNames: false), for: .programs),
    ]
  }

  /// The report in any format; text leaves columns out where the terminal is narrow, and cuts long
  /// names.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    var inMillions = style
    inMillions.unit = style.unit ?? .millions
    let table = table(format, width: style.tableWidth, cutsNames: !style.isMarkdown)
    return render(table, as: format, style: inMillions)
  }

  /// The narrowest text that shows more than a deal's tenant, size and value.
  private static let wideColumns = 132

  /// The longest name that text shows whole, so that a deal stays on one line.
  private static let widestName = 18

  /// The currencies of the deals, each once.
  private var currencies: [Currency] {
    var seen: [Currency] = []
    for deal in deals {
      if let currency = deal.currency, !seen.contains(currency) { seen.append(currency) }
    }
    return seen
  }

  private func table(_ format: OutputFormat, width: Int?, cutsNames: Bool) -> Table {
    let currencies = currencies
    let wide: Audience = (width ?? 0) >= Self.wideColumns ? .all : .programs
    return Table(
      title: "Deals",
      columns: [
        Column("deal", "Deal", .text, isKey: true),
        Column("landlord", "Landlord", .text, audience: wide),
        Column("tenant", "Tenant", .text),
        Column("kind", "Kind", .text, audience: wide),
        Column("status", "Status", .text, audience: wide),
        Column("critical_it_mw", "IT MW", .decimal(fractionDigits: 1)),
        Column("term", "Term", .text, audience: wide),
        Column("stated_contract_value", "Contract value", .amount),
        Column(
          "currency", "Currency", .text, audience: currencies.count > 1 ? .all : .programs),
        Column("announced", "Announced", .date, audience: wide),
        Column("version_announced", "Version announced", .date, audience: .programs),
        Column("signed", "Signed", .date, audience: .programs),
        Column("site", "Site", .text, audience: .programs),
        Column("projectable", "Projectable", .text, audience: .programs),
      ],
      rows: deals.map { row($0, format, cutsNames: cutsNames) },
      currency: currencies.count > 1 ? nil : currencies.first ?? .usd,
      footnotes: ["\(deals.count) \(deals.count == 1 ? "deal" : "deals"); \(asOf)"])
  }

  private func row(_ deal: Line, _ format: OutputFormat, cutsNames: Bool) -> Row {
    let shown = { (party: PartyID?) -> Value in
      guard let id = party else { return .blank }
      let words = cutsNames ? Self.cut(name(id)) : name(id)
      return .text(format == .text ? words : id.text)
    }
    let text = { (text: String?) -> Value in text.map { .text($0) } ?? .blank }
    return Row([
      .text(deal.id.text), shown(deal.landlord), shown(deal.tenant), text(deal.kind?.rawValue),
      text(deal.status?.rawValue), deal.criticalIT.map { .decimal($0) } ?? .blank,
      text(deal.term), deal.contractValue.map { .amount($0) } ?? .blank,
      text(deal.currency?.code), .stated(deal.firstAnnounced), .stated(deal.announced),
      deal.signed.map { .stated($0) } ?? .blank, text(deal.site?.text),
      text(deal.isProjectable.map { $0 ? "yes" : "no" }),
    ])
  }

  private static func cut(_ name: String) -> String {
    name.count <= widestName ? name : "\(name.prefix(widestName - 1))…"
  }
}

extension DealListReport.Line {
  /// The line of a deal that was read whole.
  public init(_ analysed: AnalysedDeal) {
    let deal = analysed.deal
    let terms = deal.terms
    self.init(
      id: deal.id, landlord: terms.landlord?.value,
      tenant: (terms.tenant ?? terms.periods.first?.tenant)?.value, site: terms.site?.value,
      kind: terms.kind?.value, status: terms.status?.value,
      criticalIT: terms.criticalIT?.value.point,
      term: terms.term?.value.description, contractValue: terms.statedContractValue,
      currency: analysed.currency, firstAnnounced: analysed.firstAnnounced.description,
      announced: deal.announced.description, signed: deal.signed?.description,
      isProjectable: analysed.resolved != nil)
  }
}
