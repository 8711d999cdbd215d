public import CashFlowEngine
import FinanceBasics
import LeaseModel

/// What the figures of projected deals rest on, in sentences for the foot of a report.
public struct BasisRemarks: Sendable {
  private let deals: [(deal: AnalysedDeal, projection: Projection)]
  private let projectionCase: ProjectionCase

  /// Takes deals with their cash flows.
  public init(_ flows: [DealCashFlows], case projectionCase: ProjectionCase) {
    self.init(flows.map { ($0.analysed, $0.projection) }, case: projectionCase)
  }

  init(_ deals: [(deal: AnalysedDeal, projection: Projection)], case projectionCase: ProjectionCase)
  {
    self.deals = deals
    self.projectionCase = projectionCase
  }

  /// The count of deals and inputs first, then what NOI rests on, then what is unknown.
  ///
  /// Of a single deal, also what was taken where it leaves room.
  public var sentences: [String] {
    counts + choices + income
      + named(
        "operating cost unknown, so NOI is blank",
        deals.filter { $0.projection.netOperatingIncome == nil })
      + named("capital cost unknown, so not in the figures", deals.filter(isCapitalUnknown))
  }

  private var counts: [String] {
    let assumed = deals.reduce(0) { $0 + $1.deal.inputs(.assumed, in: projectionCase) }
    let solved = deals.reduce(0) { $0 + $1.deal.inputs(.solved, in: projectionCase) }
    let scenario = deals.reduce(0) { $0 + $1.deal.inputs(.scenario, in: projectionCase) }
    let inputs =
      scenario == 0
      ? "\(assumed) assumed and \(solved) solved inputs"
      : "\(assumed) assumed, \(solved) solved and \(scenario) scenario inputs"
    return ["\(counted(deals.count)); \(inputs) behind the figures"]
  }

  private var choices: [String] {
    guard deals.count == 1, let only = deals.first else { return countedChoices }
    let taken = only.deal.resolved?.remarks.map(\.description) ?? []
    return taken + only.projection.warnings.map(\.description)
  }

  /// Of several deals, how many stated periods and ranges were narrowed to a day or a number.
  private var countedChoices: [String] {
    var (periods, ranges) = (0, 0)
    for remark in deals.flatMap({ $0.deal.resolved?.remarks ?? [] }) {
      switch remark {
      case .periodTaken: periods += 1
      case .rangeTaken: ranges += 1
      default: break
      }
    }
    guard periods + ranges > 0 else { return [] }
    return [
      "\(periods) stated periods are taken at their end or as assumed, and \(ranges) ranges at "
        + "their middle; `leasebook show DEAL` names them"
    ]
  }

  private var income: [String] {
    guard deals.count > 1 else { return [] }
    var (margins, lines, nets) = (0, 0, 0)
    for (_, projection) in deals {
      switch projection.lease.operatingCosts {
      case .unknown: break
      case .margin: margins += 1
      case .lines(let costs) where costs.isEmpty: nets += 1
      case .lines: lines += 1
      }
    }
    let parts = [
      (margins, "on a margin"), (lines, "on cost lines"),
      (nets, "on triple net with no cost stated, so that NOI equals rent"),
    ].filter { $0.0 > 0 }.map { "of \(counted($0.0)) \($0.1)" }
    return parts.isEmpty ? [] : ["NOI rests: " + parts.joined(separator: "; ")]
  }

  /// Whether the landlord pays for the halls, and nobody says how much.
  private func isCapitalUnknown(_ part: (deal: AnalysedDeal, projection: Projection)) -> Bool {
    part.projection.lease.capital == nil
      && part.deal.deal.terms.capitalFundedBy?.value != .tenant
  }

  /// The most deals that a sentence names rather than counts.
  private static let mostNames = 5

  private func counted(_ count: Int) -> String { "\(count) \(count == 1 ? "deal" : "deals")" }

  private func named(
    _ claim: String, _ deals: [(deal: AnalysedDeal, projection: Projection)]
  ) -> [String] {
    guard !deals.isEmpty else { return [] }
    let isShort = deals.count <= Self.mostNames
    let names = deals.map(\.deal.deal.id.text).joined(separator: ", ")
    return ["\(claim): \(isShort ? names : counted(deals.count))"]
  }
}
