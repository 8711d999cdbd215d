import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// The first-year rent at which a deal's present value is zero, with everything else as it stands.
///
/// Where the deal has several rates, all move in proportion, and the rent is their average by
/// megawatt. Present value is a straight line in rent but for caps and floors, so that the line
/// through two valuations is followed until it is zero.
public struct BreakEvenRent: Hashable, Sendable {
  /// Money a kilowatt of critical IT and month, to six digits after the point; `nil` where no rent
  /// from half a cent up brings the value within a unit of currency of zero.
  public let perKilowattMonth: ExactDecimal?
  /// As the deal stands.
  public let present: ExactDecimal
  /// The present value at the break-even rent before it is cut to six digits, in minor units: what
  /// the cents of single months leave.
  public let residual: Int64

  /// `nil` of a deal whose rent cannot be moved, and of one that pays nothing, which has no need of
  /// rent.
  ///
  /// Also of one that cannot be projected at another rent, such as one whose prepayment would be left
  /// over.
  init?(of flows: DealCashFlows, valuation: FlowValuation) {
    let owed = valuation.charges.first { $0.charge == .baseRent }?.presentValue ?? 0
    guard valuation.equityMultiple != nil, owed != 0,
      let rent = flows.analysed.firstYearRent, !rent.point.real.isZero
    else { return nil }
    present = rent.point
    let scale = LeverScale.figure(.units, rent.unit)
    let value = { (number: ExactDecimal) -> Int64? in
      let setting = LeverSetting(.rent, at: number, on: scale, option: "break-even rent")
      guard let charged = try? flows.analysed.charging(setting),
        let moved = try? DealCashFlows(charged, case: valuation.projectionCase)
      else { return nil }
      return try? FlowValuation(
        of: [moved], case: valuation.projectionCase, basis: valuation.basis
      ).presentValue
    }
    var (left, atLeft) = (present, valuation.presentValue)
    // A first step towards zero: down from a profit, up from a loss.
    let first = PreciseReal(atLeft > 0 ? Self.down : Self.up, over: 100)
    var right = Self.rounded(present.real.times(first))
    guard var atRight = value(right) else { return nil }
    var best = (rent: right, value: atRight)
    for _ in 0..<Self.mostSteps where atRight != 0 && atLeft != atRight {
      let slope = PreciseReal(integer: Int(atRight - atLeft))
      let step = (right.real.minus(left.real)).times(PreciseReal(integer: Int(atRight)))
        .divided(by: slope)
      let next = Self.rounded(right.real.minus(step))
      guard next != right else { break }
      guard ExactDecimal.zero < next else {
        (perKilowattMonth, residual) = (nil, atRight)
        return
      }
      guard let atNext = value(next) else { return nil }
      (left, atLeft) = (right, atRight)
      (right, atRight) = (next, atNext)
      // Once the cents of single months outweigh the step, nothing more is gained.
      guard atNext.magnitude < best.value.magnitude else { break }
      best = (next, atNext)
    }
    let isFound = best.value.magnitude <= Self.tolerance && Self.least < best.rent
    perKilowattMonth =
      isFound ? ExactDecimal(best.rent.real.formatted(fractionDigits: 6))?.normalized : nil
    residual = best.value
  }

  private static let mostSteps = 12
  /// The first rents that are tried, in percent of the present one.
  private static let (down, up) = (95, 105)
  /// A rent of 12 digits leaves the cents of each posted month: one unit of currency is nothing.
  private static let tolerance: UInt64 = 100
  /// Half a cent: where costs are a share of rent, any rent pays for them.
  private static let least = ExactDecimal(digits: 5, fractionDigits: 3)

  private static func rounded(_ rent: PreciseReal) -> ExactDecimal {
    ExactDecimal(rent.formatted(fractionDigits: 12))?.normalized ?? .zero
  }
}
