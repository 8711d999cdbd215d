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

  public init(
    _ deals: [AnalysedDeal], asOf: String, name: @escaping @Sendable (PartyID) -> String
  ) {
    self.deals = deals
    self.asOf = asOf
    self.name = name
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table, as: format, style: style)
  }

  var table: Table {
    Table(
      title: "Deals",
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("landlord", "Landlord", .text),
        Column("tenant", "Tenant", .text), Column("kind", "Kind", .text),
        Column("status", "Status", .text),
        Column("critical_it_mw", "IT MW", .decimal(fractionDigits: 1)),
        Column("term", "Term", .text),
        Column("stated_contract_value", "Contract value", .amount),
        Column("announced", "Announced", .text),
        Column("signed", "Signed", .text, audience: .programs),
        Column("site", "Site", .text, audience: .programs),
        Column("projectable", "Projectable", .text, audience: .programs),
      ],
      rows: deals.map(row), currency: .usd,
      footnotes: ["\(deals.count) \(deals.count == 1 ? "deal" : "deals"); \(asOf)"])
  }

  private func row(_ analysed: AnalysedDeal) -> Row {
    let deal = analysed.deal
    let terms = deal.terms
    let tenant = terms.tenant ?? terms.periods.first?.tenant
    return Row([
      .text(deal.id.text), .text(terms.landlord.map { name($0.value) } ?? ""),
      .text(tenant.map { name($0.value) } ?? ""), .text(terms.kind?.value.rawValue ?? ""),
      .text(terms.status?.value.rawValue ?? ""),
      terms.criticalIT.map { .decimal($0.value.point) } ?? .blank,
      .text(terms.term?.value.description ?? ""),
      terms.rent.contractValue?.value.minorUnits.map { .amount($0) } ?? .blank,
      .text(deal.announced.description), .text(deal.signed?.description ?? ""),
      .text(terms.site?.value.text ?? ""), .text(analysed.resolved == nil ? "no" : "yes"),
    ])
  }
}
