import Analysis
import FinanceBasics
import LeaseModel
import Valuation

extension BackstopReport {
  /// A row a deal, then the total for people; the keys are a contract.
  var table: Table {
    let columns = head + figureColumns + tail
    let rows = valuation.deals.map { deal in
      Row(headValues(of: deal) + figureValues(of: deal.figures) + tailValues)
    }
    let total = Row(
      [.text("Total")] + head.dropFirst().map { _ in Value.blank }
        + figureValues(of: valuation.total) + tail.map { _ in Value.blank }, emphasis: .total)
    return Table(
      title: "Backstops", columns: columns, rows: rows + (rows.count > 1 ? [total] : []),
      currency: currency, footnotes: conventions)
  }

  private var head: [Column] {
    [
      Column("deal", "Deal", .text, isKey: true),
      Column("valuation_date", "Valuation date", .date, audience: .programs),
      Column("tenant", "Tenant", .text, audience: .programs),
      Column("guarantors", "Guarantors", .text, audience: .programs),
      Column("first_due", "First rent due", .date, audience: .programs),
      Column("last_due", "Last rent due", .date, audience: .programs),
      Column("covered_through", "Covered through", .date, audience: .programs),
      Column("cap", "Cap", .amount, audience: .programs),
    ]
  }

  private func headValues(of deal: DealBackstop) -> [Value] {
    [
      .text(deal.deal.text), .date(valuation.basis.date),
      deal.tenant.map { .text($0.text) } ?? .blank,
      .text(deal.guarantors.map(\.text).joined(separator: " ")),
      deal.dueDays.map { .date($0.lowerBound) } ?? .blank,
      deal.dueDays.map { .date($0.upperBound) } ?? .blank,
      deal.coveredThrough.map { .date($0) } ?? .blank, deal.cap.map { .amount($0) } ?? .blank,
    ]
  }

  private var figureColumns: [Column] {
    [
      Column("rents", "Rent, undiscounted", .amount, audience: .programs),
      Column("present_value_certain", "Certain", .amount),
      Column("present_value_with_guarantee", "With guarantee", .amount),
      Column("present_value_without_guarantee", "Without guarantee", .amount),
      Column("guarantee_worth", "Worth", .amount),
      Column("basis_points", "Basis points a year", .decimal(fractionDigits: 1)),
      Column("present_value_covered", "Covered rent, certain", .amount, audience: .programs),
      Column("expected_loss_without", "Loss without it", .amount, audience: .programs),
      Column("expected_loss", "Expected loss left", .amount),
      Column("warrants_value", "Warrants", .amount),
      Column("warrants_over_worth", "Warrants over worth", .decimal(fractionDigits: 2)),
    ]
  }

  private func figureValues(of figures: BackstopFigures) -> [Value] {
    [
      .amount(figures.rents), .amount(figures.certain), .amount(figures.guaranteed),
      .amount(figures.unguaranteed), .amount(figures.worth),
      figures.rate.map { .decimal($0 * Self.basisPoints) } ?? .blank, .amount(figures.covered),
      .amount(figures.lossAlone), .amount(figures.expectedLoss),
      figures.warrants.map { .amount($0) } ?? .blank,
      figures.warrantsOverWorth.map { .decimal($0) } ?? .blank,
    ]
  }

  private var tail: [Column] {
    [
      Column("share_price", "Share price", .text, audience: .programs),
      Column("tenant_intensity", "Tenant's intensity", .text, audience: .programs),
      Column("guarantor_intensity", "Guarantor's intensity", .text, audience: .programs),
      Column("recovery", "Recovery", .percent(fractionDigits: 2), audience: .programs),
      Column("downtime", "Downtime", .text, audience: .programs),
      Column("market_rent", "Market rent", .percent(fractionDigits: 2), audience: .programs),
      Column("discounting", "Discounting", .text, audience: .programs),
      Column("currency", "Currency", .text, audience: .programs),
    ]
  }

  private var tailValues: [Value] {
    let (basis, terms) = (valuation.basis, valuation.terms)
    return [
      terms.sharePrice.map { .text($0.text) } ?? .blank,
      .text(terms.tenant.words(from: basis.date)), .text(terms.guarantor.words(from: basis.date)),
      .percent(terms.recovery), .text("\(terms.downtime)"), .percent(terms.marketRent),
      .text(basis.discounting.words), .text(currency.code),
    ]
  }

  /// One object for one deal, an array for several.
  var json: JSONValue {
    let objects = valuation.deals.map(object)
    return objects.count == 1 ? objects[0] : .array(objects)
  }

  private func object(_ deal: DealBackstop) -> JSONValue {
    let columns = head + figureColumns + tail
    let values = headValues(of: deal) + figureValues(of: deal.figures) + tailValues
    let members = zip(columns, values).map { column, value in
      JSONValue.Member(column.key, list(column.key, of: deal) ?? value.json)
    }
    let warrants = deal.warrants.map { grant -> JSONValue in
      [
        "holder": .string(grant.holder.text), "shares": grant.shares.map { .number($0) } ?? .null,
        "exercise_price": .optional(grant.exercisePrice?.text),
        "value": grant.value.map { .amount($0) } ?? .null,
      ]
    }
    return .object(
      members + [
        JSONValue.Member("warrants", .array(warrants)),
        JSONValue.Member("remarks", .array(deal.remarks.map { .string($0) })),
      ] + (scenarios?.members ?? []))
  }

  /// What is a list in JSON; `nil` of other members.
  private func list(_ key: String, of deal: DealBackstop) -> JSONValue? {
    switch key {
    case "guarantors": .array(deal.guarantors.map { .string($0.text) })
    case "tenant_intensity": valuation.terms.tenant.json
    case "guarantor_intensity": valuation.terms.guarantor.json
    default: nil
    }
  }
}

extension DefaultIntensity {
  /// Steps with the years of 365 days from which they hold; a rate of default at once is `null`.
  fileprivate var json: JSONValue {
    .array(
      steps.map { step in
        [
          "from_years": .number(rounding: step.fromYears),
          "rate": step.rate.isFinite ? .number(rounding: step.rate) : .null,
        ]
      })
  }
}
