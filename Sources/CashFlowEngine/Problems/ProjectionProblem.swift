public import FinanceBasics
public import LeaseModel

/// Why a lease cannot be projected as it stands.
public enum ProjectionProblem: Hashable, Sendable {
  /// The index is needed before its first month.
  case indexStartsLate(deal: DealID, series: String, first: YearMonth, needed: YearMonth)
  /// The index is needed beyond its last month, and no growth is assumed.
  case indexEnds(deal: DealID, series: String, last: YearMonth, needed: YearMonth)
  /// The market rent of a renewal is needed before the first month of its curve.
  case marketRentStartsLate(deal: DealID, curve: String, first: YearMonth, needed: YearMonth)
  /// The market rent of a renewal is needed beyond its curve's last month, without a growth.
  case marketRentEnds(deal: DealID, curve: String, last: YearMonth, needed: YearMonth)
  /// The halls' own rents come to more than the contract value of a period, numbered from 1.
  case rateNegative(deal: DealID, period: Int)
  /// No hall pays a rent that the contract value of a period, numbered from 1, could be solved for.
  case nothingToSolve(deal: DealID, period: Int)
  case totalOutOfBounds(deal: DealID, charge: Charge)
  case capacityOutOfBounds(deal: DealID, megawatts: ExactDecimal)
  case termTooLong(deal: DealID, hall: String)
  /// Minor units that no base rent is left to use up.
  case prepaymentExceedsRent(deal: DealID, unused: Money)
}

extension ProjectionProblem: Diagnostic {
  /// Stable, and one for each case.
  public var code: String {
    switch self {
    case .indexStartsLate: "projection.cpi-series-starts"
    case .indexEnds: "projection.cpi-series-ends"
    case .marketRentStartsLate: "projection.market-curve-starts"
    case .marketRentEnds: "projection.market-curve-ends"
    case .rateNegative: "projection.rate-negative"
    case .nothingToSolve: "projection.nothing-to-solve"
    case .totalOutOfBounds: "projection.total-out-of-bounds"
    case .capacityOutOfBounds: "projection.capacity-out-of-bounds"
    case .termTooLong: "projection.term-too-long"
    case .prepaymentExceedsRent: "projection.prepayment-exceeds-rent"
    }
  }

  /// What is wrong, with the months, amounts and names at fault.
  public var problem: String {
    switch self {
    case .indexStartsLate(_, let series, let first, let needed):
      "the index \(series) begins in \(first), but the rent depends on \(needed)"
    case .indexEnds(_, let series, let last, let needed):
      "the index \(series) ends in \(last), but the rent depends on \(needed)"
    case .marketRentStartsLate(_, let curve, let first, let needed):
      "the market rents \(curve) begin in \(first), but a renewal depends on \(needed)"
    case .marketRentEnds(_, let curve, let last, let needed):
      "the market rents \(curve) end in \(last), but a renewal depends on \(needed)"
    case .rateNegative(_, let period):
      "the halls with rates of their own pay more than the contract value of period \(period)"
    case .nothingToSolve(_, let period):
      "no hall pays rent from which the contract value of period \(period) could be solved"
    case .totalOutOfBounds(_, let charge):
      "the total of \(charge.rawValue) exceeds 1,000,000,000,000,000.00"
    case .capacityOutOfBounds(_, let megawatts):
      "the halls have \(megawatts) MW of critical IT together, more than 100,000 MW"
    case .termTooLong(_, let hall):
      "the term of \(hall), or its renewals together, run for more than 100 years"
    case .prepaymentExceedsRent(_, let unused):
      "\(unused) of the prepayment is left after the last base rent"
    }
  }

  /// The deal and the field of its file that holds the cause.
  public var location: DiagnosticLocation {
    DiagnosticLocation(field: "\(deal).\(field)")
  }

  /// What to change in the deal.
  public var remedy: String {
    switch self {
    case .indexStartsLate: "give a series that begins early enough, or a shorter lag"
    case .indexEnds, .marketRentEnds:
      "state the growth to assume beyond the series as afterLast"
    case .marketRentStartsLate: "give market rents that begin early enough"
    case .rateNegative: "raise the contract value, or lower the rates of the halls"
    case .nothingToSolve: "state a rate, or leave one hall without a rate or abatement of its own"
    case .totalOutOfBounds: "check the amounts and their scale words"
    case .capacityOutOfBounds: "check the megawatts of the halls"
    case .termTooLong: "check the term, the expiry and the renewals"
    case .prepaymentExceedsRent: "lower the prepayment, or date it before the rents that it pays"
    }
  }

  private var deal: DealID {
    switch self {
    case .indexStartsLate(let deal, _, _, _), .indexEnds(let deal, _, _, _),
      .marketRentStartsLate(let deal, _, _, _), .marketRentEnds(let deal, _, _, _),
      .rateNegative(let deal, _), .nothingToSolve(let deal, _), .totalOutOfBounds(let deal, _),
      .capacityOutOfBounds(let deal, _), .termTooLong(let deal, _),
      .prepaymentExceedsRent(let deal, _):
      deal
    }
  }

  /// The field of the deal file that holds the cause.
  private var field: String {
    switch self {
    case .indexStartsLate, .indexEnds: "rent.escalator.cpi"
    case .marketRentStartsLate, .marketRentEnds: "renewals.rent.market"
    case .rateNegative, .nothingToSolve: "rent.contractValue"
    case .totalOutOfBounds(_, let charge):
      switch charge {
      case .capitalCost: "capitalCost"
      case .operatingCost, .recovery: "operatingCosts"
      case .powerCost, .powerRecovery: "power.tariff"
      case .otherIncome: "otherIncome"
      case .deposit: "deposit"
      case .prepayment: "prepayment"
      case .terminationFee: "termination.fee"
      case .lateDeliveryCredit: "lateDelivery"
      case .baseRent, .renewalRent: "rent"
      }
    case .capacityOutOfBounds: "halls"
    case .termTooLong: "term"
    case .prepaymentExceedsRent: "prepayment"
    }
  }
}
