import FinanceBasics
import LeaseModel

extension DealAccount {
  /// Makes the next document again from the account as it is, as far as the terms of the lease are
  /// not needed for it: what it settles, what a true-up comes to, what may be done by hand.
  ///
  /// See `BillingProof` for what the terms give.
  ///
  /// - Parameter voucher: Not in the account yet.
  /// - Returns: What is otherwise, in sentences; none of what the books made.
  public func faults(remaking voucher: Voucher) -> [String] {
    let ofKind: [String]
    switch voucher.kind {
    case .invoice: ofKind = voucher.isByHand ? chargeFaults(voucher) : dueFaults(voucher)
    case .creditNote: ofKind = voucher.isByHand ? creditFaults(voucher) : []
    case .writeOff, .refund: ofKind = wholeFaults(voucher)
    case .receipt, .reversal: ofKind = []
    }
    return ofKind + trueUpFaults(voucher) + settlementFaults(voucher)
  }

  /// What a document may settle: in one way, but for a receipt, of which nobody wrote down whether
  /// it was told which invoice it is for, nor what an application left open for such a payment.
  private func settlements(open voucher: Voucher) -> [[Application]] {
    let (number, amount, day) = (voucher.number, voucher.minorUnits, voucher.day)
    switch voucher.kind {
    case .invoice:
      let credits = credits(for: voucher.lines, by: number.landlord)
      return [applications(of: credits, to: number, amount, on: day)]
    case .refund: return [applications(of: creditsOpen(on: day), to: number, amount, on: day)]
    case .creditNote: return [applications(ofCreditNote: number, voucher.lines, on: day)]
    case .writeOff:
      let named = voucher.applications.first.map {
        applications(ofReceipt: number, amount, on: day, to: $0.debit, goesOn: false)
      }
      return [named ?? []]
    case .receipt where voucher.isApplication:
      let parties = parties(ofNext: voucher)
      let paid = voucher.applications.reduce(into: [:]) {
        $0[$1.debit, default: 0] += $1.minorUnits
      }
      let keeping = openInvoices.map(\.number).map { debit in
        waitingApplications(of: parties, keeping: [debit: rest(of: debit) - (paid[debit] ?? 0)])
      }
      return [waitingApplications(of: parties)] + keeping
    case .receipt:
      let untold = applications(ofReceipt: number, amount, on: day)
      guard untold != voucher.applications else { return [untold] }
      let told = voucher.applications.flatMap { part in
        [true, false].map { goesOn in
          applications(ofReceipt: number, amount, on: day, to: part.debit, goesOn: goesOn)
        }
      }
      return [untold] + told
    case .reversal: return [voucher.reverses.map { takenBack($0, on: day) } ?? []]
    }
  }

  private func settlementFaults(_ voucher: Voucher) -> [String] {
    let made = settlements(open: voucher)
    guard let likeliest = made.first, !made.contains(voucher.applications) else { return [] }
    let words = { (part: Application?) -> String in
      guard let part else { return "nothing" }
      let amount = Money(minorUnits: part.minorUnits, currency: voucher.currency)
      return "\(amount) of \(part.credit) for \(part.debit) from \(part.day) on"
    }
    let places = max(voucher.applications.count, likeliest.count)
    let pairs = (0..<places).map { place in
      (
        place: place + 1, stored: voucher.applications.dropFirst(place).first,
        made: likeliest.dropFirst(place).first
      )
    }
    return pairs.first { $0.stored != $0.made }.map { pair in
      [
        "settlement \(pair.place) is \(words(pair.stored)), and the account before it gives "
          + words(pair.made)
      ]
    } ?? []
  }

  /// What is given up was open, and what is paid back was there.
  private func wholeFaults(_ voucher: Voucher) -> [String] {
    let settled = voucher.applications.reduce(0) { $0 + $1.minorUnits }
    return settled == voucher.minorUnits ? [] : ["it settles another amount than its own"]
  }

  private func dueFaults(_ voucher: Voucher) -> [String] {
    voucher.due == voucher.day ? [] : ["it is due on another day than its own, and not by hand"]
  }

  private func trueUpFaults(_ voucher: Voucher) -> [String] {
    guard let line = voucher.lines.first(where: { $0.key.item == .recoveryTrueUp }),
      !voucher.isByHand
    else { return [] }
    guard voucher.lines.count == 1 else { return ["a true-up has one line"] }
    let year = line.key.month.year
    let billed = billedRecoveries(of: year)
    // A ledger before schema 10 does not have it: what else a true-up says is compared.
    let actual = line.actual ?? billed + line.minorUnits
    let stored = VoucherLine(
      line.key, minorUnits: line.minorUnits, clause: line.clause, about: line.about,
      actual: actual)
    let made = trueUp(of: year, to: actual)
    guard made != stored || actual < 0 else { return [] }
    let money = { (amount: Int64) in "\(Money(minorUnits: amount, currency: voucher.currency))" }
    return [
      "line 1, recovery-true-up in \(line.key.month): it is \(money(line.minorUnits)) by "
        + "\(line.clause ?? "no clause"), and \(money(made?.minorUnits ?? 0)) by operatingCosts in "
        + "\(year)-12 follow from the \(money(actual)) owed for the year and the \(money(billed)) "
        + "billed for it"
    ]
  }
}

/// What is done by hand.
extension DealAccount {
  private func chargeFaults(_ voucher: Voucher) -> [String] {
    let due = voucher.payableOn
    guard voucher.lines.count == 1, voucher.day <= due else {
      return ["a charge by hand has one line, and is due on its day or later"]
    }
    return voucher.lines.compactMap { line in
      line.key.item.isChargedByHand && line.minorUnits > 0 && line.about == nil
        ? nil : "line 1: \(line.key.item.rawValue) is not charged by hand so"
    }
  }

  private func creditFaults(_ voucher: Voucher) -> [String] {
    var left: [FlowKey: Int64] = [:]
    let invoice = voucher.lines.first?.about.flatMap { self.voucher($0) }
    if let invoice {
      for (line, rest) in zip(invoice.lines, self.left(of: invoice)) {
        left[line.key, default: 0] += max(rest, 0)
      }
    }
    return voucher.lines.enumerated().compactMap { place, line in
      let what = "line \(place + 1), \(line.key.item.rawValue)"
      guard let rest = left[line.key], line.about == invoice?.number, line.minorUnits < 0,
        line.key.item.isCreditedByHand
      else {
        return "\(what): it takes off what \(line.about?.description ?? "no invoice") bills not"
      }
      // One line alone may have been told to go beyond what is left.
      guard voucher.lines.count > 1, rest < -line.minorUnits else {
        left[line.key] = rest + line.minorUnits
        return nil
      }
      return "\(what): it takes off more than was left"
    }
  }
}
