import FinanceBasics
import LeaseModel

extension PaymentMatcher {
  /// The plans that come nearest where none meets the rows, the nearest first.
  ///
  /// Each holds the points within a quarter more of its least strain.
  mutating func nearestFamilies() -> [Family] {
    var found: [(family: Family, strain: Double)] = []
    for plan in PaymentPlan.plans(for: terms) where plan.isByStatedRules && plan.count <= 2 {
      guard goesOn(0, part: 100) else { break }
      guard let point = nearest(plan) else { continue }
      let left = ends == nil ? rowsOfEnds : []
      let near = family(of: plan, ends: ends, without: left, strain: point.strain * 1.25)
      let tranches = plan.tranches(of: terms, in: table)
      var family =
        near
        ?? Family(
          plan: plan, choice: .asStated, tranches: tranches, points: [], leftOut: left)
      family.points.insert((point, ends), at: 0)
      found.append((family, point.strain))
    }
    return found.sorted { ($0.strain, $0.family.count) < ($1.strain, $1.family.count) }
      .prefix(2).map(\.family)
  }

  /// The rows without which the others are met as the file has it; where nothing meets all rows,
  /// and none of these does either, with halls' days moved.
  mutating func suspects(isMet: Bool) -> [Family] {
    let plans = PaymentPlan.plans(for: terms).filter { $0.layout == .oneRent || $0.count == 0 }
    let unmet = ends == nil ? rowsOfEnds : []
    let stated = plans.first { $0.count == 0 }
    let wide = isMet ? nil : plans.first { $0.isWide && $0.count == 1 }
    for plan in [stated, wide].compactMap(\.self) {
      var found: [Family] = []
      for row in bounds.rows(without: unmet) {
        guard goesOn(0, part: 85) else { return found }
        let left = unmet.union([row.printed])
        if let family = family(of: plan, ends: ends, without: left) { found.append(family) }
      }
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension PaymentPlan {
  /// Whether parts of months, anniversaries and lease years are counted as the file has it.
  fileprivate var isByStatedRules: Bool {
    departures.allSatisfy { departure in
      switch departure {
      case .proration, .anniversary, .leaseClock: false
      default: true
      }
    }
  }
}
