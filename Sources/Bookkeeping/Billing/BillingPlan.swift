import FinanceBasics
import LeaseModel

/// The documents that bring what was billed of a deal to what is projected.
///
/// A flow that was never billed is billed on its due day, with all others of that day. One that was
/// billed and that the versions now in force have otherwise is corrected by the difference, on the
/// day billed through, or on that of the document that it corrects where that is later.
///
/// A document is of one landlord and one tenant: what a month earns is billed by and to those on its
/// first day, and what corrects a document by and to those of that document.
///
/// What gives a deposit back is a credit note of its own: it first takes off what of the deposit was
/// never paid. So is what gives back the rent paid ahead that no rent used, after it.
struct BillingPlan {
  /// One document before it has a number.
  struct Draft {
    let day: CalendarDate
    let lines: [VoucherLine]
    /// Who makes it; the deal's present landlord where it is `nil`.
    var landlord: PartyID?
    var minorUnits: Int64 { lines.reduce(0) { $0 + $1.minorUnits } }
  }

  /// Where lines are joined into one document.
  private struct Place: Hashable, Comparable {
    let day: CalendarDate
    let parties: Counterparties

    static func < (left: Place, right: Place) -> Bool {
      (left.day, left.parties.landlord.text, left.parties.tenant?.text ?? "")
        < (right.day, right.parties.landlord.text, right.parties.tenant?.text ?? "")
    }
  }

  /// In the order of their days; what comes to nothing is among them, for it is billed too.
  let invoices: [Draft]
  /// In the order of their days; each comes to less than nothing.
  let creditNotes: [Draft]

  init(_ deal: BillableDeal, account: DealAccount, through: CalendarDate) {
    let flows = deal.joinedFlows
    let parties = LineParties(deal, account: account, through: through)
    let order = Self.order(of: deal.flows)
    var fresh: [Place: [VoucherLine]] = [:]
    var givenBack: [LineItem: [Place: [VoucherLine]]] = [:]
    for flow in flows.values where account.billed[flow.key] == nil && flow.due <= through {
      guard let line = account.line(billing: flow.key, as: flow) else { continue }
      let place = Place(day: flow.due, parties: parties.of(line))
      if let item = flow.key.givenBack {
        givenBack[item, default: [:]][place, default: []].append(line)
      } else {
        fresh[place, default: []].append(line)
      }
    }
    var more: [Place: [VoucherLine]] = [:]
    var less: [Place: [VoucherLine]] = [:]
    for (key, billed) in account.billed {
      guard let line = account.line(billing: key, as: flows[key]) else { continue }
      let place = Place(day: max(through, billed.day), parties: parties.of(line))
      if line.minorUnits > 0 {
        more[place, default: []].append(line)
      } else if let item = key.givenBack {
        givenBack[item, default: [:]][place, default: []].append(line)
      } else {
        less[place, default: []].append(line)
      }
    }
    let back = [LineItem.deposit, .prepayment].map { givenBack[$0] ?? [:] }
    let drafts = ([fresh, more, less] + back).flatMap { lines in
      lines.keys.sorted().map { place in
        Draft(
          day: place.day, lines: Self.sorted(lines[place] ?? [], by: order),
          landlord: place.parties.landlord)
      }
    }
    invoices = drafts.filter { $0.minorUnits >= 0 }.sortedByDay
    creditNotes = drafts.filter { $0.minorUnits < 0 }.sortedByDay
  }

  /// The places of the flows in the projection, the first of each key.
  private static func order(of flows: [BillableFlow]) -> [FlowKey: Int] {
    var order: [FlowKey: Int] = [:]
    for (place, flow) in flows.enumerated() where order[flow.key] == nil {
      order[flow.key] = place
    }
    return order
  }

  /// In the order of the projection; what is no longer projected comes last.
  private static func sorted(
    _ lines: [VoucherLine], by order: [FlowKey: Int]
  ) -> [VoucherLine] {
    lines.sorted { left, right in
      let places = (order[left.key] ?? .max, order[right.key] ?? .max)
      guard places.0 == places.1 else { return places.0 < places.1 }
      return left.key.sortText < right.key.sortText
    }
  }
}

extension BillingPlan.Draft {
  /// The lines about documents of each landlord and tenant, in the order of the first of each.
  func byParties(in account: DealAccount) -> [BillingPlan.Draft] {
    let parties = lines.map { $0.about.map { account.parties(of: $0) } }
    var all: [Counterparties?] = []
    for one in parties where !all.contains(one) { all.append(one) }
    return all.map { one in
      BillingPlan.Draft(
        day: day, lines: zip(lines, parties).filter { $0.1 == one }.map(\.0),
        landlord: one?.landlord)
    }
  }
}

extension DealAccount {
  /// What is to be billed of a flow: all of it where it never was, else its difference from what was.
  ///
  /// - Parameter flow: As it is projected now; `nil` where it no longer is.
  /// - Returns: `nil` where nothing is to be billed.
  func line(billing key: FlowKey, as flow: BillableFlow?) -> VoucherLine? {
    guard let before = billed[key] else {
      return flow.map { VoucherLine(key, minorUnits: $0.minorUnits, clause: $0.clause) }
    }
    let difference = (flow?.minorUnits ?? 0) - before.minorUnits
    guard difference != 0 else { return nil }
    // What is taken off and has no clause any more is traced to the one by which it was billed.
    let clause = flow?.clause ?? (difference < 0 ? before.clause : nil)
    return VoucherLine(key, minorUnits: difference, clause: clause, about: before.number)
  }
}

extension [BillingPlan.Draft] {
  /// By day; of one day as they were.
  fileprivate var sortedByDay: [BillingPlan.Draft] {
    enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }
}

extension FlowKey {
  fileprivate var sortText: String { "\(month) \(hall) \(item.rawValue) \(isAllowance)" }
}

/// Who bills the lines of one deal, and who is billed.
struct LineParties {
  private let account: DealAccount
  private let landlord: PartyID
  /// The month of the deposit, and of the rent ahead, that is billed next and last.
  private let asked: [LineItem: YearMonth]

  init(_ deal: BillableDeal, account: DealAccount, through: CalendarDate) {
    self.account = account
    landlord = deal.landlord
    let next = deal.flows.filter { flow in
      flow.minorUnits > 0 && flow.due <= through && account.billed[flow.key] == nil
    }.sorted { $0.due < $1.due }
    asked = next.reduce(into: [:]) { asked, flow in
      if let item = flow.key.askedFor { asked[item] = flow.key.month }
    }
  }

  func of(_ line: VoucherLine) -> Counterparties {
    let item = line.key.givenBack
    let next = item.flatMap { asked[$0] }
    let last = next == nil ? item.flatMap { account.invoice(askingFor: $0) } : nil
    if let other = line.about ?? last { return account.parties(of: other) }
    let month = next ?? line.key.month
    return account.history.parties(in: month) ?? Counterparties(landlord: landlord, tenant: nil)
  }
}
