import Analysis
import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore

extension BookSession {
  /// The book as the books of account have it: deals that have ended are in it too.
  ///
  /// - Parameter view: Where the book was read, if a question may name files.
  init(_ book: Book, asOf: AsOfOptions = .all, _ view: LedgerView? = nil) throws {
    let series = book.indexSeries
    self.init(
      book: book, asOf: asOf, log: view?.log, files: view?.files,
      deals: try book.deals.compactMap { try Self.booked($0, series: series) })
  }

  /// The deal with the day from which it is no more, where it was withdrawn, or where it is said to
  /// have ended and no last day of an early end is.
  static func booked(
    _ timeline: DealTimeline, series: [String: IndexSeries]
  ) throws -> AnalysedDeal? {
    // Versions under which no rent accrued have a say in interest too: on a deposit, say.
    let interest =
      timeline.spans.count > 1
      ? LateInterestHistory(try timeline.spans.map { try $0.version.restored() }) : nil
    if let inForce = timeline.inForce {
      let deal = try analysed(timeline, as: inForce, series: series, lateInterest: interest)
      guard deal.deal.endByStatus != nil, let first = try firstEnded(timeline) else { return deal }
      return try analysed(
        timeline, as: first, series: series, end: first.effective, lateInterest: interest)
    }
    guard let end = timeline.withdrawnOn else { return nil }
    let last = timeline.spans.last { $0.days.lowerBound < end }?.version ?? timeline.standing.last
    return try last.map {
      try analysed(timeline, as: $0, series: series, end: end, lateInterest: interest)
    }
  }

  /// The version since which a deal is no more by its status, as all after it say too.
  private static func firstEnded(_ timeline: DealTimeline) throws -> StoredVersion? {
    var first: StoredVersion?
    for span in timeline.spans.reversed() {
      guard try span.version.restored().endByStatus != nil else { break }
      first = span.version
    }
    return first
  }

  /// What the deals asked for are projected to bill in their base terms; of a landlord or the whole
  /// book also those that ended since they were billed.
  ///
  /// Of a landlord or the whole book, those whose terms are in another currency than their documents,
  /// or than the rent before, are left out and named.
  ///
  /// - Throws: As for their projection; `books.other-currency` and `books.currency-changed` of a
  ///   named deal; `books.assigned-to-others` of parties whose deals are all assigned to others.
  func billableDeals(
    _ selection: DealSelection, _ books: Books
  ) throws -> (deals: [BillableDeal], notes: BooksNotes) {
    let booked = Set(books.deals)
    let former = try formerDeals(selection)
    if !former.isEmpty, try deals(selection).isEmpty {
      throw BooksCommandProblem.assignedToOthers(
        selection.landlord + selection.tenant, deals: former.map(\.id.text))
    }
    let book = try projectedDeals(selection, case: .base) { analysed in
      analysed.isBilled || booked.contains(analysed.deal.id)
    }
    var billable: [BillableDeal] = []
    var others: [DealID] = []
    for flows in book.flows {
      let deal = try BillableDeal(flows)
      guard let problem = books.currencyProblem(of: deal, flows) else {
        billable.append(deal)
        continue
      }
      guard selection.deals.isEmpty else { throw problem }
      others.append(deal.id)
    }
    let mixed = sentence("in another currency than before, left out", others)
    return (
      billable,
      BooksNotes(
        remarks: book.remarks + mixed
          + sentence("assigned to others since, left out", former.map(\.id)),
        omissions: book.omissions + mixed)
    )
  }

  /// The deals that were of the landlords and the tenants asked for by any version, and are no more.
  ///
  /// - Throws: `party.unknown-name`, with the nearest name; what is unknown among deals.
  private func formerDeals(_ selection: DealSelection) throws -> [DealTimeline] {
    let landlords = try parties(selection.landlord)
    let tenants = try parties(selection.tenant)
    guard !landlords.isEmpty || !tenants.isEmpty else { return [] }
    let present = Set(try deals(selection).map(\.deal.id))
    return try book.deals.filter { timeline in
      guard !present.contains(timeline.id),
        selection.deals.isEmpty || selection.deals.contains(timeline.id.text)
      else { return false }
      return try timeline.standing.contains { version in
        let terms = try version.restored().terms
        return (landlords.isEmpty || terms.landlord.map { landlords.contains($0.value) } == true)
          && (tenants.isEmpty || terms.tenant.map { tenants.contains($0.value) } == true)
      }
    }
  }

  /// What a reader must know of deals that ended and of which something was billed or credited now.
  func endRemarks(of vouchers: [Voucher]) -> [String] {
    let ids = Set(vouchers.map(\.deal))
    return deals.compactMap { analysed in
      guard let end = analysed.end, ids.contains(analysed.deal.id) else { return nil }
      return "\(analysed.deal.id) ended on \(end): billed up to that day; what was billed beyond "
        + "it is credited, and what is held of deposit and rent paid ahead is given back"
    }
  }

  /// The hall of a deal by its name; empty where none is named.
  ///
  /// - Throws: `books.unknown-hall`, with the nearest name.
  func hall(_ name: String?, of id: String) throws -> String {
    guard let name else { return "" }
    let halls = try deal(id).resolved?.lease.halls.map(\.name) ?? []
    guard halls.contains(name) else {
      throw BooksCommandProblem.unknownHall(
        name, of: id, nearest: nearestName(to: name, among: halls))
    }
    return name
  }

  /// The deal of an id, for a payment: who is paid, and in what.
  ///
  /// - Throws: `deal.unknown`, with the nearest id.
  func payee(of id: String, _ books: Books) throws -> (landlord: PartyID, currency: Currency) {
    let analysed = try deal(id)
    guard let landlord = analysed.deal.terms.landlord?.value else {
      throw BooksCommandProblem.noLandlord(id)
    }
    let billed = books.account(of: analysed.deal.id).vouchers.first?.currency
    return (landlord, billed ?? analysed.resolved?.lease.currency ?? .usd)
  }
}

extension Deal {
  /// The day from which a deal is no more by its status; `nil` where its terms say how it ends.
  fileprivate var endByStatus: CalendarDate? {
    switch terms.status?.value {
    case .terminated, .expired: terms.termination.exercised == nil ? effective : nil
    default: nil
    }
  }
}

extension Books {
  /// Why a deal cannot be billed in one currency: its documents, or the rent of versions before, are
  /// in another than its terms; `nil` where it can.
  func currencyProblem(of deal: BillableDeal, _ flows: DealCashFlows) -> (any Diagnostic)? {
    if let problem = currencyProblem(of: deal) { return problem }
    return flows.analysed.earlier.first { $0.lease.currency != deal.currency }.map { before in
      BooksCommandProblem.currencyChanged(
        deal.id.text, from: before.lease.currency, to: deal.currency)
    }
  }
}

extension BillableDeal {
  /// What the tenant of a deal is to pay, as the versions governing each day have it.
  init(_ flows: DealCashFlows) throws {
    let deal = flows.analysed.deal
    guard let landlord = deal.terms.landlord?.value else {
      throw BooksCommandProblem.noLandlord(deal.id.text)
    }
    let lease = flows.projection.lease
    self.init(
      id: deal.id, landlord: landlord, currency: lease.currency,
      flows: flows.schedule.compactMap { amount in
        LineItem(amount.charge).map { item in
          BillableFlow(
            item: amount.isPrepaymentLeft ? .prepaymentReturn : item, hall: amount.hall,
            month: amount.month, due: amount.due,
            minorUnits: amount.minorUnits, clause: amount.clause)
        }
      }, lateInterest: flows.analysed.lateInterest)
  }
}

/// What keeps a deal out of the books.
enum BooksCommandProblem: Diagnostic {
  case noLandlord(String)
  /// Rent accrued in one currency, and goes on in another.
  case currencyChanged(String, from: Currency, to: Currency)
  /// The deals of some parties are all others' now.
  case assignedToOthers([String], deals: [String])
  case unknownHall(String, of: String, nearest: String?)

  var code: String {
    switch self {
    case .noLandlord: "books.no-landlord"
    case .currencyChanged: "books.currency-changed"
    case .assignedToOthers: "books.assigned-to-others"
    case .unknownHall: "books.unknown-hall"
    }
  }
  var problem: String {
    switch self {
    case .noLandlord(let deal): "\(deal) names no landlord, so nobody can bill it"
    case .currencyChanged(let deal, let before, let now):
      "the rent of \(deal) was in \(before) at first, and is in \(now) now"
    case .assignedToOthers(let parties, let deals):
      "no deal is of \(parties.joined(separator: " and ")) now: "
        + "\(deals.joined(separator: ", ")) \(deals.count == 1 ? "is" : "are") assigned to others"
    case .unknownHall(let hall, let deal, _): "\(deal) has no hall '\(hall)'"
    }
  }
  var location: DiagnosticLocation { .unknown }
  var remedy: String {
    switch self {
    case .noLandlord: "amend the deal with its landlord"
    case .currencyChanged(let deal, _, let now):
      "put its versions into one currency with `leasebook correct \(deal)`, or record what is in "
        + "\(now) as a deal of its own"
    case .assignedToOthers(_, let deals):
      "name the deal, such as \(deals[0]): each month is billed by and to those on its first day"
    case .unknownHall(_, let deal, let nearest):
      nearest.map { "write '\($0)', or leave --hall out" } ?? "see `leasebook show \(deal)`"
    }
  }
}
