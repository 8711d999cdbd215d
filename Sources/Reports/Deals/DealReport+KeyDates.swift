import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealReport {
  /// The days that somebody must not miss, base case: delivery, notices, ends; none where the deal
  /// cannot be projected.
  var keyDateSection: PropertyReport.Section? {
    guard let lease = projection?.lease else { return nil }
    let entries =
      deliveryDates(of: lease) + hallDates(of: lease) + renewalDates(of: lease)
      + terminationDates(of: lease) + securityDates(of: lease)
    guard !entries.isEmpty else { return nil }
    return PropertyReport.Section(
      key: "key_dates", heading: "Key dates, base case", entries: entries)
  }

  private func entry(_ key: String, _ label: String, _ day: CalendarDate) -> PropertyReport.Entry {
    PropertyReport.Entry(key, label, .date(day))
  }

  /// What the landlord promised of each hall, where it did.
  private func deliveryDates(of lease: Lease) -> [PropertyReport.Entry] {
    lease.halls.flatMap { hall -> [PropertyReport.Entry] in
      let promised = [
        (key: "guaranteed_delivery", label: "promised by", day: hall.delivery.guaranteed),
        (
          key: "outside_date", label: "tenant may leave if not ready by",
          day: hall.delivery.outsideDate
        ),
      ]
      return promised.compactMap { part in
        part.day.map { entry("\(part.key)[\(hall.name)]", "\(hall.name), \(part.label)", $0) }
      }
    }
  }

  /// The first and the last day of each hall's base term.
  private func hallDates(of lease: Lease) -> [PropertyReport.Entry] {
    let days = lease.daysInForce(in: .base)
    return zip(lease.halls, days).flatMap { hall, days -> [PropertyReport.Entry] in
      guard !days.isEmpty else { return [] }
      return [
        entry("rent_from[\(hall.name)]", "\(hall.name), rent from", days.lowerBound),
        entry("last_day[\(hall.name)]", "\(hall.name), last day", days.upperBound.adding(days: -1)),
      ]
    }
  }

  /// By when the tenant must give notice of each renewal, and when it begins, for each end of term.
  private func renewalDates(of lease: Lease) -> [PropertyReport.Entry] {
    guard lease.termination == nil else { return [] }
    let ends = Dictionary(grouping: lease.halls, by: \.baseTerm.upperBound)
    return ends.keys.sorted().flatMap { end -> [PropertyReport.Entry] in
      let halls =
        ends.count == 1 ? "" : " of \((ends[end] ?? []).map(\.name).joined(separator: ", "))"
      var months = 0
      return lease.renewals.enumerated().flatMap { index, renewal -> [PropertyReport.Entry] in
        let start = end.adding(months: months)
        months += renewal.months
        let number = index + 1
        let notice = renewal.notice.map {
          entry(
            "renewal_notice[\(number)\(halls)]", "renewal \(number)\(halls), notice by",
            $0.subtracted(from: start))
        }
        let from = entry(
          "renewal_from[\(number)\(halls)]", "renewal \(number)\(halls), from", start)
        return [notice, from].compactMap(\.self)
      }
    }
  }

  /// The first day on which an early end is allowed, the notice for it, and one that is assumed.
  private func terminationDates(of lease: Lease) -> [PropertyReport.Entry] {
    let terms = analysed.deal.terms.termination
    var entries: [PropertyReport.Entry] = []
    if let from = terms.from?.value {
      let first =
        switch from {
        case .date(let date): date.last
        case .leaseYear(let year): lease.firstCommencement.adding(months: 12 * (year - 1))
        }
      let holder = terms.holder.map { "by \($0.value.rawValue), " } ?? ""
      if let notice = terms.notice?.value {
        entries.append(
          entry(
            "termination_notice", "early end \(holder)first notice",
            notice.subtracted(from: first)))
      }
      entries.append(entry("termination_from", "early end \(holder)from", first))
    }
    if let early = lease.termination {
      entries.append(
        entry(
          "termination_exercised",
          terms.exercised?.basis == .disclosed ? "early end" : "early end, as assumed",
          early.lastDay))
    }
    return entries
  }

  /// The ends of guarantees, and the days on which a deposit goes back.
  private func securityDates(of lease: Lease) -> [PropertyReport.Entry] {
    let supports = analysed.deal.terms.creditSupport
    let guarantees = supports.enumerated().compactMap { index, support -> PropertyReport.Entry? in
      guard let through = support.through?.value else { return nil }
      let last =
        switch through {
        case .date(let day): day
        case .leaseYear(let year):
          lease.halls.map { $0.baseTerm.lowerBound.adding(months: 12 * year) }.max()
            ?? lease.expiry
        }
      let isDay = if case .date = through { true } else { false }
      let who = support.guarantor.map { name($0.value.text) } ?? "guarantee \(index + 1)"
      return entry(
        "guarantee_end[\(index + 1)]", "\(who), last day covered",
        isDay ? last : last.adding(days: -1))
    }
    guard let deposit = lease.deposit else { return guarantees }
    let steps = deposit.steps.enumerated().map { index, step in
      entry("deposit_step[\(index + 1)]", "deposit steps down", step.date)
    }
    let returned = deposit.returned.map { [entry("deposit_returned", "deposit goes back", $0)] }
    return guarantees + steps + (returned ?? [])
  }
}

extension Tenor {
  /// The day so long before another.
  fileprivate func subtracted(from day: CalendarDate) -> CalendarDate {
    switch self {
    case .months(let count): day.adding(months: -count)
    case .days(let count): day.adding(days: -count)
    }
  }
}
