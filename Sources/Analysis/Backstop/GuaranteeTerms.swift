import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Who guarantees the rent of a deal, and up to how much.
struct GuaranteeTerms {
  /// In the order of the file, each once.
  let guarantors: [PartyID]
  private let supports: [GuaranteeCover.Support]
  private let halls: [Hall]

  init(of flows: DealCashFlows) {
    supports = GuaranteeCover.supports(of: flows.analysed.deal.terms)
    halls = flows.projection.lease.halls
    var names: [PartyID] = []
    for name in supports.compactMap(\.terms.guarantor?.value) where !names.contains(name) {
      names.append(name)
    }
    guarantors = names
  }

  /// The most that is paid, in minor units, of a tenant that defaults on a day; `nil` is no bound.
  ///
  /// A guarantor pays the cap of the day of the default, whatever steps follow. The caps of
  /// guarantees that still run are added; where one of them has none there is no bound.
  func cap(on day: CalendarDate) -> Int64? {
    let running = supports.filter { support in
      halls.contains { hall in
        support.terms.days(of: hall, leaseYears: support.leaseYears).upperBound > day
      }
    }
    guard !running.isEmpty else { return nil }
    var sum: Int64 = 0
    for support in running {
      guard let cap = cap(of: support.terms, on: day) else { return nil }
      sum += cap
    }
    return sum
  }

  /// Steps by lease year count from the first hall's commencement.
  private func cap(of terms: CreditSupport, on day: CalendarDate) -> Int64? {
    guard let first = halls.map(\.baseTerm).min(by: { $0.lowerBound < $1.lowerBound }) else {
      return nil
    }
    var cap = terms.upTo?.value.minorUnits
    for step in terms.steps where step.value.start.day(in: first) <= day {
      guard let next = step.value.upTo.minorUnits else { continue }
      cap = min(cap ?? next, next)
    }
    return cap
  }

  /// How the guarantees are read where there is more than one way, in sentences.
  var remarks: [String] {
    var sentences: [String] = []
    let caps = supports.map { $0.terms.upTo != nil || !$0.terms.steps.isEmpty }
    if supports.count > 1 {
      let reading =
        !caps.contains(true)
        ? ""
        : caps.contains(false) ? ", without a cap while one without runs" : ", their caps added"
      sentences.append("\(supports.count) guarantees are read as one\(reading)")
    }
    if guarantors.count > 1 {
      let names = guarantors.map(\.text).joined(separator: " and ")
      sentences.append("\(names) are read as one guarantor, with the one intensity")
    }
    if supports.contains(where: { !$0.terms.steps.isEmpty }) {
      sentences.append("a cap that steps down is that of the day on which the tenant defaults")
    }
    if supports.contains(where: { $0.terms.election != nil }) {
      sentences.append("what the guarantor may elect to do instead of paying is not valued")
    }
    return sentences
  }
}
