public import FinanceBasics
public import LeaseModel

/// Derives the cells of a lease from its terms by closed formulas, one cell at a time.
///
/// This is a second path to every posted cent: it counts days from dates and lease years from
/// anniversaries, and shares no loop with the projection. Parts that cells have in common, such as
/// a solved rate, are one object.
///
///     var derivations = LeaseDerivations(lease, case: .base)
///     derivations.cells(of: .baseRent, hall: 0, in: YearMonth(year: 2027, month: 6))
public struct LeaseDerivations {
  typealias Node = Derivation<LeaseQuantity>

  /// The lease whose cells are derived.
  public let lease: Lease
  /// Which renewals count.
  public let projectionCase: ProjectionCase

  /// By hall.
  let days: [HallDays]
  /// By which the amounts of each renewal are multiplied; `nil` is one.
  let renewalWeights: [Node?]
  var evaluator = DerivationEvaluator<LeaseQuantity>()

  // What cells have in common.
  var rates: [Int: Node] = [:]
  var ownRates: [Int: Node] = [:]
  var levels: [LevelKey: Node] = [:]
  var rateLevels: [RateKey: Node] = [:]
  var monthlyRents: [RentKey: Node] = [:]
  var rents: [CellKey: Node] = [:]
  var changes: [Int: [CalendarDate]] = [:]
  var credits: [Int: [DerivedCell]] = [:]
  var prepayments: [DerivedCell]?
  var curves: [Int: [Node]] = [:]
  /// Critical IT by hall.
  let megawattLeaves: [Node]
  /// Critical IT of all halls.
  let allMegawatts: Node

  struct CellKey: Hashable {
    let charge: Charge
    let hall: Int
    let month: YearMonth
  }

  /// Derives nothing yet.
  ///
  /// - Precondition: `project` takes the lease in this case without a problem.
  public init(_ lease: Lease, case projectionCase: ProjectionCase = .base) {
    self.lease = lease
    self.projectionCase = projectionCase
    let leaves = lease.halls.enumerated().map { hall, terms in
      Node(
        "critical IT of \(terms.name)", unit: "MW", stated: terms.criticalIT,
        quantity: .criticalIT(hall: hall))
    }
    megawattLeaves = leaves
    allMegawatts =
      leaves.count == 1 ? leaves[0] : Node("critical IT of all halls", unit: "MW", .sum(leaves))
    let isEnded = lease.termination != nil
    let weights = isEnded ? [] : Self.weights(of: lease, in: projectionCase)
    renewalWeights = weights
    days = lease.halls.map { hall in
      HallDays(
        hall, of: lease, renewalCount: weights.count,
        holdsOver: !isEnded && (projectionCase != .base || lease.holdover?.isCertain == true))
    }
  }

  /// The weight of each renewal that the case counts: the product of the probabilities so far.
  private static func weights(of lease: Lease, in projectionCase: ProjectionCase) -> [Node?] {
    let exercised = lease.exercisedRenewals
    let certain = Array(repeating: Node?.none, count: exercised)
    guard lease.holdover?.isCertain != true else { return certain }
    switch projectionCase {
    case .base: return certain
    case .full: return lease.renewals.map { _ in nil }
    case .expected:
      let counted = lease.renewals.dropFirst(exercised)
        .prefix { $0.probability.map { ExactDecimal.zero < $0 } ?? false }
      let leaves = counted.enumerated().map { place, renewal in
        Node(
          "probability of renewal \(exercised + place + 1)", stated: renewal.probability ?? .zero,
          quantity: .renewalProbability(exercised + place))
      }
      return certain
        + leaves.indices.map { place in
          place == 0
            ? leaves[0]
            : Node(
              "probability of renewals \(exercised + 1) to \(exercised + place + 1)",
              .product(Array(leaves[...place])))
        }
    }
  }

  /// The cells of a charge, a hall and a month, in the order of their days; empty where none is.
  ///
  /// Most have one; money that comes in and goes out in one month is two.
  public mutating func cells(
    of charge: Charge, hall: Int, in month: YearMonth
  ) -> [DerivedCell] {
    switch charge {
    case .baseRent, .renewalRent: return posted(charge, hall, month, rent(charge, hall, month))
    case .operatingCost: return posted(charge, hall, month, operatingCost(hall, month))
    case .powerCost: return posted(charge, hall, month, powerCost(hall, month))
    case .recovery: return posted(charge, hall, month, recovered(isPower: false, hall, month))
    case .powerRecovery: return posted(charge, hall, month, recovered(isPower: true, hall, month))
    case .otherIncome: return posted(charge, hall, month, otherIncome(hall, month))
    case .capitalCost: return capitalCells(hall, month)
    case .prepayment: return prepaymentCells().filter { $0.hall == hall && $0.month == month }
    case .deposit: return depositCells().filter { $0.hall == hall && $0.month == month }
    case .terminationFee: return feeCells(hall).filter { $0.month == month }
    case .lateDeliveryCredit: return creditCells(hall).filter { $0.month == month }
    }
  }

  /// The months in which a hall may have a cell of a charge, in order.
  public mutating func months(of charge: Charge, hall: Int) -> [YearMonth] {
    switch charge {
    case .baseRent: return Self.months(days[hall].start..<days[hall].baseStop)
    case .renewalRent: return Self.months(days[hall].later)
    case .operatingCost, .powerCost, .recovery, .powerRecovery, .otherIncome:
      return Self.months(daysOfLines(hall))
    case .capitalCost: return capitalMonths(hall)
    case .prepayment: return Self.sorted(prepaymentCells().filter { $0.hall == hall })
    case .deposit: return Self.sorted(depositCells().filter { $0.hall == hall })
    case .terminationFee: return Self.sorted(feeCells(hall))
    case .lateDeliveryCredit: return Self.sorted(creditCells(hall))
    }
  }

  private static func sorted(_ cells: [DerivedCell]) -> [YearMonth] {
    Set(cells.map(\.month)).sorted()
  }

  static func months(_ days: Range<CalendarDate>) -> [YearMonth] {
    guard !days.isEmpty else { return [] }
    let first = days.lowerBound.yearMonth
    let count = first.months(until: days.upperBound.adding(days: -1).yearMonth) + 1
    return (0..<count).map { first.adding(months: $0) }
  }

  /// A monthly charge, rounded once, due with the hall's other charges.
  private func posted(
    _ charge: Charge, _ hall: Int, _ month: YearMonth, _ exact: Node?
  ) -> [DerivedCell] {
    guard let exact else { return [] }
    return [
      DerivedCell(
        charge: charge, hall: hall, month: month, due: due(hall, month),
        derivation: rounded(exact, "\(charge.words) of \(lease.halls[hall].name), \(month)"))
    ]
  }

  /// An amount as posted: rounded to the cent, a half going to the even one.
  func rounded(_ exact: Node, _ label: String) -> Node {
    Node(label + ", posted", unit: money, .rounded(exact))
  }

  /// The currency of every amount.
  var money: String { lease.currency.code }

  /// The day on which a hall's charges of a month are paid.
  ///
  /// Where the hall is not in force in the month, the days of its cost lines that run are taken.
  private func due(_ hall: Int, _ month: YearMonth) -> CalendarDate {
    let inForce = days[hall].inForce
    let charged =
      inForce.overlaps(month.days)
      ? inForce.clamped(to: month.days) : daysOfLines(hall, in: month)
    let rules = lease.rules
    let day = rules.timing == .advance ? charged.lowerBound : charged.upperBound.adding(days: -1)
    return rules.calendar.adjust(day.adding(days: rules.paymentDays), rules.businessDays)
  }
}

extension Charge {
  /// The charge as words are written: `base rent`.
  public var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
