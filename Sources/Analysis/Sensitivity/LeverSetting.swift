public import FinanceBasics
import LeaseModel

/// One lever at one value.
public struct LeverSetting: Hashable, Sendable {
  /// What is moved.
  public let lever: Lever
  /// What the number counts.
  public let scale: LeverScale
  /// Where the lever stands, on its scale.
  public let number: ExactDecimal
  /// What asks for it, such as `--vary rate=6%..12%/1%`: the place of faults.
  let option: String

  init(_ lever: Lever, at number: ExactDecimal, on scale: LeverScale, option: String) {
    self.lever = lever
    self.number = number
    self.scale = scale
    self.option = option
  }

  /// The value as a deal file or the command line writes it.
  public var text: String { scale.text(of: number) }

  /// How flows are valued with the lever at its value; alike for a lever of deals.
  ///
  /// - Throws: `sensitivity.rate-not-used`, `sensitivity.spread-not-used`.
  func moving(_ basis: ValuationBasis) throws(SensitivityFault) -> ValuationBasis {
    let fraction = number.real.divided(by: PreciseReal(integer: 100)).doubleValue
    switch lever.target {
    case .rate:
      guard basis.discounting.rate != nil else { throw .rateNotUsed }
      return basis.moved(to: fraction)
    case .spread:
      guard basis.discounting.spread != nil else { throw .spreadNotUsed }
      return basis.moved(to: fraction)
    case .tier(let tier):
      var moved = basis
      moved.tiers[tier] = basis.discounting(of: tier).moved(to: fraction)
      return moved
    case .delay, .rent, .assumption: return basis
    }
  }

  /// The words of faults, such as `--vary delay=0..12mo/3mo at 6 months`.
  var place: String { "\(option) at \(text)" }
}
