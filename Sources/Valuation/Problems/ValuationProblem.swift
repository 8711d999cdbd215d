public import FinanceBasics

/// Why a value or a rate of return cannot be given: the question is ill-posed, or has no number.
public enum ValuationProblem: Error, Hashable, Sendable {
  /// There are no flows at all, or all of them are zero.
  case noFlows
  /// A flow is infinite or not a number; positions count from 1.
  case amountNotFinite(position: Int)
  /// No flow is negative once the flows of one day are added, so that no rate brings them to 0.
  case nothingPaid
  /// No flow is positive once the flows of one day are added.
  case nothingReceived
  /// All flows are on one day, so that no rate changes their value.
  case allOnOneDay(CalendarDate)
  /// A rate of return exists, but not above −1 + 1e-16 and below 1.8e308.
  case rateBeyondRange
  /// More than six rates of return coincide, or nearly, around this one.
  case rootsNotSeparated(near: Double)
  /// A discount rate at or below −100 %, or not a number.
  case rateNotAboveMinusOne(Double)
  /// A rate at which a period's growth is not above zero, or which is not a number.
  case rateTooLow(Double, Compounding)
  /// A value on a curve that is too large for a number of 64 bits.
  case curveValueNotFinite
  /// A value too large for a number of 64 bits, at this rate.
  case valueNotFinite(rate: Double)
  /// A loan of no periods, for which no payment is defined.
  case noPeriods
  /// A period before the first or after the last of a loan.
  case periodOutsideTerm(Int, of: Int)
  /// Payments that never bring what is owed to the value wanted.
  case neverRepaid
  /// A duration, which divides by the present value, of flows that are worth nothing.
  case worthNothing
}

extension ValuationProblem: Diagnostic {
  /// A stable name, such as `rate-of-return.nothing-paid`.
  public var code: String {
    switch self {
    case .noFlows: "valuation.no-flows"
    case .amountNotFinite: "valuation.amount-not-finite"
    case .nothingPaid: "rate-of-return.nothing-paid"
    case .nothingReceived: "rate-of-return.nothing-received"
    case .allOnOneDay: "rate-of-return.one-day"
    case .rateBeyondRange: "rate-of-return.beyond-range"
    case .rootsNotSeparated: "rate-of-return.not-separated"
    case .rateNotAboveMinusOne: "valuation.rate-too-low"
    case .rateTooLow: "valuation.rate-too-low"
    case .valueNotFinite, .curveValueNotFinite: "valuation.value-not-finite"
    case .noPeriods: "time-value.no-periods"
    case .periodOutsideTerm: "time-value.period-outside-term"
    case .neverRepaid: "time-value.never-repaid"
    case .worthNothing: "valuation.worth-nothing"
    }
  }

  /// One sentence that says what is wrong, with the offending value in it.
  public var problem: String {
    switch self {
    case .noFlows: "there is no flow other than zero"
    case .amountNotFinite(let position): "the amount of flow \(position) is not a finite number"
    case .nothingPaid: "no flow is negative, so that no rate of return brings the sum to zero"
    case .nothingReceived: "no flow is positive, so that no rate of return brings the sum to zero"
    case .allOnOneDay(let day): "all flows are on \(day), so that no rate changes their value"
    case .rateBeyondRange: "the rate of return is too close to -100 % or too large to be written"
    case .rootsNotSeparated(let rate):
      "too many rates of return lie too close together near \(rate)"
    case .rateNotAboveMinusOne(let rate): "the rate \(rate) is not above -1"
    case .rateTooLow(let rate, let compounding):
      "the rate \(rate), compounded \(compounding.rawValue), leaves no growth above zero"
    case .curveValueNotFinite: "the value on the curve is too large to be written"
    case .valueNotFinite(let rate): "the value at the rate \(rate) is too large to be written"
    case .noPeriods: "there is no period in which a payment could be made"
    case .periodOutsideTerm(let period, let periods): "there is no period \(period) of \(periods)"
    case .neverRepaid: "the payments never bring the present value to the future value"
    case .worthNothing: "the flows are worth nothing, so that they have no duration"
    }
  }

  /// The flow, by its position from 1, or the argument at fault.
  public var location: DiagnosticLocation {
    switch self {
    case .amountNotFinite(let position): DiagnosticLocation(field: "flow \(position)")
    case .rateNotAboveMinusOne, .rateTooLow, .valueNotFinite: DiagnosticLocation(field: "rate")
    case .noPeriods: DiagnosticLocation(field: "periods")
    case .periodOutsideTerm: DiagnosticLocation(field: "period")
    case .neverRepaid: DiagnosticLocation(field: "payment")
    default: DiagnosticLocation(field: "flows")
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .noFlows: "give at least one amount paid and one received"
    case .amountNotFinite: "give the amount as a finite number"
    case .nothingPaid: "add what was paid, such as the capital cost"
    case .nothingReceived: "add what is received, such as the rent"
    case .allOnOneDay: "give flows on at least two days"
    case .rateBeyondRange: "check the amounts and the dates: one of them is out of all proportion"
    case .rootsNotSeparated: "value the flows at a stated rate instead"
    case .rateNotAboveMinusOne: "give an effective annual rate above -100 %, -1 as a fraction"
    case .rateTooLow: "give a rate further above -100 %, -1 as a fraction"
    case .curveValueNotFinite: "check the rates and the spread of the curve"
    case .valueNotFinite: "give a rate further above -1"
    case .noPeriods: "give at least one period"
    case .periodOutsideTerm(_, let periods): "give a period from 1 to \(periods)"
    case .neverRepaid: "give a payment that exceeds the interest, with the opposite sign"
    case .worthNothing: "leave the duration out, or choose another rate"
    }
  }
}
