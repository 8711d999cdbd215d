public import FinanceBasics

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
  /// What was never paid and is no longer owed, because it was to be given back; it is in no other
  /// sum.
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

extension DealAccount {
  /// What became of the deposit by the end of a day.
  ///
  /// What an invoice was paid counts for its lines in their order, in which a deposit comes last. A
  /// credit note that gives a deposit back takes what was not paid off the invoices that it settles;
  /// the rest is given back.
  public func deposit(of deal: BillableDeal, on day: CalendarDate) -> DepositPosition {
    var position = DepositPosition()
    for flow in deal.flows where flow.key.item == .deposit && flow.due <= day {
      position.required += flow.minorUnits
    }
    for voucher in vouchers where voucher.day <= day {
      for line in voucher.lines where line.key.givesDepositBack && line.minorUnits < 0 {
        position.givenBack -= line.minorUnits
      }
      guard voucher.kind == .invoice, voucher.lines.contains(where: \.asksForDeposit) else {
        continue
      }
      let (left, paid) = (left(of: voucher, on: day), paid(of: voucher, on: day))
      var unpaid: Int64 = 0
      for (place, line) in voucher.lines.enumerated() where line.asksForDeposit {
        position.billed += left[place]
        position.received += paid[place]
        unpaid += left[place] - paid[place]
      }
      position.forgiven += min(unpaid, settledByDeposits(of: voucher, on: day))
    }
    position.billed -= position.forgiven
    position.givenBack -= position.forgiven
    return position
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
  private func settledByDeposits(of invoice: Voucher, on day: CalendarDate) -> Int64 {
    vouchers.filter(\.givesDepositBack).flatMap(\.applications).reduce(0) { sum, part in
      part.debit == invoice.number && part.day <= day ? sum + part.minorUnits : sum
    }
  }

  /// What was paid of each line of an invoice by the end of a day: the first lines first.
  func paid(of invoice: Voucher, on day: CalendarDate) -> [Int64] {
    let notes = Set(
      vouchers.filter { note in
        note.givesDepositBack
          || note.kind == .creditNote && note.lines.contains { $0.corrects(invoice) }
      }.map(\.number))
    var rest: Int64 = 0
    for part in vouchers.flatMap(\.applications)
    where part.debit == invoice.number && part.day <= day && part.credit.kind != .writeOff
      && !notes.contains(part.credit)
    {
      rest += part.minorUnits
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
