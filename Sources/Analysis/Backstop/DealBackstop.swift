import CashFlowEngine
public import FinanceBasics
public import LeaseModel
import Valuation

/// What the guarantee of one deal's base rents is worth.
public struct DealBackstop: Sendable {
  /// The deal.
  public let deal: DealID
  /// Who owes the rents, where the terms say it.
  public let tenant: PartyID?
  /// In the order of the deal file, each once; at least one.
  public let guarantors: [PartyID]
  /// The days on which the first and the last rent are due; `nil` where no rent is.
  public let dueDays: ClosedRange<CalendarDate>?
  /// The last day on which a covered rent is due; `nil` where none is covered.
  public let coveredThrough: CalendarDate?
  /// The most that the guarantors pay if the tenant defaults at the first rent; `nil` is no bound.
  public let cap: Int64?
  /// Values with and without the guarantee.
  public let figures: BackstopFigures
  /// Of the guarantors, in the order of the file.
  public let warrants: [GivenWarrants]
  /// How the deal was read where there is more than one way, and what is left out.
  public let remarks: [String]

  /// `nil` of a deal without a guarantor.
  ///
  /// - Throws: A `ValuationProblem` of the rate; `valuation.beyond-range`.
  init?(of flows: DealCashFlows, _ terms: BackstopTerms, basis: ValuationBasis) throws {
    let guarantee = GuaranteeTerms(of: flows)
    guard !guarantee.guarantors.isEmpty else { return nil }
    let stated = flows.analysed.deal.terms
    deal = flows.analysed.deal.id
    tenant = stated.tenant?.value
    guarantors = guarantee.guarantors
    let owed = try OwedRents(of: flows, basis: basis)
    dueDays = owed.rents.first.flatMap { first in owed.rents.last.map { first.due...$0.due } }
    coveredThrough = owed.rents.last { $0.covered > 0 }?.due
    cap = owed.rents.first { $0.covered > 0 }.flatMap { guarantee.cap(on: $0.due) }
    warrants = try GivenWarrants.all(
      of: stated, heldBy: guarantee.guarantors, price: terms.sharePrice)
    let pricing = BackstopPricing(
      owed, terms: terms, on: basis.date, capOnDay: guarantee.cap(on:))
    figures = try Self.figures(try pricing.priced(), of: owed, warrants: warrants.value)
    remarks =
      Self.remarks(on: owed, basis.date, flows) + guarantee.remarks
      + warrants.remarks(in: stated, isPriced: terms.sharePrice != nil)
  }

  private static func figures(
    _ priced: BackstopPricing.Priced, of owed: OwedRents, warrants: Int64?
  ) throws(AnalysisProblem) -> BackstopFigures {
    let guaranteed = priced.unguaranteed + priced.guaranteeValue
    return BackstopFigures(
      rents: owed.rents.reduce(0) { $0 + $1.amount }, certain: try postedValue(priced.certain),
      unguaranteed: try postedValue(priced.unguaranteed), guaranteed: try postedValue(guaranteed),
      covered: try postedValue(priced.covered), warrants: warrants)
  }

  private static func remarks(
    on owed: OwedRents, _ date: CalendarDate, _ flows: DealCashFlows
  ) -> [String] {
    var sentences: [String] = []
    let uncovered = owed.rents.filter { $0.covered < $0.amount }
    if owed.rents.isEmpty {
      sentences.append("no base rent falls due on or after \(date)")
    } else if !owed.rents.contains(where: { $0.covered > 0 }) {
      sentences.append("the guarantee covers no base rent due on or after \(date)")
    } else if let first = uncovered.first, let last = uncovered.last {
      let days = first.due == last.due ? "on \(first.due)" : "from \(first.due) to \(last.due)"
      sentences.append("rents due \(days) are not, or not all, covered")
    }
    if owed.setOff > 0 {
      let amount = Money(minorUnits: owed.setOff, currency: flows.projection.lease.currency)
      sentences.append("prepaid rent and credits for late delivery pay \(amount) of the rents")
    }
    let tenants = Set(flows.analysed.deal.terms.periods.compactMap(\.tenant?.value))
    if tenants.count > 1 {
      sentences.append("tenants that follow each other are read as one, with the one intensity")
    }
    return sentences
  }
}
