public import FinanceBasics
public import LeaseModel

extension DealAccount {
  /// What credit notes took off invoices because flows turned out to be less than was billed.
  public var corrections: FlowCorrections { FlowCorrections(vouchers) }

  /// Interest on an invoice up to a day, that day included, as its account has it now, in minor
  /// units; zero of what is no invoice, and of interest itself.
  ///
  /// What turned out not to be owed, because a flow that was billed is projected at less, never bore
  /// interest: the credit note counts from the due day. One that was made by hand counts from its
  /// own day.
  ///
  /// - Parameter corrections: Of the account.
  public func accruedInterest(
    on invoice: Voucher, by history: LateInterestHistory, after corrections: FlowCorrections,
    through day: CalendarDate
  ) -> Int64 {
    guard let due = invoice.due, !invoice.isInterest else { return 0 }
    // What a correction settled of the invoice is not paid: it is no longer in what was owed.
    let unpaid = corrections.settlements(of: invoice.number).map {
      Settlement(day: $0.day, minorUnits: -$0.minorUnits)
    }
    return history.accrued(
      on: invoice.minorUnits - corrections.minorUnits(of: invoice.number), due: due,
      settlements: (settlements[invoice.number] ?? []) + unpaid, through: day)
  }

  /// What was charged of interest on an invoice, less what billing took back, in minor units.
  public func chargedInterest(on invoice: VoucherNumber) -> Int64 {
    interest.charged(on: invoice)
  }
}

/// The documents that bring the interest charged on a deal's invoices to what has accrued.
struct InterestPlan {
  /// `nil` where nothing more accrued.
  private(set) var charge: BillingPlan.Draft?
  /// What was charged too much, by the days of the credit notes.
  private(set) var credits: [BillingPlan.Draft] = []

  static let clause = "payment.lateInterest.rate"

  /// - Parameter through: The last day of interest, included. What was charged through a later day
  ///   is compared with what accrued through that day, and corrected on it.
  init(_ history: LateInterestHistory, _ account: DealAccount, through: CalendarDate) {
    let key = FlowKey(
      item: .lateInterest, hall: "", month: through.yearMonth, isAllowance: false)
    let corrections = account.corrections
    var lines: [VoucherLine] = []
    var less: [CalendarDate: [VoucherLine]] = [:]
    for invoice in account.vouchers where invoice.kind == .invoice && !invoice.isInterest {
      let last = account.interest.lastDays[invoice.number] ?? .earliest
      let day = max(through, last)
      let difference =
        account.accruedInterest(on: invoice, by: history, after: corrections, through: day)
        - account.chargedInterest(on: invoice.number)
      if difference > 0, last <= through {
        lines.append(
          VoucherLine(
            key, minorUnits: difference, clause: Self.clause, about: invoice.number))
      } else if difference < 0 {
        less[day, default: []] += Self.takingBack(
          -difference, of: account.interest.standing(on: invoice.number), on: invoice.number)
      }
    }
    charge = lines.isEmpty ? nil : BillingPlan.Draft(day: through, lines: lines)
    credits = less.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
      .map { BillingPlan.Draft(day: $0.key, lines: $0.value) }
  }

  /// Takes interest off the lines that charged it, the last first, as far as anything is left.
  private static func takingBack(
    _ minorUnits: Int64, of standing: [InterestRecord.Charge], on overdue: VoucherNumber
  ) -> [VoucherLine] {
    var rest = minorUnits
    return standing.compactMap { charge in
      let part = min(rest, charge.left())
      rest -= part
      return part > 0
        ? VoucherLine(charge.key, minorUnits: -part, clause: clause, about: overdue) : nil
    }
  }
}
