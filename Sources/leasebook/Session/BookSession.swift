import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// An open ledger and the book in it as of the dates asked for.
struct BookSession {
  let book: Book
  let asOf: AsOfOptions
  /// Every deal that is not withdrawn, by id.
  let deals: [AnalysedDeal]
  /// Notes what is read; `nil` where nobody asks for it.
  let log: InputLog?
  /// Files by the names at which a question names them; `nil` where they are read as they lie.
  let files: [String: Document]?

  init(
    book: Book, asOf: AsOfOptions, log: InputLog? = nil, files: [String: Document]? = nil,
    deals: [AnalysedDeal]
  ) {
    self.book = book
    self.asOf = asOf
    self.log = log
    self.files = files
    self.deals = deals
  }

  /// Opens the ledger for reading, and takes the book as of the dates asked for.
  init(ledger options: LedgerOptions, asOf: AsOfOptions) throws {
    try self.init(LedgerView(options), asOf: asOf)
  }

  /// Takes the book as of the dates asked for, as far as the view reaches.
  init(_ view: LedgerView, asOf: AsOfOptions) throws {
    book = try view.book(asOf)
    self.asOf = asOf
    log = view.log
    files = view.files
    let (book, series) = (book, book.indexSeries)
    deals = try book.deals.compactMap { try Self.analysed($0, series: series) }
  }

  /// The deal with its version in force, after the versions before it under which rent accrued;
  /// `nil` once withdrawn.
  ///
  /// - Parameter hasEveryVersion: Whether the versions before are taken however late rent began.
  static func analysed(
    _ timeline: DealTimeline, series: [String: IndexSeries], hasEveryVersion: Bool = false
  ) throws -> AnalysedDeal? {
    try timeline.inForce.map {
      try analysed(timeline, as: $0, series: series, hasEveryVersion: hasEveryVersion)
    }
  }

  /// The deal with a version, after the versions before it under which rent accrued.
  ///
  /// - Parameters:
  ///   - end: The day from which the deal is no more.
  ///   - lateInterest: What lateness costs, where versions before are left out that have a say in it.
  static func analysed(
    _ timeline: DealTimeline, as inForce: StoredVersion, series: [String: IndexSeries],
    hasEveryVersion: Bool = false, end: CalendarDate? = nil,
    lateInterest: LateInterestHistory? = nil
  ) throws -> AnalysedDeal {
    let announced = timeline.candidates.first.flatMap { version in
      version.fields.first { $0.block == .head && $0.path.description == "announced" }
    }
    let earlier = timeline.spans.filter { span in
      let commencement = span.version.derived?.firstCommencement
      return span.days.lowerBound < inForce.effective
        && (hasEveryVersion || commencement.map { $0 < inForce.effective } == true)
    }
    return AnalysedDeal(
      versions: try (earlier.map(\.version) + [inForce]).map { try $0.restored() },
      firstAnnounced: announced.flatMap { StatedDate($0.text) }, series: series, end: end,
      lateInterest: lateInterest)
  }

  /// The deal with all versions before the one in force: rent that is brought forward may accrue
  /// under any of them.
  func withEveryVersion(_ deal: AnalysedDeal) throws -> AnalysedDeal {
    let whole = try book.deal(deal.deal.id).flatMap {
      try Self.analysed($0, series: book.indexSeries, hasEveryVersion: true)
    }
    return whole ?? deal
  }

  /// The deals that were asked for: by id in the order given, each once, else all, of the parties
  /// named.
  ///
  /// - Throws: `deal.unknown` or `party.unknown`, each with the nearest name.
  func deals(_ selection: DealSelection) throws -> [AnalysedDeal] {
    let landlords = try parties(selection.landlord)
    let tenants = try parties(selection.tenant)
    var named: Set<String> = []
    let ids = selection.deals.filter { named.insert($0).inserted }
    let chosen = (ids.isEmpty ? deals : try ids.map(deal)).filter { analysed in
      let terms = analysed.deal.terms
      return (landlords.isEmpty || terms.landlord.map { landlords.contains($0.value) } == true)
        && (tenants.isEmpty || terms.tenant.map { tenants.contains($0.value) } == true)
    }
    if let log {
      for deal in chosen.compactMap({ book.deal($0.deal.id) }) { log.note(deal, in: book) }
      log.note(chosen, in: book)
    }
    return chosen
  }

  /// The deal of an id.
  ///
  /// - Throws: `deal.unknown`, with the nearest id.
  func deal(_ id: String) throws -> AnalysedDeal {
    if let found = deals.first(where: { $0.deal.id.text == id }) { return found }
    throw CommandProblem.unknownDeal(
      id, nearest: nearestName(to: id, among: deals.map(\.deal.id.text)))
  }

  /// The parties of names.
  ///
  /// - Throws: `party.unknown-name`, with the nearest name.
  func parties(_ names: [String]) throws -> Set<PartyID> {
    Set(
      try names.map { name in
        guard let id = book.partyID(named: name) else {
          let known = book.parties.flatMap { [$0.id.text, $0.name] + $0.aliases }
          throw CommandProblem.unknownParty(
            name, nearest: nearestName(to: name, among: known), landlords: landlordNames)
        }
        return id
      })
  }

  /// The landlords of the book by their shortest names, in order.
  private var landlordNames: [String] {
    let ids = Set(deals.compactMap { $0.deal.terms.landlord?.value.text })
    return ids.map(shortName).sorted()
  }

  /// The name of a party or a site, or the id itself.
  var name: @Sendable (String) -> String {
    let parties = book.parties.map { ($0.id.text, $0.name) }
    let sites = book.sites.map { ($0.id.text, $0.name) }
    let names = Dictionary(parties + sites) { first, _ in first }
    return { names[$0] ?? $0 }
  }

  /// The shortest name that a party or a site goes by, or the id itself.
  var shortName: @Sendable (String) -> String {
    let parties = book.parties.map { party in
      (party.id.text, ([party.name] + party.aliases).min { $0.count < $1.count } ?? party.name)
    }
    let names = Dictionary(parties + book.sites.map { ($0.id.text, $0.name) }) { first, _ in first }
    return { names[$0] ?? $0 }
  }

  /// What the answer is as of, in a sentence.
  var asOfSentence: String {
    let parts = [
      asOf.knownOn.map { "as known on \($0)" },
      asOf.effectiveOn.map { "in force on \($0)" },
      asOf.recordedBy.map { "as recorded by entry \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty
      ? Self.asRecorded(upTo: book.head.count) : parts.joined(separator: ", ")
  }

  /// What an answer of the whole ledger up to an entry is as of, in a sentence.
  static func asRecorded(upTo entry: Int) -> String { "as recorded up to entry \(entry)" }
}
