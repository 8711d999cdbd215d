import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore

/// What a question reads of the ledger and of files, noted while it is answered.
final class InputLog {
  private var entries: Set<Int> = []
  private(set) var files: [Document] = []
  /// The parties and sites that deals name, by the dates that the question is bounded by.
  private var registered: [AsOf: (parties: Set<PartyID>, sites: Set<SiteID>)] = [:]

  /// The versions of a deal that hold up to the one in force, and the first, which says when the
  /// public knew of it.
  func note(_ timeline: DealTimeline, in book: Book) {
    guard let inForce = timeline.inForce else { return }
    let held = timeline.spans.map(\.version).filter { $0.effective < inForce.effective }
    let versions = timeline.candidates.prefix(1) + held + [inForce]
    entries.formUnion(versions.map(\.entry))
    for version in versions { noteSeries(version.fields, in: book) }
  }

  /// What deals name, as scenarios have them.
  func note(_ deals: [AnalysedDeal], in book: Book) {
    var (parties, sites) = registered[book.asOf] ?? ([], [])
    for deal in deals.map(\.deal) {
      let terms = deal.terms
      let supports = terms.creditSupport + terms.periods.flatMap(\.creditSupport)
      let named =
        [terms.landlord, terms.tenant, terms.endUser] + terms.periods.map(\.tenant)
        + supports.map(\.guarantor)
      parties.formUnion(named.compactMap { $0?.value })
      sites.formUnion(([terms.site] + terms.halls.map(\.site)).compactMap { $0?.value })
      noteSeries(deal.fields, in: book)
    }
    registered[book.asOf] = (parties, sites)
  }

  func note(entries added: [Int]) { entries.formUnion(added) }

  func note(_ series: SeriesVersion) { entries.insert(series.entry) }

  func note(_ scenario: StoredScenario) { entries.insert(scenario.entry) }

  func note(_ file: Document) {
    if !files.contains(where: { $0.name == file.name }) { files.append(file) }
  }

  /// A lease names a series by its id.
  private func noteSeries(_ fields: [DealField], in book: Book) {
    let texts = Set(fields.lazy.map(\.text))
    for version in book.series
    where version.series.heading.kind.isNamedByLeases && texts.contains(version.id.text) {
      note(version)
    }
  }

  /// Everything noted: entries in the order of recording, then files.
  func inputs(in ledger: Ledger) throws -> [RunInput] {
    var all = entries
    for (asOf, named) in registered {
      all.formUnion(
        try ledger.registeredEntries(asOf, parties: named.parties, sites: named.sites))
    }
    return try ledger.inputs(entries: all) + files.map { .file($0) }
  }
}
