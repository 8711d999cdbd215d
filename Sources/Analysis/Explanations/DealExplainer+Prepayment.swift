import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealExplainer {
  /// Rent paid ahead of a deal with several versions: what comes in as the version in force has it,
  /// what the rents of each version use on the days that it governs, and what is given back.
  ///
  /// - Parameter month: `nil` of all months.
  mutating func prepaidAmounts(hall: String?, in month: YearMonth?) -> [Amount] {
    var evaluator = DerivationEvaluator<ExplainedInput>()
    let whole = limit(ofVersion: versions.count - 1)
    var earlier: [Node] = []
    var amounts: [Amount] = []
    for amount in flows.prepaid {
      let node: Node
      if 0 < amount.minorUnits {
        node = whole
      } else if amount.isPrepaymentLeft {
        node = setOff(left(of: whole, after: earlier), "prepayment given back, \(amount.due)")
      } else {
        let limit = limit(ofVersion: amount.version)
        let rent = rent(of: amount)
        let used = Node(
          "used up, at most the rent", unit: money,
          .least([left(of: limit, after: earlier), rent]))
        node = setOff(used, "prepayment used, \(name(ofHallOf: amount)), \(amount.month)")
        let isWhole = evaluator.minorUnits(of: rent) == -amount.minorUnits
        earlier = isWhole ? earlier + [rent] : [limit]
      }
      let name = name(ofHallOf: amount)
      if hall ?? name == name, month ?? amount.month == amount.month {
        amounts.append(
          Amount(charge: .prepayment, month: amount.month, due: amount.due, node: node))
      }
    }
    return amounts
  }

  /// What the rents of a version may use in all: what it asks for, and no more than came in.
  private mutating func limit(ofVersion place: Int) -> Node {
    let own = received(byVersion: place)
    let last = versions.count - 1
    guard versions[place].lease.prepayment?.amount != lease.prepayment?.amount else {
      return received(byVersion: last)
    }
    return Node(
      "prepayment of this version, at most what comes in", unit: money,
      .least([own, received(byVersion: last)]))
  }

  private mutating func received(byVersion place: Int) -> Node {
    guard let agreed = versions[place].lease.prepayment,
      let cell = versions[place].derivations.cells(
        of: .prepayment, hall: 0, in: agreed.date.yearMonth
      ).first
    else { return Node("no prepayment", unit: money, count: 0) }
    return versions[place].mapped(cell.derivation)
  }

  /// What is due of the rent that an amount is used against, less its credit for lateness.
  private mutating func rent(of amount: DealCashFlows.Amount) -> Node {
    let parts = [Charge.baseRent, .lateDeliveryCredit].flatMap { charge in
      amounts(of: charge, amount.hall, in: amount.month, version: amount.version)
    }
    return sum(parts.map(\.node), "rent less the credit")
  }

  private func left(of limit: Node, after earlier: [Node]) -> Node {
    guard !earlier.isEmpty else { return limit }
    return Node(
      "left of the prepayment", unit: money,
      .difference(limit, sum(earlier, "used before")))
  }

  private func setOff(_ node: Node, _ label: String) -> Node {
    Node(label, unit: money, .product([Node("sign", count: -1), node]))
  }

  private func name(ofHallOf amount: DealCashFlows.Amount) -> String {
    versions[amount.version].lease.halls[amount.hall].name
  }
}
