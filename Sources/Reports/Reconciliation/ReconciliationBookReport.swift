import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation

/// A line a deal: whether its announced figures can all be true, at which rent, and what is amiss.
public struct ReconciliationBookReport: Sendable {
  private let subjects: [ReconciliationReport.Subject]
  /// Sentences that the reader must know.
  private let remarks: [String]

  /// A report of deals in the order asked for.
  public init(_ subjects: [ReconciliationReport.Subject], remarks: [String] = []) {
    self.subjects = subjects
    self.remarks = remarks
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(listing, style: style)
    case .csv: renderCSV(table)
    case .json: renderJSON(table)
    }
  }

  // MARK: - For people

  private var listing: Table {
    Table(
      title: "Announced figures",
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("verdict", "Figures agree", .text),
        Column("rent_low", "Rent per kW-month from", .figure),
        Column("rent_high", "to", .figure), Column("worst", "Worst gap as written", .text),
        Column("headline", "Headline", .text),
      ], rows: subjects.map(row), footnotes: summary + remarks)
  }

  private func row(of subject: ReconciliationReport.Subject) -> Row {
    let outcome = subject.outcome
    let rents = outcome.rents.map { QuantityText($0).ends }
    return Row([
      .text(subject.id), .text(agreement(of: outcome)),
      rents.map { .text($0.low) } ?? .blank, rents.map { .text($0.high) } ?? .blank,
      .text(outcome.worst.map(Self.words) ?? ""), .text(subject.headline.words),
    ])
  }

  private func agreement(of outcome: ReconciliationOutcome) -> String {
    switch outcome.verdict {
    case .consistentAsWritten: "as written"
    case .consistentOnlyIf where outcome.families.count == 1: "in one way"
    case .consistentOnlyIf: "in \(outcome.families.count) ways"
    case .inconsistent: "never"
    case .restated: "restated"
    case .undecided: "undecided"
    case .nothingToReconcile: "nothing to compare"
    case .incomplete: "not known"
    }
  }

  /// A figure's gap, with its name.
  private static func words(of check: FigureCheck) -> String {
    let name = check.figure.kind.words
    guard let gap = check.gap else { return name }
    let text = QuantityText(check.figure.range, printed: check.figure.text)
    let share = check.relativeGap.map(QuantityText.percentage)
    return "\(name) \(share ?? text.text(ofGap: gap))"
  }

  /// How many headlines stand where, those of several deals apart, and what tables of payments say.
  private var summary: [String] {
    let own = subjects.filter { $0.headline.figure?.scope.isEmpty ?? true }
    let shared = subjects.filter { !($0.headline.figure?.scope.isEmpty ?? true) }
    let deals = own.count == 1 ? "1 deal" : "\(own.count) deals"
    let sentences = [
      own.isEmpty ? nil : "headlines of \(deals): \(Self.claims(own))",
      shared.isEmpty ? nil : "headlines of a campus, each of several deals: \(Self.claims(shared))",
    ].compactMap(\.self)
    return sentences + subjects.compactMap(\.paymentSentence)
  }

  private static func claims(_ subjects: [ReconciliationReport.Subject]) -> String {
    HeadlineStanding.allCases.compactMap { standing -> String? in
      let number = subjects.count { $0.headline.standing == standing }
      return number == 0 ? nil : "\(number) \(standing.claim(isOne: number == 1))"
    }.joined(separator: "; ")
  }

  // MARK: - For programs

  /// One row a deal; docs/reconcile.md has the keys.
  private var table: Table {
    Table(
      columns: [
        Column("deal", "Deal", .text), Column("verdict", "Verdict", .text),
        Column("headline", "Headline", .text), Column("figures", "Figures", .count),
        Column("families", "Families", .count), Column("departures", "Departures", .text),
        Column("rent_low", "Rent from", .figure), Column("rent_high", "Rent to", .figure),
        Column("rent_unit", "Unit of rent", .text), Column("worst_figure", "Worst figure", .text),
        Column("worst_gap", "Worst gap", .figure),
        Column("worst_relative_gap", "Worst relative gap", .figure),
        Column("headline_deals", "Deals of the headline", .count),
        Column("payments", "Contracted payments", .text),
      ], rows: subjects.map(programRow))
  }

  private func programRow(of subject: ReconciliationReport.Subject) -> Row {
    let outcome = subject.outcome
    let departures = outcome.families.first?.departures.map(\.description) ?? []
    var rents: [Value] = [.blank, .blank, .blank]
    if case .amount(let low, let high, let unit) = outcome.rents {
      rents = [.decimal(low.normalized), .decimal(high.normalized), .text(unit.description)]
    }
    let worst = outcome.worst
    return Row(
      [
        .text(subject.id), .text(snakeCase(outcome.verdict.rawValue)),
        .text(snakeCase(subject.headline.standing.rawValue)), .count(outcome.figures.count),
        .count(outcome.families.count), .text(departures.joined(separator: "; ")),
      ] + rents + [
        worst.map { .text($0.figure.kind.key) } ?? .blank,
        (worst?.gap).map { .decimal($0) } ?? .blank,
        (worst?.relativeGap).map { .decimal($0) } ?? .blank,
        subject.headline.figure.map { .count(max(1, $0.scope.count)) } ?? .blank,
        subject.payments.map { .text(snakeCase($0.verdict.rawValue)) } ?? .blank,
      ])
  }
}

extension ReconciliationOutcome {
  /// First-year rents from the least to the most of all families; `nil` where there is none.
  var rents: QuantityRange? {
    var hull: (low: ExactDecimal, high: ExactDecimal, unit: MeasureUnit)?
    for family in families {
      guard case .amount(let low, let high, let unit) = family.rentPerKilowattMonth.range else {
        continue
      }
      let known = hull ?? (low, high, unit)
      hull = (low < known.low ? low : known.low, known.high < high ? high : known.high, unit)
    }
    return hull.map { .amount(low: $0.low, high: $0.high, $0.unit) }
  }

  /// The figure that is furthest from its interval as written; `nil` where all agree.
  var worst: FigureCheck? {
    let wrong = figures.filter { $0.agrees == false }
    return wrong.max { left, right in
      let sizes = [left, right].map { ($0.relativeGap ?? .zero).doubleValue.magnitude }
      return sizes[0] < sizes[1]
    }
  }
}

extension ReconciliationReport.Subject {
  /// What the deal's table of contracted payments comes to; `nil` where it has none.
  fileprivate var paymentSentence: String? {
    guard let payments else { return nil }
    let words =
      switch payments.verdict {
      case .consistentAsWritten: "every row is given as written"
      case .consistentOnlyIf where payments.fits.count == 1: "every row is given in one way"
      case .consistentOnlyIf: "every row is given in \(payments.fits.count) ways"
      case .inconsistent: "no halls that were searched give every row"
      case .undecided: "undecided"
      case .incomplete: "too little is said"
      }
    return "contracted payments of \(id): \(words)"
  }
}

extension Headline {
  /// In a column.
  fileprivate var words: String {
    let count = figure?.scope.count ?? 0
    let words = standing.words
    return count > 1 && !words.isEmpty ? "\(words), of \(count) deals" : words
  }
}

extension HeadlineStanding {
  /// In a column.
  fileprivate var words: String {
    switch self {
    case .holds: "holds"
    case .roundedUp: "rounded up"
    case .roundedDown: "rounded down"
    case .restated: "restated"
    case .cannotHold: "cannot be true"
    case .undecided: "undecided"
    case .unknown: ""
    }
  }

  /// Behind a number of headlines.
  fileprivate func claim(isOne: Bool) -> String {
    switch self {
    case .holds: "can be true as printed"
    case .roundedUp: isOne ? "was rounded up" : "were rounded up"
    case .roundedDown: isOne ? "was rounded down" : "were rounded down"
    case .restated: isOne ? "was overtaken by a later figure" : "were overtaken by later figures"
    case .cannotHold: "cannot be true beside the other figures"
    case .undecided: "undecided"
    case .unknown: "with too little beside \(isOne ? "it" : "them") to be judged"
    }
  }
}
