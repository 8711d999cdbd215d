import Analysis
import FinanceBasics
import LeaseModel

extension BackstopReport {
  /// One deal: who promises what, the rents' values, what the guarantee is worth, and its price.
  func properties(of deal: DealBackstop) -> PropertyReport {
    PropertyReport(
      title: "Backstop of \(deal.deal)",
      sections: [
        PropertyReport.Section(heading: "Guarantee", entries: guarantee(of: deal)),
        PropertyReport.Section(
          heading: "Present value of base rent on \(valuation.basis.date)",
          entries: values(of: deal)),
        PropertyReport.Section(heading: "What the guarantee is worth", entries: worth(of: deal)),
      ] + warrants(of: deal), footnotes: conventions)
  }

  private typealias Entry = PropertyReport.Entry

  private func amount(_ key: String, _ label: String, _ minorUnits: Int64) -> Entry {
    Entry(key, label, .amount(minorUnits), kind: .amount, unit: currency.code)
  }

  private func guarantee(of deal: DealBackstop) -> [Entry] {
    let due = deal.dueDays.map { "\($0.lowerBound) to \($0.upperBound)" }
    return [
      Entry("tenant", "Tenant", deal.tenant.map { .text($0.text) } ?? .blank),
      Entry("guarantors", "Guarantor", .text(deal.guarantors.map(\.text).joined(separator: ", "))),
      deal.cap.map { amount("cap", "Cap", $0) } ?? Entry("cap", "Cap", .text("none stated")),
      Entry("due", "Rents due", due.map { .text($0) } ?? .text("none")),
      Entry(
        "covered_through", "Covered through",
        deal.coveredThrough.map { .date($0) } ?? .text("none covered")),
    ]
  }

  private func values(of deal: DealBackstop) -> [Entry] {
    let figures = deal.figures
    return [
      amount("rents", "Rent, undiscounted", figures.rents),
      amount("certain", "If nobody could default", figures.certain),
      amount("guaranteed", "With the guarantee", figures.guaranteed),
      amount("unguaranteed", "Without the guarantee", figures.unguaranteed),
    ]
  }

  private func worth(of deal: DealBackstop) -> [Entry] {
    let figures = deal.figures
    return [
      amount("worth", "Worth", figures.worth),
      Entry(
        "basis_points", "A year, of covered rent",
        figures.rate.map { .decimal($0 * Self.basisPoints) } ?? .blank,
        kind: .decimal(fractionDigits: 1), unit: "basis points"),
      amount("covered", "Covered rent, certain", figures.covered),
      amount("loss_alone", "Expected loss without it", figures.lossAlone),
      amount("expected_loss", "Expected loss left", figures.expectedLoss),
    ]
  }

  /// Basis points of one.
  static let basisPoints = 10_000.0

  private func warrants(of deal: DealBackstop) -> [PropertyReport.Section] {
    guard !deal.warrants.isEmpty else { return [] }
    let grants = deal.warrants.map { grant in
      let shares = grant.shares.map { NumberText($0, fractionDigits: $0.fractionDigits).text }
      return Entry(
        "warrants", grant.holder.text,
        .text(
          "\(shares ?? "unstated") shares at \(grant.exercisePrice?.text ?? "an unstated price")"))
    }
    let price = valuation.terms.sharePrice.map { " at \($0.text)" } ?? ""
    return [
      PropertyReport.Section(
        heading: "Warrants given for it",
        entries: grants + [
          Entry(
            "warrants_value", "Value\(price)",
            deal.figures.warrants.map { .amount($0) } ?? .text("not valued"), kind: .amount,
            unit: currency.code),
          Entry(
            "warrants_over_worth", "Value over worth",
            deal.figures.warrantsOverWorth.map { .decimal($0) } ?? .blank,
            kind: .decimal(fractionDigits: 2)),
        ])
    ]
  }
}
