import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// The shares of a landlord among which its part of a value is divided.
public struct LandlordEquity: Hashable, Sendable {
  /// Shares outstanding; above zero.
  public let shares: ExactDecimal
  /// What one costs, in currency units; `nil` where warrants are not counted.
  public let price: ExactDecimal?

  /// Takes the parts as given.
  public init(shares: ExactDecimal, price: ExactDecimal?) {
    self.shares = shares
    self.price = price
  }
}

/// The landlord's part of a value by share.
///
/// Warrants that the deals grant dilute by the treasury-stock method: those with an exercise price
/// below the share's are exercised, and what they pay in buys shares back at that price. Source:
/// FASB ASC 260-10-45-23.
public struct ValuePerShare: Hashable, Sendable {
  /// The present value of the landlord's share of each deal's flows, in minor units.
  public let attributable: Int64
  /// Shares outstanding.
  public let shares: ExactDecimal
  /// Shares that warrants add, net of those bought back; zero without a price.
  public let dilution: ExactDecimal
  /// Whether a price was given, without which warrants are not counted.
  public let isPriced: Bool
  /// Value by share, in currency units, before dilution.
  public let basic: ExactDecimal
  /// Value by share, in currency units, after dilution.
  public let diluted: ExactDecimal

  /// - Throws: A `ValuationProblem`.
  init(_ equity: LandlordEquity, of flows: [DealCashFlows], valuation: FlowValuation) throws {
    var sum: Int64 = 0
    for flow in flows {
      sum += try FlowValuation(
        of: [flow], case: valuation.projectionCase, basis: valuation.basis, view: .net
      ).presentValue
    }
    attributable = sum
    shares = equity.shares
    isPriced = equity.price != nil
    let added = flows.reduce(PreciseReal.zero) { sum, flow in
      flow.analysed.deal.terms.warrants.reduce(sum) {
        $0.plus($1.sharesAdded(at: equity.price))
      }
    }
    dilution = Self.decimal(added, digits: 0)
    let money = PreciseReal(integer: Int(sum)).divided(by: PreciseReal(integer: 100))
    basic = Self.decimal(money.divided(by: equity.shares.real), digits: 4)
    diluted = Self.decimal(money.divided(by: equity.shares.real.plus(added)), digits: 4)
  }

  private static func decimal(_ number: PreciseReal, digits: Int) -> ExactDecimal {
    ExactDecimal(number.formatted(fractionDigits: digits)) ?? .zero
  }
}

extension WarrantGrant {
  /// Shares that the warrants add by the treasury-stock method; none where no price is given.
  func sharesAdded(at price: ExactDecimal?) -> PreciseReal {
    guard let price, let count = shares?.value.point.real else { return .zero }
    let exercise = exercisePrice?.value.point ?? .zero
    guard exercise < price else { return .zero }
    return count.times(price.real.minus(exercise.real)).divided(by: price.real)
  }
}
