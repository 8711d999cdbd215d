import FinanceBasics
import LeaseModel

/// Makes again what the terms of a lease bill: rents, recoveries, deposits, fees and credits by its
/// projection, interest by its rule.
///
///     let proof = BillingProof(deal)  // as the ledger had it before the document
///     for fault in proof.faults(of: voucher, in: account) { … }
///     account.add(voucher)
public struct BillingProof: Sendable {
  private let deal: BillableDeal
  private let flows: [FlowKey: BillableFlow]
  /// The flows that fall due on a day, in the order of the projection.
  private let due: [CalendarDate: [FlowKey]]

  /// - Parameter deal: As the versions and series recorded before the documents have it, with its
  ///   rule of interest.
  public init(_ deal: BillableDeal) {
    self.deal = deal
    flows = deal.joinedFlows
    var due: [CalendarDate: [FlowKey]] = [:]
    var seen: Set<FlowKey> = []
    for flow in deal.flows where seen.insert(flow.key).inserted {
      guard let joined = flows[flow.key] else { continue }
      due[joined.due, default: []].append(flow.key)
    }
    self.due = due
  }

  /// What of a document is otherwise than the lease and the account before it give, in sentences.
  ///
  /// - Parameters:
  ///   - voucher: An invoice or a credit note that no hand made; nothing is said of others.
  ///   - account: As it was before the document, with those recorded before it and no other.
  public func faults(of voucher: Voucher, in account: DealAccount) -> [String] {
    guard voucher.kind == .invoice || voucher.kind == .creditNote, !voucher.isByHand else {
      return []
    }
    let items = Set(voucher.lines.map(\.key.item))
    if items == [.recoveryTrueUp] { return ownerFaults(of: voucher, in: account) }
    if items == [.lateInterest] {
      return ownerFaults(of: voucher, in: account) + interestFaults(of: voucher, in: account)
    }
    return ownerFaults(of: voucher, in: account) + flowFaults(of: voucher, in: account)
  }

  private func ownerFaults(of voucher: Voucher, in account: DealAccount) -> [String] {
    let parties = LineParties(deal, account: account, through: voucher.day)
    let landlord = voucher.lines.first.map { parties.of($0).landlord } ?? deal.landlord
    let parts = [
      ("landlord", voucher.number.landlord.text, landlord.text),
      ("currency", voucher.currency.code, deal.currency.code),
    ]
    return parts.filter { $0.1 != $0.2 }.map { name, stored, expected in
      "the \(name) is \(stored), and the lease of its time has \(expected)"
    }
  }

  private func money(_ minorUnits: Int64) -> String {
    Money(minorUnits: minorUnits, currency: deal.currency).description
  }
}

/// Flows of the projection.
extension BillingProof {
  private func flowFaults(of voucher: Voucher, in account: DealAccount) -> [String] {
    var seen: Set<FlowKey> = []
    let lines = voucher.lines.filter { $0.key.item != .depositWrittenOff }
    var faults = lossFaults(of: voucher, besides: lines, in: account)
    faults += lines.enumerated().compactMap { place, line -> String? in
      let isFirst = seen.insert(line.key).inserted
      guard let found = difference(of: line, isFirst: isFirst, in: voucher, account) else {
        return nil
      }
      return "line \(place + 1), \(line.key.words): \(found)"
    }
    // With one flow of a day all others of the day are billed.
    if let first = voucher.lines.first(where: { $0.about == nil }) {
      let parties = LineParties(deal, account: account, through: voucher.day)
      for key in due[voucher.day] ?? [] where account.billed[key] == nil && !seen.contains(key) {
        // Given back is on a credit note of its own, and others are billed by and to others.
        guard key.givenBack == first.key.givenBack,
          parties.of(VoucherLine(key, minorUnits: 0)) == parties.of(first)
        else { continue }
        let amount = money(flows[key]?.minorUnits ?? 0)
        faults.append(
          "it leaves out \(key.words), for which the projection of its time gives \(amount)")
      }
    }
    return faults
  }

  /// What was written off of a deposit that is given back is taken out of the bad debts, by the last
  /// lines.
  private func lossFaults(
    of voucher: Voucher, besides lines: [VoucherLine], in account: DealAccount
  ) -> [String] {
    let made = account.writtenOff(ofDeposits: lines, by: voucher.number.landlord)
    guard voucher.lines != lines + made else { return [] }
    let stored = voucher.lines.filter { $0.key.item == .depositWrittenOff }
    let words = { (lines: [VoucherLine]) in
      lines.isEmpty
        ? "nothing"
        : lines.map { line in
          "\(money(line.minorUnits)) of \(line.about?.description ?? "no invoice")"
        }.joined(separator: " and ")
    }
    return [
      "it takes \(words(stored)) of deposits written off out of the bad debts, and the account "
        + "before it gives \(words(made))"
    ]
  }

  /// What of a line is otherwise, in words.
  private func difference(
    of line: VoucherLine, isFirst: Bool, in voucher: Voucher, _ account: DealAccount
  ) -> String? {
    guard line.key.item.isProjected, isFirst else {
      return line.key.item.isProjected ? "it is there twice" : "no projection has it"
    }
    let flow = flows[line.key]
    let made = account.line(billing: line.key, as: flow)
    let before = account.billed[line.key]
    // A correction is dated on the day billed through, or that of what it corrects.
    let day = before.map { max($0.day, voucher.day) } ?? flow?.due ?? voucher.day
    let parts = [
      ("amount", money(line.minorUnits), money(made?.minorUnits ?? 0)),
      ("clause", line.clause ?? "none", made?.clause ?? flow?.clause ?? "none"),
      (
        "document corrected", line.about?.description ?? "none",
        before?.number.description ?? "none"
      ),
      ("day", voucher.day.description, day.description),
    ]
    return parts.first { $0.1 != $0.2 }.map { name, stored, expected in
      "the \(name) billed is \(stored), and the projection of its time gives \(expected)"
    }
  }
}

/// Interest on what was paid late.
extension BillingProof {
  private func interestFaults(of voucher: Voucher, in account: DealAccount) -> [String] {
    let made = interest(as: voucher, in: account)
    var left: [VoucherNumber: [VoucherLine]] = [:]
    for line in made { if let about = line.about { left[about, default: []].append(line) } }
    var faults = voucher.lines.enumerated().compactMap { place, line -> String? in
      var rest = line.about.flatMap { left[$0] } ?? []
      let made = rest.isEmpty ? nil : rest.removeFirst()
      if let about = line.about { left[about] = rest }
      guard made != line else { return nil }
      let parts = [
        ("amount", money(line.minorUnits), money(made?.minorUnits ?? 0)),
        (
          "month", line.key.month.description,
          (made?.key.month ?? voucher.day.yearMonth).description
        ),
        ("clause", line.clause ?? "none", made?.clause ?? "none"),
      ]
      let found = parts.first { $0.1 != $0.2 } ?? ("hall", line.key.hall, "none")
      let about = line.about.map { "on \($0)" } ?? "on no invoice"
      return "line \(place + 1), late-interest \(about): the \(found.0) billed is \(found.1), and "
        + "the rule of its time gives \(found.2)"
    }
    for line in made {
      guard let about = line.about, left[about]?.contains(line) == true else { continue }
      faults.append(
        "it leaves out late-interest on \(about), of which the rule of its time gives "
          + money(line.minorUnits))
    }
    return faults
  }

  /// The lines of interest that the account before a document gives through its day, on invoices
  /// between the landlord and the tenant of what it is about.
  private func interest(as voucher: Voucher, in account: DealAccount) -> [VoucherLine] {
    guard let history = deal.lateInterest else { return [] }
    let plan = InterestPlan(history, account, through: voucher.day)
    // Credit notes of earlier days were made before, so that this day's are all that is left.
    let draft =
      voucher.kind == .creditNote
      ? plan.credits.first { $0.day == voucher.day } : plan.charge
    let parties = voucher.lines.first?.about.map { account.parties(of: $0) }
    return (draft?.lines ?? []).filter { $0.about.map { account.parties(of: $0) } == parties }
  }
}

extension FlowKey {
  /// Such as "base-rent of hall 1 in 2027-07".
  fileprivate var words: String {
    hall.isEmpty ? "\(item.rawValue) in \(month)" : "\(item.rawValue) of \(hall) in \(month)"
  }
}
