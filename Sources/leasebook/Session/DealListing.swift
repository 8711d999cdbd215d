import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// The deals of a ledger for a list.
struct DealListing {
  /// Which of them are wanted.
  struct Filter {
    let selection: DealSelection
    let kind: ContractKind?
    let status: DealStatus?
  }

  private let lines: [DealListReport.Line]
  private let session: BookSession

  /// - Parameter isWhole: Whether each deal is read whole, so that the list can say whether it is
  ///   projectable.
  init(
    _ view: LedgerView, asOf: AsOfOptions, _ filter: Filter, isWhole: Bool
  ) throws {
    if !isWhole, let ledger = view.whole,
      let listing = try DealListing(ledger: ledger, asOf: asOf, filter)
    {
      self = listing
      return
    }
    let session = try BookSession(view, asOf: asOf)
    self.session = session
    lines = try session.deals(filter.selection).filter { analysed in
      let terms = analysed.deal.terms
      return filter.includes(kind: terms.kind?.value, status: terms.status?.value)
    }.map { DealListReport.Line($0) }
  }

  /// From the typed columns, and from the fields of the deals that these do not tell whole; `nil`
  /// where a party is not known by its name.
  private init?(
    ledger options: LedgerOptions, asOf: AsOfOptions, _ filter: Filter
  ) throws {
    let reading = try Ledger.reading(options.path) { ledger -> (BookSession, [ListedDeal])? in
      guard asOf.recordedBy.map({ $0 <= (try? ledger.head().count) ?? 0 }) ?? true else {
        return nil
      }
      let (listed, others) = try ledger.listedDeals(asOf.asOf)
      let book = try ledger.snapshot(asOf.asOf, of: others)
      let series = book.indexSeries
      let deals = try book.deals.compactMap { try BookSession.analysed($0, series: series) }
      return (BookSession(book: book, asOf: asOf, deals: deals), listed)
    }
    guard let (session, listed) = reading,
      let landlords = Self.parties(filter.selection.landlord, in: session.book),
      let tenants = Self.parties(filter.selection.tenant, in: session.book)
    else { return nil }
    self.session = session
    let chosen = listed.filter { deal in
      (landlords.isEmpty || deal.landlord.map(landlords.contains) == true)
        && (tenants.isEmpty || deal.tenant.map(tenants.contains) == true)
        && filter.includes(kind: deal.kind, status: deal.status)
    }
    let others = try session.deals(filter.selection).filter { analysed in
      let terms = analysed.deal.terms
      return filter.includes(kind: terms.kind?.value, status: terms.status?.value)
    }
    let all = chosen.map { DealListReport.Line($0) } + others.map { DealListReport.Line($0) }
    lines = others.isEmpty ? all : all.sorted { $0.id < $1.id }
  }

  /// The parties of some names; `nil` where one is not known.
  private static func parties(_ names: [String], in book: Book) -> Set<PartyID>? {
    let ids = names.compactMap { book.partyID(named: $0) }
    return ids.count == names.count ? Set(ids) : nil
  }

  var report: DealListReport {
    let name = session.shortName
    return DealListReport(lines, asOf: session.asOfSentence) { name($0.text) }
  }
}

extension DealListing.Filter {
  func includes(kind: ContractKind?, status: DealStatus?) -> Bool {
    (self.kind == nil || kind == self.kind) && (self.status == nil || status == self.status)
  }
}

extension DealListReport.Line {
  /// The line of a deal that the typed columns tell whole.
  fileprivate init(_ deal: ListedDeal) {
    self.init(
      id: deal.id, landlord: deal.landlord, tenant: deal.tenant, site: deal.site, kind: deal.kind,
      status: deal.status, criticalIT: deal.criticalIT, term: deal.term,
      contractValue: deal.contractValue, currency: deal.currency,
      firstAnnounced: deal.firstAnnounced, announced: deal.announced, signed: deal.signed,
      isProjectable: nil)
  }
}
