public import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Explains the numbers of one deal in one case, each from the terms of the versions in force.
public struct DealExplainer {
  typealias Node = Derivation<ExplainedInput>

  let flows: DealCashFlows
  let projectionCase: ProjectionCase
  var versions: [Version]

  /// One version of the deal with the days that it governs.
  struct Version {
    let days: Range<CalendarDate>
    let provenance: LeaseProvenance
    var derivations: LeaseDerivations
    var mapping = DerivationMapping<LeaseQuantity, ExplainedInput>()

    var lease: Lease { derivations.lease }

    /// A derivation whose leaves know the fields that they were read from.
    mutating func mapped(_ node: Derivation<LeaseQuantity>) -> Node {
      mapping.mapped(node) { provenance.input(of: $0) }
    }
  }

  /// An amount of a charge, a hall and a month, or the part of it that a version governs.
  struct Amount {
    let charge: Charge
    let month: YearMonth
    let due: CalendarDate
    let node: Node
  }

  /// - Throws: `NotProjectable`, or a `ProjectionProblem`.
  public init(
    _ analysed: AnalysedDeal, case projectionCase: ProjectionCase,
    documents: DealDocuments = DealDocuments()
  ) throws {
    self.projectionCase = projectionCase
    flows = try DealCashFlows(analysed, case: projectionCase)
    let start = analysed.earlier.last?.days.upperBound ?? .earliest
    let deals = analysed.governingDeals
    let spans = analysed.earlier.map(\.days) + [start..<CalendarDate.latest]
    let leases = analysed.earlier.map(\.lease) + [try analysed.resolution.get().lease]
    versions = zip(deals, zip(spans, leases)).map { deal, part in
      Version(
        days: part.0,
        provenance: LeaseProvenance(
          deal, lease: part.1, documents: documents, delays: analysed.delays),
        derivations: LeaseDerivations(part.1, case: projectionCase))
    }
  }

  var deal: Deal { flows.analysed.deal }
  var lease: Lease { versions.last?.lease ?? flows.projection.lease }
  var money: String { lease.currency.code }

  /// The amounts of some charges by version, charge, hall and month, each on the days governed.
  ///
  /// - Parameter month: `nil` of all months.
  mutating func amounts(
    of charges: [Charge], hall: String? = nil, in month: YearMonth? = nil
  ) -> [Amount] {
    var amounts: [Amount] = []
    for place in versions.indices {
      let isInForce = place == versions.count - 1
      for charge in charges where isInForce || !charge.isDated {
        if charge == .prepayment && flows.isSpliced {
          amounts += prepaidAmounts(hall: hall, in: month)
          continue
        }
        let halls = versions[place].lease.halls.indices.filter {
          hall == nil || versions[place].lease.halls[$0].name == hall
        }
        for hall in halls { amounts += self.amounts(of: charge, hall, in: month, version: place) }
      }
    }
    return amounts
  }

  /// The amounts of one version, each on the days that it governs.
  mutating func amounts(
    of charge: Charge, _ hall: Int, in month: YearMonth?, version place: Int
  ) -> [Amount] {
    let days = versions[place].days
    let months = versions[place].derivations.months(of: charge, hall: hall)
    var amounts: [Amount] = []
    for each in months where month == nil || each == month {
      guard charge.isDated || days.overlaps(each.days) else { continue }
      let cells = versions[place].derivations.cells(of: charge, hall: hall, in: each)
      for cell in cells {
        let whole = versions[place].mapped(cell.derivation)
        let isWhole =
          charge.isDated || (days.lowerBound <= each.firstDay && each.lastDay < days.upperBound)
        let force = versions[place].derivations.daysInForce(hall)
        amounts.append(
          Amount(
            charge: charge, month: each, due: cell.due,
            node: isWhole ? whole : part(of: whole, in: each, force: force, governed: days)))
      }
    }
    return amounts
  }

  /// The part of a month's posted amount that accrues on the days that a version governs.
  private func part(
    of whole: Node, in month: YearMonth, force: Range<CalendarDate>,
    governed: Range<CalendarDate>
  ) -> Node {
    let inForce = force.overlaps(month.days) ? force.clamped(to: month.days) : month.days
    let count = inForce.lowerBound.days(until: inForce.upperBound)
    let accrued = { (day: CalendarDate) -> Node in
      let elapsed = min(max(0, inForce.lowerBound.days(until: day)), count)
      let share = Node(
        "part of the days in force",
        .quotient(
          Node("days before \(day)", unit: "days", count: elapsed),
          Node("days in force", unit: "days", count: count)))
      return Node(
        "accrued before \(day)", unit: whole.unit,
        .rounded(Node("accrued", unit: whole.unit, .product([whole, share]))))
    }
    return Node(
      "\(whole.label), on the days of this version", unit: whole.unit,
      .difference(accrued(governed.upperBound), accrued(governed.lowerBound)),
      note: "another version of the deal governs the other days of the month")
  }

  /// A sum that is left out where it has one part.
  func sum(_ parts: [Node], _ label: String, unit: String? = nil) -> Node {
    parts.count == 1 ? parts[0] : Node(label, unit: unit ?? money, .sum(parts))
  }

  /// Amounts by year, each year's by month, in the order of their months.
  func byYear(_ amounts: [Amount], _ label: String) -> Node {
    let years = Dictionary(grouping: amounts, by: \.month.year).sorted { $0.key < $1.key }
    return Node(
      label, unit: money,
      .sum(
        years.map { year, amounts in
          sum(amounts.map(\.node), "\(label), \(year)")
        }))
  }
}

extension AnalysedDeal {
  /// The deals of the versions that govern days, in their order; the one in force last.
  var governingDeals: [Deal] {
    versions.indices.dropLast().filter { index in
      versions[index].effective < versions[index + 1].effective
        && (try? versions[index].resolvedLease(series: series, delays: delays)) != nil
    }.map { versions[$0] } + [deal]
  }
}
