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

  /// What a receipt or a write-off settles: the document that it is told to, then the oldest first
  /// between the same parties; where it is told none, of the parties on its day, or where they have
  /// none open, of the parties of the oldest.
  ///
  /// - Parameter goesOn: Whether what is over goes to the oldest, as it did not in older programs.
  func applications(
    ofReceipt number: VoucherNumber, _ minorUnits: Int64, on day: CalendarDate,
    to debit: VoucherNumber? = nil, goesOn: Bool = true
  ) -> [Application] {
    let parties = debit.map { self.parties(of: $0) } ?? self.parties(paying: openInvoices, on: day)
    var settling = Settling(
      credit: number, day: day, minorUnits: minorUnits, in: self, of: parties)
    if let debit { settling.settle(debit) }
    if debit == nil || goesOn { settling.settleOldest() }
    return settling.applications
  }

  /// The landlords and tenants between whom credits wait, those of the oldest credit first.
  var partiesWaiting: [Counterparties] {
    var all: [Counterparties] = []
    for credit in openCredits {
      let parties = parties(of: credit.number)
      if !all.contains(parties) { all.append(parties) }
    }
    return all
  }

  /// What credits that wait settle of what is open between a landlord and a tenant, both the oldest
  /// first: each part from the day since which both its documents are open.
  ///
  /// - Parameter kept: What of an invoice is left open for a payment that names it, in minor units.
  func waitingApplications(
    of parties: Counterparties, keeping kept: [VoucherNumber: Int64] = [:]
  ) -> [Application] {
    var credits = openCredits.filter { self.parties(of: $0.number) == parties }
      .map { ($0.number, rest(of: $0.number)) }[...]
    guard !credits.isEmpty else { return [] }
    var applications: [Application] = []
    for debit in openInvoices.map(\.number) where self.parties(of: debit) == parties {
      var open = rest(of: debit) - (kept[debit] ?? 0)
      while open > 0, let (credit, rest) = credits.first {
        let part = min(open, rest)
        let day = max(openSince(credit), openSince(debit))
        applications.append(
          Application(credit: credit, debit: debit, day: day, minorUnits: part))
        open -= part
        credits[credits.startIndex].1 -= part
        if part == rest { credits.removeFirst() }
      }
    }
    return applications
  }

  /// What a credit note settles: what of deposits or of rent paid ahead was never paid, where it
  /// gives that back; then the invoices that it corrects, then the oldest.
  func applications(
    ofCreditNote number: VoucherNumber, _ lines: [VoucherLine], on day: CalendarDate
  ) -> [Application] {
    let sum = lines.reduce(0) { $0 + $1.minorUnits }
    var settling = Settling(
      credit: number, day: day, minorUnits: -sum, in: self,
      of: parties(of: lines, by: number.landlord))
    for item in [LineItem.deposit, .prepayment] { settling.settle(item, givenBackBy: lines) }
    var interest = interest
    for line in lines {
      let charges = interest.credit(line, on: day)
      for (invoice, part) in charges { settling.settle(invoice, upTo: part) }
      if let invoice = line.about, charges.isEmpty {
        settling.settle(invoice, upTo: -line.minorUnits)
      }
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
