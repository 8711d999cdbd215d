public import FinanceBasics
import LeaseModel

/// The deposit of a deal on a day: what the terms ask for, and what became of it.
public struct DepositPosition: Hashable, Sendable {
  /// What the terms ask the landlord to hold, in minor units.
  public var required: Int64 = 0
  /// What invoices asked for, less what credit notes took off again before it was paid.
  public var billed: Int64 = 0
  /// What of that was paid.
  public var received: Int64 = 0
  /// What was given back to the tenant, or set off against what it owes.
  public var givenBack: Int64 = 0
  /// What was never paid and is no longer owed, because it was to be given back, whether it was
  /// written off before or not; it is in no other sum.
  public var forgiven: Int64 = 0

  /// Nothing required, and nothing held.
  public init() {}

  /// What was received and not given back.
  public var held: Int64 { received - givenBack }

  /// What is held beyond what is required; below zero where it is short.
  public var difference: Int64 { held - required }

  /// Whether there is no deposit, and never was one.
  public var isEmpty: Bool { self == DepositPosition() }

  /// Both together.
  public static func + (left: DepositPosition, right: DepositPosition) -> DepositPosition {
    var sum = left
    sum.required += right.required
    sum.billed += right.billed
    sum.received += right.received
    sum.givenBack += right.givenBack
    sum.forgiven += right.forgiven
    return sum
  }
}

/// The deposit that one landlord holds of one tenant.
public struct HeldDeposit: Hashable, Sendable {
  /// Those of the documents that asked for it; where there is none, of the deal.
  public let parties: Counterparties
  /// What became of it.
  public let position: DepositPosition
}

extension DealAccount {
  /// What became of the deposit by the end of a day, whoever holds it of whom.
  public func deposit(of deal: BillableDeal, on day: CalendarDate) -> DepositPosition {
    deposits(of: deal, on: day).reduce(DepositPosition()) { $0 + $1.position }
  }

  /// What became of the deposit by the end of a day, by the landlord that holds it and the tenant
  /// that it is of.
  ///
  /// What an invoice was paid counts for its lines in their order, in which a deposit comes last. A
  /// credit note that gives a deposit back takes what was not paid off the invoices that it settles;
  /// the rest is given back.
  ///
  /// - Returns: By landlord, then by tenant; those without any are left out.
  public func deposits(of deal: BillableDeal, on day: CalendarDate) -> [HeldDeposit] {
    var positions: [Counterparties: DepositPosition] = [:]
    for flow in deal.flows where flow.key.item == .deposit && flow.due <= day {
      let parties = parties(ofDeposit: flow.key, of: deal, on: day)
      positions[parties, default: DepositPosition()].required += flow.minorUnits
    }
    for voucher in vouchers where voucher.day <= day {
      let part = deposit(in: voucher, on: day)
      let parties = parties(of: voucher.number)
      guard !part.isEmpty else { continue }
      positions[parties] = positions[parties, default: DepositPosition()] + part
    }
    return positions.filter { !$0.value.isEmpty }
      .map { HeldDeposit(parties: $0.key, position: $0.value) }
      .sorted { left, right in
        (left.parties.landlord.text, left.parties.tenant?.text ?? "")
          < (right.parties.landlord.text, right.parties.tenant?.text ?? "")
      }
  }

  /// Whose deposit a flow is: of those whom it was billed by and to, else of those of the deposit that
  /// was asked for last, else of those of the deal on the day.
  private func parties(
    ofDeposit key: FlowKey, of deal: BillableDeal, on day: CalendarDate
  ) -> Counterparties {
    let asking = vouchers.filter { $0.day <= day }
    let document =
      asking.last { $0.lines.contains { $0.key == key } }
      ?? asking.last { $0.kind == .invoice && $0.lines.contains(where: \.asksForDeposit) }
    return document.map { parties(of: $0.number) } ?? history.parties(on: day)
      ?? Counterparties(landlord: deal.landlord, tenant: nil)
  }

  /// What one document has of a deposit by the end of a day; nothing is required by it.
  private func deposit(in voucher: Voucher, on day: CalendarDate) -> DepositPosition {
    var position = DepositPosition()
    for line in voucher.lines where line.key.givesDepositBack && line.minorUnits < 0 {
      position.givenBack -= line.minorUnits
    }
    guard voucher.kind == .invoice, voucher.lines.contains(where: \.asksForDeposit) else {
      return position
    }
    let (left, paid) = (left(of: voucher, on: day), paid(of: voucher, on: day))
    for (place, line) in voucher.lines.enumerated() where line.asksForDeposit {
      position.billed += left[place]
      position.received += paid[place]
    }
    // What was to be given back, and was never paid, is in neither sum.
    position.forgiven = min(
      position.billed - position.received,
      settledByDeposits(of: voucher, on: day) + takenOutOfBadDebts(of: voucher.number, on: day))
    position.billed -= position.forgiven
    position.givenBack -= position.forgiven
    return position
  }

  /// What of the deposit of an invoice was not paid by the end of a day, and no credit note took off
  /// its line, in minor units.
  func depositUnpaid(of invoice: Voucher, on day: CalendarDate) -> Int64 {
    let (left, paid) = (left(of: invoice, on: day), paid(of: invoice, on: day))
    return invoice.lines.indices.reduce(0) { sum, place in
      invoice.lines[place].asksForDeposit ? sum + left[place] - paid[place] : sum
    }
  }

  /// What of the deposit, or of the rent paid ahead, that an invoice asks for no credit note took
  /// off, in minor units.
  func left(of item: LineItem, askedForBy invoice: Voucher) -> Int64 {
    guard invoice.lines.contains(where: { $0.asks(for: item) }) else { return 0 }
    return zip(invoice.lines, left(of: invoice)).reduce(0) { sum, part in
      part.0.asks(for: item) ? sum + part.1 : sum
    }
  }

  /// What credit notes that give deposits back settle of an invoice by the end of a day.
  func settledByDeposits(of invoice: Voucher, on day: CalendarDate) -> Int64 {
    vouchers.filter(\.givesDepositBack).flatMap(\.applications).reduce(0) { sum, part in
      part.debit == invoice.number && part.day <= day ? sum + part.minorUnits : sum
    }
  }

  /// What was paid of each line of an invoice by the end of a day: the first lines first.
  func paid(of invoice: Voucher, on day: CalendarDate) -> [Int64] {
    let notes = Set(
      vouchers.filter { note in
        note.kind == .creditNote && note.lines.contains { $0.corrects(invoice) }
      }.map(\.number))
    var rest: Int64 = 0
    for voucher in vouchers {
      for part in voucher.applications
      where part.debit == invoice.number && part.day <= day && part.credit.kind != .writeOff
        && !notes.contains(part.credit)
      {
        // What is given back pays what is billed later, and takes off what was never paid before.
        if voucher.givesDepositBack, part.credit == voucher.number { continue }
        rest += part.minorUnits
      }
    }
    let left = left(of: invoice, on: day)
    // What lines take off an invoice pays for its others.
    rest -= left.reduce(0) { $0 + min($1, 0) }
    return left.map { part in
      let paid = min(max(part, 0), max(rest, 0))
      rest -= paid
      return paid
    }
  }
}

extension Voucher {
  /// Whether it is a credit note that gives a deposit back.
  fileprivate var givesDepositBack: Bool {
    kind == .creditNote && lines.contains { $0.key.givesDepositBack && $0.minorUnits < 0 }
  }
}
