public import Bookkeeping
public import FinanceBasics
public import LeaseModel

/// Something to record: one entry of the ledger once it is in.
///
/// It is indirect because a version of a deal is large, and lists of entries are gone through often.
public indirect enum NewEntry: Sendable {
  case party(PartyRecord)
  case site(SiteRecord)
  case series(SeriesRecord)
  case deal(VersionRecord)
  case scenario(ScenarioRecord)
  case voucher(Voucher)
  case run(RunRecord)

  /// What the entry is about.
  public var kind: EntryKind {
    switch self {
    case .party: .party
    case .site: .site
    case .series: .series
    case .deal: .deal
    case .scenario: .scenario
    case .voucher(let voucher): EntryKind(voucher.kind)
    case .run: .run
    }
  }

  /// The id of the party, site, series, deal or scenario, the number of the document, or the name
  /// of the run.
  public var subject: String {
    switch self {
    case .party(let record): record.party.id.text
    case .site(let record): record.site.id.text
    case .series(let record): record.series.id.text
    case .deal(let record): record.deal.text
    case .scenario(let record): record.scenario.id.text
    case .voucher(let voucher): voucher.number.description
    case .run(let record): record.name
    }
  }

  var document: Document? {
    switch self {
    case .party(let record): record.document
    case .site(let record): record.document
    case .series(let record): record.heading
    case .deal(let record): record.document
    case .scenario(let record): record.document
    case .voucher: nil
    case .run(let record): record.document
    }
  }

  /// The files of the entry, the one that its row names first.
  var documents: [Document] {
    let first = [document].compactMap { $0 }
    return switch self {
    case .series(let record): first + [record.table]
    case .run(let record): first + record.question.files
    case .party, .site, .deal, .scenario, .voucher: first
    }
  }

  var effective: CalendarDate {
    switch self {
    case .party(let record): record.effective
    case .site(let record): record.effective
    case .series(let record): record.effective
    case .deal(let record): record.effective
    case .scenario, .run: .earliest
    case .voucher(let voucher): voucher.day
    }
  }

  var known: CalendarDate {
    switch self {
    case .party(let record): record.known
    case .site(let record): record.known
    case .series(let record): record.known
    case .deal(let record): record.known
    case .scenario, .run: .earliest
    case .voucher(let voucher): voucher.day
    }
  }

  var reason: String? {
    switch self {
    case .deal(let record): record.reason
    case .voucher(let voucher): voucher.reason
    case .party, .site, .series, .scenario, .run: nil
    }
  }
}

/// What an entry is about, in the order in which one recording writes them.
public enum EntryKind: String, CaseIterable, Sendable {
  case party, site, series, deal, scenario
  case invoice, creditNote, receipt, writeOff, refund, reversal
  case run

  init(_ kind: VoucherKind) {
    self =
      switch kind {
      case .invoice: .invoice
      case .creditNote: .creditNote
      case .receipt: .receipt
      case .writeOff: .writeOff
      case .refund: .refund
      case .reversal: .reversal
      }
  }
}

/// A version of a party.
public struct PartyRecord: Sendable {
  /// What is known of it.
  public let party: Party
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// The file that it was read from.
  public let document: Document?

  /// A version without dates holds since ever and was always known.
  public init(
    _ party: Party, effective: CalendarDate = .earliest, known: CalendarDate = .earliest,
    document: Document? = nil
  ) {
    self.party = party
    self.effective = effective
    self.known = known
    self.document = document
  }
}

/// A version of a site.
public struct SiteRecord: Sendable {
  /// What is known of it.
  public let site: Site
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// The file that it was read from.
  public let document: Document?

  /// A version without dates holds since ever and was always known.
  public init(
    _ site: Site, effective: CalendarDate = .earliest, known: CalendarDate = .earliest,
    document: Document? = nil
  ) {
    self.site = site
    self.effective = effective
    self.known = known
    self.document = document
  }
}
