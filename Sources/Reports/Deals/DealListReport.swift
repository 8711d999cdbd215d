public import Analysis
import FinanceBasics
public import LeaseModel

/// The deals of a book, a line each.
public struct DealListReport: Sendable {
  let deals: [AnalysedDeal]
  /// The name to print for a party's id.
  let name: @Sendable (PartyID) -> String
  /// What the listing is as of, in a sentence.
  let asOf: String

  /// Takes the parts as given.
  public init(
    _ deals: [AnalysedDeal], asOf: String, name: @escaping @Sendable (PartyID) -> String
  ) {
    self.deals = deals
    self.asOf = asOf
    self.name = name
  }

  /// The report in any format; text leaves columns out where the terminal is narrow.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    var inMillions = style
    inMillions.unit = style.unit ?? .millions
    return render(table(format, width: style.width), as: format, style: inMillions)
  }

  /// The narrowest text that shows more than a deal's tenant, size and value.
  private static let wideColumns = 132

  /// The longest name that text shows whole, so that a deal stays on one line.
  private static let widestName = 18

  /// The currencies of the deals, each once.
  private var currencies: [Currency] {
    var seen: [Currency] = []
    for case let currency? in deals.map(\.currency) where !seen.contains(currency) {
      seen.append(currency)
    }
    return seen
  }

  private func table(_ format: OutputFormat, width: Int?) -> Table {
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
        Column("announced", "Announced", .text, audience: wide),
        Column("version_announced", "Version announced", .text, audience: .programs),
        Column("signed", "Signed", .text, audience: .programs),
        Column("site", "Site", .text, audience: .programs),
        Column("projectable", "Projectable", .text, audience: .programs),
      ],
      rows: deals.map { row($0, format) },
      currency: currencies.count > 1 ? nil : currencies.first ?? .usd,
      footnotes: ["\(deals.count) \(deals.count == 1 ? "deal" : "deals"); \(asOf)"])
  }

  private func row(_ analysed: AnalysedDeal, _ format: OutputFormat) -> Row {
    let deal = analysed.deal
    let terms = deal.terms
    let tenant = terms.tenant ?? terms.periods.first?.tenant
    let shown = { (party: Stated<PartyID>?) -> Value in
      guard let id = party?.value else { return .blank }
      return .text(format == .text ? Self.cut(name(id)) : id.text)
    }
    let text = { (text: String?) -> Value in text.map { .text($0) } ?? .blank }
    return Row([
      .text(deal.id.text), shown(terms.landlord), shown(tenant),
      text(terms.kind?.value.rawValue),
      text(terms.status?.value.rawValue),
      terms.criticalIT.map { .decimal($0.value.point) } ?? .blank,
      text(terms.term?.value.description),
      terms.statedContractValue.map { .amount($0) } ?? .blank,
      text(analysed.currency?.code),
      .text(analysed.firstAnnounced.description), .text(deal.announced.description),
      text(deal.signed?.description),
      text(terms.site?.value.text), .text(analysed.resolved == nil ? "no" : "yes"),
    ])
  }

  private static func cut(_ name: String) -> String {
    name.count <= widestName ? name : "\(name.prefix(widestName - 1))…"
  }
}
