public import FinanceBasics
public import LeaseModel

/// Why an entry cannot follow what the ledger has; the whole recording is refused with it.
public enum RecordProblem: Error, Hashable, Sendable {
  /// The deal is recorded, and the file says something else.
  case dealExists(DealID, entry: Int, file: String?)
  /// An amendment, a correction or a withdrawal of a deal that the ledger does not have.
  case dealUnknown(DealID, change: String, nearest: String?, file: String?)
  /// The corrected entry is no version of the deal.
  case notAVersion(DealID, entry: Int, file: String?)
  case correctedAlready(DealID, entry: Int, by: Int, file: String?)
  case partyUnknown(PartyID, role: String, subject: String, nearest: String?, file: String?)
  case siteUnknown(SiteID, role: String, subject: String, nearest: String?, file: String?)
  /// The series is recorded with the same dates, and says something else.
  case seriesExists(SeriesID, known: CalendarDate, entry: Int, file: String?)
  /// A run of this name was kept, and asks or answers something else.
  case runExists(String, entry: Int)
  /// A text that SQLite would cut off.
  case nulCharacter(EntryKind, subject: String, place: String, file: String?)
  /// A rule of the schema that no message above foresees, as a clause about the entry.
  case refused(EntryKind, subject: String, rule: String, file: String?)
}

extension RecordProblem: Diagnostic {
  /// A stable name that tests and scripts match on.
  public var code: String {
    switch self {
    case .dealExists: "record.deal-exists"
    case .dealUnknown: "record.deal-unknown"
    case .notAVersion: "record.not-a-version"
    case .correctedAlready: "record.corrected-already"
    case .partyUnknown: "record.party-unknown"
    case .siteUnknown: "record.site-unknown"
    case .seriesExists: "record.series-exists"
    case .runExists: "record.run-exists"
    case .nulCharacter: "record.nul-character"
    case .refused: "record.refused"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .dealExists(let deal, let entry, _):
      "\(deal) is recorded as entry \(entry), and this file says something else"
    case .dealUnknown(let deal, let change, _, _):
      "there is no deal \(deal) for this \(change)"
    case .notAVersion(let deal, let entry, _): "entry \(entry) is not a version of \(deal)"
    case .correctedAlready(let deal, let entry, let later, _):
      "entry \(entry) of \(deal) was corrected by entry \(later)"
    case .partyUnknown(let party, let role, let subject, _, _):
      "\(party), the \(role) of \(subject), is not a party of the ledger"
    case .siteUnknown(let site, let role, let subject, _, _):
      "\(site), the \(role) of \(subject), is not a site of the ledger"
    case .seriesExists(let series, let known, let entry, _):
      "\(series) as known on \(known) is recorded as entry \(entry), with other values"
    case .runExists(let name, let entry):
      "\(name) is kept as entry \(entry), and asks or answers something else"
    case .nulCharacter(let kind, let subject, let place, _):
      "the \(place) of the \(kind) \(subject) has a NUL character, which no ledger can hold"
    case .refused(let kind, let subject, let rule, _):
      "the ledger refuses the \(kind) \(subject): \(rule)"
    }
  }

  /// The file, and the deal or the field at fault.
  public var location: DiagnosticLocation {
    switch self {
    case .dealExists(let deal, _, let file), .dealUnknown(let deal, _, _, let file),
      .notAVersion(let deal, _, let file), .correctedAlready(let deal, _, _, let file):
      DiagnosticLocation(file: file, field: deal.text)
    case .partyUnknown(_, let role, _, _, let file), .siteUnknown(_, let role, _, _, let file):
      DiagnosticLocation(file: file, field: role)
    case .seriesExists(let series, _, _, let file):
      DiagnosticLocation(file: file, field: series.text)
    case .runExists(let name, _): DiagnosticLocation(field: name)
    case .nulCharacter(_, let subject, _, let file), .refused(_, let subject, _, let file):
      DiagnosticLocation(file: file, field: subject)
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .dealExists:
      "write an amendment where the contract changed, or use `leasebook correct` for a mistake"
    case .dealUnknown(_, _, let nearest, _):
      (nearest.map { "write \($0), or record" } ?? "record") + " the deal's own file first"
    case .notAVersion(let deal, _, _):
      "take the number of an entry from `leasebook history \(deal)`"
    case .correctedAlready(_, _, let later, _): "correct entry \(later) instead"
    case .partyUnknown(_, _, _, let nearest, _):
      (nearest.map { "write \($0), or record" } ?? "record") + " the party in a `parties` block"
    case .siteUnknown(_, _, _, let nearest, _):
      (nearest.map { "write \($0), or record" } ?? "record") + " the site in a `sites` block"
    case .seriesExists: "announce the new values on the later day on which they became known"
    case .runExists:
      "give another name with --as, or leave it out for the next free one; a run is never replaced"
    case .nulCharacter: "take the character out, and record the file again"
    case .refused: "put the named value right, and record the file again"
    }
  }
}
