import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Whether amounts and megawatts are of the whole deal or of the landlord's share in it.
public enum OwnershipView: String, CaseIterable, Sendable {
  case gross, net
}

/// The landlord's share in a deal over time, or the whole of it.
///
/// What accrues under a version is shared as that version says, so that a sale splits its month by
/// days; what is paid on a day by itself, such as capital cost, as the version of that day says.
struct OwnershipShares {
  /// Of each version: those before the one in force by their places, then that one.
  private let shares: [PreciseReal]
  /// The days that the versions before the one in force govern, by their places.
  private let governed: [Range<CalendarDate>]

  init(of flows: DealCashFlows, _ view: OwnershipView) {
    governed = flows.analysed.earlier.map(\.days)
    let leases = flows.analysed.earlier.map(\.lease) + [flows.projection.lease]
    shares = leases.map { view == .net ? $0.ownership.real : .one }
  }

  /// The share where it never changes.
  var constant: PreciseReal? { shares.allSatisfy { $0 == current } ? current : nil }

  /// The share of the version in force.
  var current: PreciseReal { shares[shares.count - 1] }

  /// The share in what accrues under a version.
  func share(ofVersion version: Int) -> PreciseReal { shares[version] }

  /// The share on a day.
  func share(on day: CalendarDate) -> PreciseReal {
    shares[governed.firstIndex { $0.contains(day) } ?? governed.count]
  }

  /// The mean share of a month's days.
  func share(in month: YearMonth) -> PreciseReal {
    let days = month.days
    var share = PreciseReal.zero
    var counted = 0
    for (version, part) in governed.enumerated() {
      let part = part.clamped(to: days)
      let count = Int(part.upperBound.dayNumber - part.lowerBound.dayNumber)
      share = share.plus(shares[version].times(PreciseReal(integer: count)))
      counted += count
    }
    let all = Int(days.upperBound.dayNumber - days.lowerBound.dayNumber)
    return share.plus(current.times(PreciseReal(integer: all - counted)))
      .divided(by: PreciseReal(integer: all))
  }

  func share(of amount: DealCashFlows.Amount) -> PreciseReal {
    amount.charge.isDated ? share(on: amount.due) : shares[amount.version]
  }
}

extension DealCashFlows {
  /// The sum of a charge, each amount at the landlord's share in it, in minor units, not rounded: a
  /// figure is rounded once.
  func total(of charge: Charge, at shares: OwnershipShares) -> PreciseReal {
    if let share = shares.constant {
      return share.times(PreciseReal(integer: Int(total(of: charge))))
    }
    return sum(at: shares) { $0.charge == charge }
  }

  /// NOI as the sum of a charge; `nil` where a cost is unknown.
  func netOperatingIncome(at shares: OwnershipShares) -> PreciseReal? {
    guard projection.netOperatingIncome != nil else { return nil }
    if let share = shares.constant {
      return netOperatingIncome.map { share.times(PreciseReal(integer: Int($0))) }
    }
    return sum(at: shares) { $0.charge.isInNOI }
  }

  private func sum(
    at shares: OwnershipShares, _ isCounted: (Amount) -> Bool
  ) -> PreciseReal {
    // Few shares and many amounts: whole cents are summed by share first.
    var sums: [(share: PreciseReal, minorUnits: Int64)] = []
    forEachAmount(in: .always, by: .accrual) { amount in
      guard isCounted(amount) else { return }
      let share = shares.share(of: amount)
      if let place = sums.firstIndex(where: { $0.share == share }) {
        sums[place].minorUnits += amount.minorUnits
      } else {
        sums.append((share, amount.minorUnits))
      }
    }
    return sums.reduce(.zero) {
      $0.plus($1.share.times(PreciseReal(integer: Int($1.minorUnits))))
    }
  }
}
