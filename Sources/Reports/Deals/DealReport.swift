public import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// One deal: what its file says field by field, with basis and source, and what follows from it.
public struct DealReport: TabularReport {
  let analysed: AnalysedDeal
  /// The base-case cash flows; `nil` where the deal cannot be projected.
  let flows: DealCashFlows?
  /// What the report is as of, in a sentence.
  let asOf: String
  /// The scenarios that the deal is under; `nil` as recorded.
  let scenarios: ScenarioStatement?
  /// The name to print for a party's or a site's id.
  let name: @Sendable (String) -> String

  /// - Throws: A `ProjectionProblem` of a deal that has its terms and cannot be projected.
  public init(
    _ analysed: AnalysedDeal, asOf: String, scenarios: ScenarioStatement? = nil,
    name: @escaping @Sendable (String) -> String
  ) throws {
    self.analysed = analysed
    flows = analysed.resolved == nil ? nil : try DealCashFlows(analysed, case: .base)
    self.asOf = asOf
    self.scenarios = scenarios
    self.name = name
  }

  /// The deal by topic, then a row a field.
  public var parts: [ReportPart] {
    [
      ReportPart("Deal", properties, for: .people),
      ReportPart("Data", machineProperties, for: .programs),
    ]
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: renderJSON(machineProperties)
    }
  }

  private var deal: Deal { analysed.deal }

  /// Of the version in force.
  var projection: Projection? { flows?.projection }

  /// For people: head, what follows from the terms, the terms by topic, then what is recorded only.
  private var properties: PropertyReport {
    PropertyReport(
      title: deal.name.map { "\(deal.id): \($0)" } ?? deal.id.text,
      sections: [headSection, derivedSection] + (keyDateSection.map { [$0] } ?? []) + termSections
        + factSections,
      footnotes: footnotes)
  }

  private var headSection: PropertyReport.Section {
    var entries = [
      PropertyReport.Entry("deal", "deal", .text(deal.id.text)),
      PropertyReport.Entry(
        "announced", "announced", .stated(analysed.firstAnnounced.description)),
      PropertyReport.Entry(
        "version_announced", "this version announced", .stated(deal.announced.description)),
      PropertyReport.Entry("effective", "effective", .date(deal.effective)),
    ]
    if let signed = deal.signed {
      entries.append(PropertyReport.Entry("signed", "signed", .stated(signed.description)))
    }
    return PropertyReport.Section(entries: entries)
  }

  /// The fields of terms, solved values and assumptions, grouped by the first word of the path.
  private var termSections: [PropertyReport.Section] {
    let leading = ["landlord", "contractingEntity", "ownership", "tenant", "endUser", "site"]
    let groups: [(heading: String, keys: Set<String>)] = [
      ("Parties", Set(leading + ["contract", "status"])),
      (
        "Capacity and delivery",
        [
          "criticalIT", "gross", "utility", "pue", "delivery", "periodDay", "rentCommencement",
          "halls", "term", "termClock", "expiry", "lateDelivery",
        ]
      ),
      ("Rent", ["rent", "billing", "payment", "periods", "renewals", "termination", "holdover"]),
      ("Credit", ["creditSupport", "prepayment", "deposit"]),
      (
        "Costs and capital",
        [
          "operatingMargin", "operatingCosts", "power", "otherIncome", "restoration",
          "capitalCost", "capitalFundedBy", "capitalSpending", "capitalContingency",
          "capitalTenantShare",
        ]
      ),
      (
        "Recorded only",
        ["financing", "warrants", "rights", "contractedPayments", "purchaseOptions"]
      ),
    ]
    return groups.compactMap { group in
      let entries = namedFields.filter { group.keys.contains($0.path.steps.first?.name ?? "") }.map(
        entry)
      return entries.isEmpty
        ? nil : PropertyReport.Section(heading: group.heading, entries: entries)
    }
  }

  /// Without the names of list elements, which stand in the paths of the others.
  private var namedFields: [DealField] {
    termFields.filter { field in
      let steps = field.path.steps
      return !(steps.count > 1 && steps.last?.name == "name")
    }
  }

  private var termFields: [DealField] {
    deal.fields.filter { [.terms, .solved, .assumptions, .scenario].contains($0.block) }
  }

  private func entry(of field: DealField) -> PropertyReport.Entry {
    let isReference = ["landlord", "tenant", "endUser", "site", "guarantor", "holder"]
      .contains(field.path.steps.last?.name ?? "")
    let text = isReference ? name(field.text) : field.text
    return PropertyReport.Entry(
      field.path.description, Self.label(of: field.path), .text(text), kind: .text,
      basis: field.block.basis.rawValue, source: Self.shortSource(of: field))
  }

  /// The first source, and how many there are beside it.
  private static func shortSource(of field: DealField) -> String? {
    guard let first = field.sources.first else { return nil }
    return field.sources.count == 1 ? first.text : "\(first) +\(field.sources.count - 1)"
  }

  /// The path with spaces that no line is broken at, so that a hall's name stays whole.
  private static func label(of path: FieldPath) -> String {
    String(path.description.map { $0 == " " ? "\u{A0}" : $0 })
  }

  private var factSections: [PropertyReport.Section] {
    let announced = deal.announcedFigures.map { figure in
      PropertyReport.Entry(
        figure.path.description, figure.kind.rawValue,
        .text(
          figure.scope.isEmpty
            ? figure.figure.text
            : "\(figure.figure.text), with \(figure.scope.map(\.text).joined(separator: ", "))"),
        kind: .text, basis: Basis.disclosed.rawValue)
    }
    let conflicts = deal.conflicts.enumerated().map { index, conflict in
      PropertyReport.Entry(
        "conflict_\(index + 1)", conflict.path,
        .text([conflict.value, conflict.note].compactMap { $0 }.joined(separator: "; ")),
        kind: .text, source: conflict.source?.text)
    }
    let notes = deal.notes.enumerated().map { index, note in
      PropertyReport.Entry("note_\(index + 1)", "\(index + 1)", .text(note), kind: .text)
    }
    let parts: [(String, [PropertyReport.Entry])] = [
      ("Announced figures", announced), ("Conflicts between sources", conflicts),
      (
        "Not disclosed",
        [
          PropertyReport.Entry(
            "not_disclosed", "by any source",
            .text(deal.notDisclosed.joined(separator: "; ")), kind: .text)
        ].filter { _ in !deal.notDisclosed.isEmpty }
      ),
      ("Notes", notes),
    ]
    return parts.filter { !$0.1.isEmpty }.map { heading, entries in
      PropertyReport.Section(heading: heading, entries: entries)
    }
  }

  private var footnotes: [String] {
    var notes = [asOf] + (scenarios?.sentences ?? [])
    switch analysed.resolution {
    case .success(let resolved):
      let assumed = analysed.inputs(.assumed, in: .base)
      let solved = analysed.inputs(.solved, in: .base)
      notes.append(
        scenarios == nil
          ? "the derived figures rest on \(assumed) assumed and \(solved) solved inputs"
          : "the derived figures rest on \(assumed) assumed, \(solved) solved and "
            + "\(analysed.inputs(.scenario, in: .base)) scenario inputs")
      if flows?.isSpliced == true {
        notes.append(
          "rent, NOI and contract value of earlier versions count until the next one takes effect")
      }
      notes += resolved.remarks.map(\.description)
    case .failure(let missing):
      notes.append("cannot be projected")
      notes += missing.faults.map { "\($0.problem): \($0.remedy)" }
    }
    return notes
  }

  // MARK: - For programs

  /// Each term as an object of value, basis and source; then the derived figures by name.
  private var machineProperties: PropertyReport {
    let terms = termFields.map { field in
      PropertyReport.Entry(
        field.path.description, field.path.description, .text(field.text),
        basis: field.block.basis.rawValue,
        source: field.sources.isEmpty ? nil : field.sources.map(\.text).joined(separator: ", "))
    }
    return PropertyReport(
      sections: [
        headSection, PropertyReport.Section(key: "terms", entries: terms),
        PropertyReport.Section(entries: derivedEntries),
        PropertyReport.Section(
          key: "average_annual_noi", entries: averageIncomeEntries),
      ] + (keyDateSection.map { [$0] } ?? []))
  }
}

extension FieldPath.Step {
  fileprivate var name: String {
    switch self {
    case .key(let name), .element(let name): name
    }
  }
}
