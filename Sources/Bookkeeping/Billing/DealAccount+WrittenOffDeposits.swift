import FinanceBasics
import LeaseModel

/// What of deposits was written off before they are given back.
///
/// A deposit that was never paid cannot be given back, and what the landlord would have owed is gone
/// with what it gave up: a loss that never was.
extension DealAccount {
  /// The lines by which a credit note that gives a deposit back takes what of it was written off out
  /// of the bad debts again, one an invoice, in the order of recording.
  ///
  /// What is still open of a deposit comes first: it is taken off the invoice. A write-off counts for
  /// the lines of its invoice in their order, in which the deposit comes last.
  ///
  /// - Parameters:
  ///   - lines: Of the credit note, without those that are returned.
  ///   - landlord: Who makes it.
  func writtenOff(ofDeposits lines: [VoucherLine], by landlord: PartyID) -> [VoucherLine] {
    let returns = lines.filter { $0.key.givesDepositBack && $0.minorUnits < 0 }
    guard let month = returns.first?.key.month else { return [] }
    let parties = self.parties(of: lines, by: landlord)
    let invoices = vouchers.filter { voucher in
      voucher.kind == .invoice && voucher.lines.contains(where: \.asksForDeposit)
        && self.parties(of: voucher.number) == parties
    }
    var given = -returns.reduce(0) { $0 + $1.minorUnits }
    for invoice in invoices {
      given -= min(given, rest(of: invoice.number), left(of: .deposit, askedForBy: invoice))
    }
    let key = FlowKey(item: .depositWrittenOff, hall: "", month: month, isAllowance: false)
    return invoices.compactMap { invoice in
      let part = min(depositWrittenOff(of: invoice), given)
      guard part > 0 else { return nil }
      given -= part
      return VoucherLine(key, minorUnits: part, about: invoice.number)
    }
  }

  /// What of the deposit of an invoice was written off, and not taken out of the bad debts yet, in
  /// minor units.
  private func depositWrittenOff(of invoice: Voucher) -> Int64 {
    let back = takenOutOfBadDebts(of: invoice.number, on: .latest)
    let gone = settledByDeposits(of: invoice, on: .latest) + back
    let owed = depositUnpaid(of: invoice, on: .latest) - gone - rest(of: invoice.number)
    return max(0, min(writtenOff(of: invoice.number) - back, owed))
  }

  /// What was written off of an invoice and stands, in minor units.
  private func writtenOff(of invoice: VoucherNumber) -> Int64 {
    vouchers.flatMap(\.applications).reduce(0) { sum, part in
      part.debit == invoice && part.credit.kind == .writeOff ? sum + part.minorUnits : sum
    }
  }

  /// What of the write-offs of an invoice credit notes that give its deposit back took out of the bad
  /// debts by the end of a day, in minor units.
  func takenOutOfBadDebts(of invoice: VoucherNumber, on day: CalendarDate) -> Int64 {
    vouchers.filter { $0.day <= day }.flatMap(\.lines).reduce(0) { sum, line in
      line.key.item == .depositWrittenOff && line.about == invoice ? sum + line.minorUnits : sum
    }
  }

  /// The credit note that took a write-off out of the bad debts, so that it cannot be undone; `nil`
  /// where none did, or enough of other write-offs is left.
  func noteTakingBack(_ writeOff: Voucher) -> VoucherNumber? {
    guard writeOff.kind == .writeOff, let invoice = writeOff.applications.first?.debit else {
      return nil
    }
    let left = writtenOff(of: invoice) - writeOff.minorUnits
    guard left < takenOutOfBadDebts(of: invoice, on: .latest) else { return nil }
    return vouchers.last { note in
      note.lines.contains { $0.key.item == .depositWrittenOff && $0.about == invoice }
    }?.number
  }
}
