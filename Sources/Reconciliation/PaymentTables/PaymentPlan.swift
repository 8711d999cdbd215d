import FinanceBasics
import LeaseModel

/// Choices under which a table is searched: which tranches, which rules, which days.
struct PaymentPlan {
  /// How megawatts and rents are parted.
  enum Layout: Equatable {
    case oneRent
    case ownRents
    /// One rent, and a hall in two phases of equal megawatts; its place.
    case phases(hall: Int)
  }

  let layout: Layout
  let rules: RentRules
  /// Whether halls may begin a year before or after the stated periods.
  let isWide: Bool
  let isGrowthFree: Bool
  /// What differs from the file, but for the days of halls.
  let departures: [PaymentDeparture]

  /// How many choices differ from the file's.
  var count: Int { departures.count + (isWide ? 1 : 0) }

  private init(
    layout: Layout, rules: RentRules, isWide: Bool, isGrowthFree: Bool,
    departures: [PaymentDeparture]
  ) {
    self.layout = layout
    self.rules = rules
    self.isWide = isWide
    self.isGrowthFree = isGrowthFree
    self.departures = departures
  }

  /// Every plan for a deal, those with the fewest departures first.
  static func plans(for terms: PaymentTerms) -> [PaymentPlan] {
    let layouts = layouts(for: terms)
    let rules = rules(for: terms)
    let widths = terms.halls.contains { $0.window != nil } ? [false, true] : [false]
    let isOpen = terms.growth == nil
    var plans: [PaymentPlan] = []
    for layout in layouts {
      for rule in rules {
        for isWide in widths {
          let isPlain = layout.layout == .oneRent && rule.departures.isEmpty
          for isGrowthFree in isOpen ? [true] : isPlain ? [false, true] : [false] {
            let growth: [PaymentDeparture] =
              isGrowthFree && !isOpen ? [.escalator(stated: terms.growthText)] : []
            plans.append(
              PaymentPlan(
                layout: layout.layout, rules: rule.rules, isWide: isWide,
                isGrowthFree: isGrowthFree,
                departures: layout.departures + rule.departures + growth))
          }
        }
      }
    }
    return plans.enumerated().sorted {
      ($0.element.count, $0.offset) < ($1.element.count, $1.offset)
    }
    .map(\.element)
  }

  private static func layouts(
    for terms: PaymentTerms
  ) -> [(layout: Layout, departures: [PaymentDeparture])] {
    guard terms.halls.allSatisfy({ $0.criticalIT != nil }) || terms.halls.count == 1 else {
      return [(.ownRents, [])]
    }
    let phases = terms.halls.indices.map { hall in
      (Layout.phases(hall: hall), [PaymentDeparture.phases(hall: terms.halls[hall].name)])
    }
    let own: [(Layout, [PaymentDeparture])] =
      (2...3).contains(terms.halls.count) ? [(.ownRents, [.ownRents])] : []
    return [(.oneRent, [])] + (terms.halls.count > 3 ? [] : phases) + own
  }

  private static func rules(
    for terms: PaymentTerms
  ) -> [(rules: RentRules, departures: [PaymentDeparture])] {
    let stated = terms.rules
    var rules: [(RentRules, [PaymentDeparture])] = []
    for proration in RentRules.Proration.allCases {
      for anniversary in RentRules.Anniversary.allCases {
        // Whole months have no anniversary inside a month.
        let isWhole = proration == .wholeMonthFromNext
        guard !isWhole || anniversary == stated.anniversary else { continue }
        var departures: [PaymentDeparture] = []
        if proration != stated.proration { departures.append(.proration(proration)) }
        if anniversary != stated.anniversary { departures.append(.anniversary(anniversary)) }
        rules.append((stated.charging(proration, stepping: anniversary), departures))
      }
    }
    if stated.escalationClock == .perHall, terms.halls.count > 1 {
      rules.append((stated.counting(from: .lease), [.leaseClock]))
    }
    return rules.sorted { $0.1.count < $1.1.count }
  }
}

extension PaymentPlan {
  /// The tranches of the plan, each with the days on which it may begin.
  func tranches(of terms: PaymentTerms, in table: PaymentTable) -> [PaymentModel.Tranche] {
    let first = table.years.first?.days.lowerBound ?? .earliest
    let last = (table.years.last?.days.upperBound ?? .latest).adding(days: -1)
    return terms.halls.enumerated().flatMap { place, hall -> [PaymentModel.Tranche] in
      let window =
        hall.window.map { isWide ? $0.widened(by: 366) : $0 } ?? first...max(first, last)
      let size = hall.criticalIT ?? .one
      let isInPhases = layout == .phases(hall: place)
      return (isInPhases ? [1, 2] : [nil]).map { phase in
        PaymentModel.Tranche(
          hall: place, phase: phase,
          size: isInPhases ? (size * ExactDecimal(digits: 5, fractionDigits: 1)).normalized : size,
          megawatts: isInPhases ? size.doubleValue / 2 : size.doubleValue,
          rent: layout == .ownRents ? place : 0, days: window)
      }
    }
  }

  /// The rates of growth that the plan searches.
  ///
  /// Where every hall pays throughout the last two years, their growth is the escalator's but for
  /// the days of leap years.
  func growth(of terms: PaymentTerms, in table: PaymentTable) -> ClosedRange<Double> {
    if !isGrowthFree, let growth = terms.growth?.doubleValue { return growth...growth }
    let widest = 0.0...0.1
    guard let last = table.growth.last, table.years.count >= 2 else { return widest }
    let start = table.years[table.years.count - 2].days.lowerBound
    let isSteady = tranches(of: terms, in: table).allSatisfy { $0.days.upperBound <= start }
    guard isSteady, terms.halls.allSatisfy({ $0.abatement == nil }) else { return widest }
    // An anniversary in a February of 29 days moves a part of one month's growth.
    let margin = 0.1 / 12 / 28
    let low = max(0, last.low.doubleValue / 100 - margin)
    return low...max(low, min(0.1, last.high.doubleValue / 100 + margin))
  }
}

extension ClosedRange<CalendarDate> {
  fileprivate func widened(by days: Int) -> Self {
    lowerBound.adding(days: -days)...upperBound.adding(days: days)
  }
}
