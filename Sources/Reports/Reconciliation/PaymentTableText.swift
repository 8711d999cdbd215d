import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation

/// What a deal's table of contracted payments says of its halls, as text for people.
struct PaymentTableText {
  let outcome: PaymentTableOutcome
  let isVerbose: Bool
  let style: TextStyle

  /// The fits that are shown where not all are asked for.
  private static let fewFits = 2

  private var shown: ArraySlice<PaymentFit> {
    outcome.fits.prefix(isVerbose ? outcome.fits.count : Self.fewFits)
  }

  /// Sections with a blank line between.
  var sections: [String] {
    var sections: [String] = []
    if let table = outcome.table { sections.append(renderText(rows(of: table), style: style)) }
    sections.append(paragraph(verdict, .bold))
    for (number, fit) in shown.enumerated() { sections += fitSections(fit, number + 1) }
    if !footnotes.isEmpty {
      sections.append(renderParagraphs(footnotes, .dim, hanging: 2, style: style))
    }
    return sections
  }

  private func paragraph(_ text: String, _ ink: Ink = []) -> String {
    renderParagraphs([text], ink, style: style)
  }

  // MARK: - The table

  /// Every row with what the simplest fit makes of it.
  private func rows(of table: PaymentTable) -> Table {
    let asOf = table.asOf.map { " as of \($0)" } ?? ""
    let residuals = outcome.fits.first?.rows ?? []
    return Table(
      title: "Contracted payments\(asOf), fiscal years to \(table.fiscalYearEnd)",
      columns: [
        Column("row", "Year", .text, isKey: true), Column("printed", "As printed", .figure),
        Column("range", "Leaves open", .figure), Column("projected", "Projected", .figure),
        Column("residual", "Residual", .figure),
      ],
      rows: table.rows.enumerated().map { place, row in
        let text = Self.text(of: row)
        let residual = place < residuals.count ? residuals[place] : nil
        return Row([
          .text(row.name.capitalisedFirst), .text(row.printed.text), .text(text.interval),
          residual.map { .text(text.text(of: Self.value(of: $0), gap: $0.gap)) } ?? .blank,
          residual.map { .text(Self.words(for: $0, text)) } ?? .blank,
        ])
      })
  }

  private static func text(of row: PaymentTable.Row) -> QuantityText {
    let figure = row.printed
    return QuantityText(
      .amount(low: figure.low, high: figure.high, figure.unit), printed: figure.text)
  }

  private static func value(of residual: RowResidual) -> QuantityValue {
    .amount(PreciseReal(integer: Int(residual.minorUnits)).divided(by: PreciseReal(integer: 100)))
  }

  private static func words(for residual: RowResidual, _ text: QuantityText) -> String {
    let note = residual.isLeftOut ? ", left out" : ""
    guard !residual.isWithinPrecision else { return "fits\(note)" }
    return text.text(ofGap: residual.residual) + note
  }

  private var verdict: String {
    switch outcome.verdict {
    case .consistentAsWritten:
      "Payments: the deal as written gives every row within its printed precision."
    case .consistentOnlyIf where outcome.fits.count == 1:
      "Payments: every row within its printed precision in one way."
    case .consistentOnlyIf:
      "Payments: every row within its printed precision in \(outcome.fits.count) ways."
    case .inconsistent: "Payments: no halls that were searched give every row; the closest:"
    case .undecided: "Payments: undecided; the search ended before it could tell."
    case .incomplete: "Payments: the deal or its table does not say enough."
    }
  }

  // MARK: - Fits

  private func fitSections(_ fit: PaymentFit, _ number: Int) -> [String] {
    let departures = fit.departures.map(\.description).joined(separator: "; ")
    let title = departures.isEmpty ? "As the file has it" : departures.capitalisedFirst
    let words = outcome.fits.count == 1 ? title : "\(number). \(title)"
    return [
      paragraph(words, .bold) + style.blockSeparator + renderText(halls(of: fit), style: style),
      renderText(terms(of: fit), style: style),
    ]
  }

  private func halls(of fit: PaymentFit) -> Table {
    Table(
      columns: [
        Column("hall", "Hall", .text, isKey: true), Column("critical_it", "MW", .figure),
        Column("commencement", "Rent from", .text), Column("earliest", "Earliest", .text),
        Column("latest", "Latest", .text), Column("last_day", "Last day", .text),
        Column("rent", "First-year rent", .figure),
      ],
      rows: fit.halls.map { hall in
        Row([
          .text(hall.name), hall.criticalIT.map { .decimal($0) } ?? .blank,
          .text("\(hall.commencement)"), .text("\(hall.commencements.lowerBound)"),
          .text("\(hall.commencements.upperBound)"),
          .text("\(hall.lastDay)\(hall.isLastDayFitted ? " *" : "")"),
          .text(Self.millions(hall.firstYearRent.value)),
        ])
      })
  }

  private func terms(of fit: PaymentFit) -> Table {
    let rows: [(String, FittedTerm?, String, (PreciseReal) -> String)] = [
      ("Escalator", fit.escalator, "% a year", { Self.number($0, digits: 3) }),
      (
        "First-year rent", fit.rentPerKilowattMonth, "\(currency)/kW-month",
        { Self.number($0, digits: 2) }
      ),
      ("First-year rent of all halls", fit.firstYearRent, "M \(currency)", Self.millions),
    ]
    return Table(
      columns: [
        Column("term", "Term", .text, isKey: true), Column("value", "Fitted", .figure),
        Column("low", "From", .figure), Column("high", "To", .figure), Column("unit", "", .text),
      ],
      rows: rows.compactMap { name, term, unit, words in
        term.map {
          Row([
            .text(name), .text(words($0.value)), .text(words($0.low)), .text(words($0.high)),
            .text(unit),
          ])
        }
      })
  }

  private var currency: String { outcome.table?.currency.code ?? Currency.usd.code }

  private static func number(_ value: PreciseReal, digits: Int) -> String {
    NumberText(ExactDecimal(rounding: value), fractionDigits: digits).text
  }

  private static func millions(_ value: PreciseReal) -> String {
    number(value.divided(by: PreciseReal(integer: 1_000_000)), digits: 3)
  }

  // MARK: - Foot

  private var footnotes: [String] {
    let fitted = shown.contains { $0.halls.contains(where: \.isLastDayFitted) }
    let hidden = outcome.fits.count - shown.count
    return ["first-year rent of halls in millions of \(currency)"]
      + (fitted ? ["* chosen to fit what falls after the years; the term does not give it"] : [])
      + (outcome.fits.first.map { [Self.words(forAlternatives: $0.alternatives)] } ?? [])
      + (hidden > 0
        ? ["\(hidden) more \(hidden == 1 ? "way" : "ways"): --verbose shows all"] : []) + footing
      + suspects + outcome.notes.map(\.description)
  }

  private static func words(forAlternatives count: Int) -> String {
    switch count {
    case 0: "no other fit is as good as the first"
    case 1: "1 more fit is as good as the first"
    default:
      "\(NumberText(ExactDecimal(count), fractionDigits: 0).text) more fits are as good as the first"
    }
  }

  private var footing: [String] {
    guard let footing = outcome.footing else { return [] }
    let gap = NumberText(footing.gap, fractionDigits: 0).text
    return [
      footing.gap == .zero
        ? "the rows add up to the printed total"
        : "the rows add up to \(gap) \(currency) more than the printed total, which "
          + (footing.agrees ? "rounding leaves open" : "rounding does not leave open")
    ]
  }

  private var suspects: [String] {
    outcome.suspects.map { suspect in
      let names = suspect.rows.map(\.name).joined(separator: " and ")
      return "without \(names) the other rows can be given"
    }
  }
}

extension RowResidual {
  /// The residual where it is more than rounding leaves open.
  fileprivate var gap: PreciseReal? { isWithinPrecision ? nil : residual }
}
