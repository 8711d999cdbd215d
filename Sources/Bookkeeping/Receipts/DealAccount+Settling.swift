import FinanceBasics
import LeaseModel

/// What documents settle in an account, as it is before them.
extension DealAccount {
  /// What of the tenant's credits an invoice or a refund takes, in the order given.
  ///
  /// - Parameters:
  ///   - minorUnits: Of the document.
  ///   - day: Of the document.
  func applications(
    of credits: [Voucher], to debit: VoucherNumber, _ minorUnits: Int64, on day: CalendarDate
  ) -> [Application] {
    var applications: [Application] = []
    var open = minorUnits
    for credit in credits where open > 0 {
      let part = min(open, rest(of: credit.number))
      applications.append(
        Application(
          credit: credit.number, debit: debit, day: max(openSince(credit.number), day),
          minorUnits: part))
      open -= part
    }
    return applications
  }

  /// The credits that may be paid back on a day, the oldest first: of the parties on the day, or
  /// where they have none, of the parties of the oldest.
  func creditsOpen(on day: CalendarDate) -> [Voucher] {
    let open = openCredits.filter { openSince($0.number) <= day }
    let parties = self.parties(paying: open, on: day)
    return open.filter { self.parties(of: $0.number) == parties }
  }

  /// The credits that an invoice takes, the oldest first: those that its tenant has with its landlord.
  func credits(for lines: [VoucherLine], by landlord: PartyID) -> [Voucher] {
    let parties = self.parties(of: lines, by: landlord)
    return openCredits.filter { self.parties(of: $0.number) == parties }
  }

  /// What a receipt or a write-off settles: the one document that it is told to, else the oldest
  /// first of the parties on its day, or where they have none open, of the parties of the oldest.
  func applications(
    ofReceipt number: VoucherNumber, _ minorUnits: Int64, on day: CalendarDate,
    to debit: VoucherNumber? = nil
  ) -> [Application] {
    let parties = debit.map { self.parties(of: $0) } ?? self.parties(paying: openInvoices, on: day)
    var settling = Settling(
      credit: number, day: day, minorUnits: minorUnits, in: self, of: parties)
    if let debit { settling.settle(debit) } else { settling.settleOldest() }
    return settling.applications
  }

  /// What a credit note settles: what of deposits was never paid, where it gives one back; then the
  /// invoices that it corrects, then the oldest.
  func applications(
    ofCreditNote number: VoucherNumber, _ lines: [VoucherLine], on day: CalendarDate
  ) -> [Application] {
    let sum = lines.reduce(0) { $0 + $1.minorUnits }
    var settling = Settling(
      credit: number, day: day, minorUnits: -sum, in: self,
      of: parties(of: lines, by: number.landlord))
    settling.settleDeposits(
      upTo: lines.reduce(0) { $1.key.givesDepositBack ? $0 - $1.minorUnits : $0 })
    for line in lines {
      if let invoice = line.about { settling.settle(invoice, upTo: -line.minorUnits) }
    }
    settling.settleOldest()
    return settling.applications
  }

  /// What a reversal takes back: what a document still settles with others, with the other sign, one
  /// a pair of documents.
  ///
  /// What an earlier reversal took back is left out, so that no document is open for more than it
  /// comes to, even for a moment.
  func takenBack(_ number: VoucherNumber, on day: CalendarDate) -> [Application] {
    var parts: [Application] = []
    for part in vouchers.lazy.flatMap(\.applications)
    where part.credit == number || part.debit == number {
      let place = parts.firstIndex { $0.credit == part.credit && $0.debit == part.debit }
      let before = place.map { parts[$0] }
      let sum = Application(
        credit: part.credit, debit: part.debit, day: max(day, part.day, before?.day ?? day),
        minorUnits: (before?.minorUnits ?? 0) - part.minorUnits)
      if let place { parts[place] = sum } else { parts.append(sum) }
    }
    return parts.filter { $0.minorUnits != 0 }
  }
}
