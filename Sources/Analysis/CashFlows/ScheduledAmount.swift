public import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// A posted amount of a deal with the clause that it rests on, as the version governing its days
/// has it.
public struct ScheduledAmount: Hashable, Sendable {
  /// What it is for.
  public let charge: Charge
  /// The hall's name, in the version that governs the amount.
  public let hall: String
  /// The month that earns it.
  public let month: YearMonth
  /// The day on which it is paid.
  public let due: CalendarDate
  /// Received is positive, paid is negative.
  public let minorUnits: Int64
  /// Whether it gives back what of rent paid ahead no rent used.
  public let isPrepaymentLeft: Bool
  /// The field of the deal file that states it; `nil` where none does.
  public let clause: String?
}

extension DealCashFlows {
  /// Every posted amount, each version's on the days that it governs.
  ///
  /// In the order of the versions, and of each in that of its projection. A month that two versions
  /// share has an amount of each.
  public var schedule: [ScheduledAmount] {
    let deals = analysed.governingDeals
    var clauses = deals.indices.map { place in
      ChargeClauses(deals[place], lease: projection(ofVersion: place).lease)
    }
    var schedule: [ScheduledAmount] = []
    forEachAmount(in: .always, by: .accrual) { amount in
      let lease = projection(ofVersion: amount.version).lease
      schedule.append(
        ScheduledAmount(
          charge: amount.charge, hall: lease.halls[amount.hall].name, month: amount.month,
          due: amount.due, minorUnits: amount.minorUnits,
          isPrepaymentLeft: amount.isPrepaymentLeft,
          clause: clauses[amount.version].clause(
            of: amount.charge, hall: amount.hall, in: amount.month)))
    }
    return schedule
  }
}

/// The field of a deal that states each charge.
private struct ChargeClauses {
  private struct Question: Hashable {
    let charge: Charge
    let hall: Int
    let period: Int
  }

  private let lease: Lease
  private let paths: [String]
  private var known: [Question: String?] = [:]

  init(_ deal: Deal, lease: Lease) {
    self.lease = lease
    paths = deal.fields.filter { $0.block != .head && $0.block != .announcedFigures }
      .map(\.path.description)
  }

  mutating func clause(of charge: Charge, hall: Int, in month: YearMonth) -> String? {
    let question = Question(charge: charge, hall: hall, period: period(of: hall, in: month))
    if let answer = known[question] { return answer }
    let answer = candidates(question).first { candidate in
      paths.contains { path in
        path == candidate || path.hasPrefix(candidate + ".") || path.hasPrefix(candidate + "[")
      }
    }
    known[question] = .some(answer)
    return answer
  }

  /// The rent period of a month, by the hall's own lease years.
  private func period(of hall: Int, in month: YearMonth) -> Int {
    let start = lease.halls[hall].baseTerm.lowerBound
    let year = max(0, start.wholeMonths(until: month.lastDay)) / 12
    return lease.periods.lastIndex { $0.leaseYears.lowerBound <= year } ?? 0
  }

  /// The fields that may state a charge, the one that counts first.
  private func candidates(_ question: Question) -> [String] {
    let hall = "halls[\(lease.halls[question.hall].name)]"
    switch question.charge {
    case .baseRent:
      let prefixes = ["periods[\(question.period + 1)].rent", "rent"]
      let keys = ["steps", "rate", "contractValue"]
      return ["\(hall).rent.rate"] + prefixes.flatMap { prefix in keys.map { "\(prefix).\($0)" } }
    case .renewalRent: return ["renewals.options", "renewals.rent", "holdover.rent", "renewals"]
    case .recovery, .operatingCost: return ["operatingCosts", "operatingMargin"]
    case .powerRecovery, .powerCost: return ["power.tariff", "operatingCosts", "power"]
    case .otherIncome: return ["otherIncome"]
    case .capitalCost: return ["\(hall).capitalCost", "capitalCost"]
    case .prepayment: return ["prepayment"]
    case .deposit: return ["deposit"]
    case .terminationFee: return ["termination.fee", "termination"]
    case .lateDeliveryCredit: return ["lateDelivery.ladder", "lateDelivery"]
    }
  }
}
