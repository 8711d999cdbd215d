public import FinanceBasics
public import LeaseModel

/// What makes a flow of a deal one flow, by which it is billed once and no more.
public struct FlowKey: Hashable, Sendable {
  /// What it is for.
  public let item: LineItem
  /// The hall's name.
  public let hall: String
  /// The month that earns the amount.
  public let month: YearMonth
  /// Whether it is taken off what is due, as a deposit given back is in the month of its receipt.
  public let isAllowance: Bool

  /// Takes the parts as given.
  public init(item: LineItem, hall: String, month: YearMonth, isAllowance: Bool) {
    self.item = item
    self.hall = hall
    self.month = month
    self.isAllowance = isAllowance
  }
}

extension FlowKey {
  /// Whether it gives a deposit back.
  var givesDepositBack: Bool { givenBack == .deposit }

  /// What it gives back, by the item that asked for it: a deposit, or what is left of rent paid
  /// ahead; `nil` where it gives nothing back.
  var givenBack: LineItem? {
    switch item {
    case .deposit: isAllowance ? .deposit : nil
    case .prepaymentReturn: isAllowance ? .prepayment : nil
    default: nil
    }
  }

  /// What it asks for that may be given back, also once more; `nil` of all else.
  var askedFor: LineItem? {
    switch item {
    case .deposit: .deposit
    case .prepayment: isAllowance ? nil : .prepayment
    case .prepaymentReturn: .prepayment
    default: nil
    }
  }
}

/// A projected amount that the tenant is to pay, or that is taken off what is due.
public struct BillableFlow: Hashable, Sendable {
  /// What makes it one flow.
  public let key: FlowKey
  /// The day on which it is to be paid.
  public let due: CalendarDate
  /// In minor units; negative where it is taken off.
  public let minorUnits: Int64
  /// The field of the deal file that it rests on, such as `rent.contractValue`.
  public let clause: String?

  /// Takes the parts as given; whether it is an allowance is the sign's.
  public init(
    item: LineItem, hall: String, month: YearMonth, due: CalendarDate, minorUnits: Int64,
    clause: String? = nil
  ) {
    key = FlowKey(item: item, hall: hall, month: month, isAllowance: minorUnits < 0)
    self.due = due
    self.minorUnits = minorUnits
    self.clause = clause
  }
}

/// A deal with all that it is projected to bill, as the versions now in force have it.
public struct BillableDeal: Sendable {
  /// The deal.
  public let id: DealID
  /// Who bills, and numbers the invoices.
  public let landlord: PartyID
  /// Of every amount.
  public let currency: Currency
  /// In any order; several of one key, as of a month that two versions share, are one flow.
  public let flows: [BillableFlow]
  /// What lateness costs on each day, by the version that governs it; `nil` where interest is
  /// neither to be charged nor to be taken back.
  public let lateInterest: LateInterestHistory?

  /// One rule for all days, or none.
  public init(
    id: DealID, landlord: PartyID, currency: Currency, flows: [BillableFlow],
    lateInterest rule: LateInterest? = nil
  ) {
    self.init(
      id: id, landlord: landlord, currency: currency, flows: flows,
      lateInterest: rule.map { LateInterestHistory($0) })
  }

  /// Takes the parts as given.
  public init(
    id: DealID, landlord: PartyID, currency: Currency, flows: [BillableFlow],
    lateInterest: LateInterestHistory?
  ) {
    self.id = id
    self.landlord = landlord
    self.currency = currency
    self.flows = flows
    self.lateInterest = lateInterest
  }

  /// The same deal, billed ahead of the days on which lateness shows.
  public var withoutLateInterest: BillableDeal {
    BillableDeal(id: id, landlord: landlord, currency: currency, flows: flows)
  }

  /// What is projected in all, in minor units.
  public var projectedMinorUnits: Int64 { flows.reduce(0) { $0 + $1.minorUnits } }

  /// The flows by their keys, parts of one key joined: the sum, and the first day any is due.
  public var joinedFlows: [FlowKey: BillableFlow] {
    flows.reduce(into: [:]) { joined, flow in
      guard flow.minorUnits != 0 else { return }
      guard let before = joined[flow.key] else {
        joined[flow.key] = flow
        return
      }
      joined[flow.key] = BillableFlow(
        item: flow.key.item, hall: flow.key.hall, month: flow.key.month,
        due: min(before.due, flow.due), minorUnits: before.minorUnits + flow.minorUnits,
        clause: before.clause)
    }
  }
}
