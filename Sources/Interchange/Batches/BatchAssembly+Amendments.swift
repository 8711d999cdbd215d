import FinanceBasics
import LeaseModel

/// What an amendment changes it changes from its effective day on: in the terms that hold on that
/// day, and in those that come into force later, whichever was known first. Where two amendments
/// change the same, the one that was announced later holds.
extension BatchAssembly {
  mutating func addAmendment(of file: ParsedFile) {
    guard let read = file.amendment else { return }
    let (fields, unknown) = read.fields.resolved(
      parties: checkedParties, sites: checkedSites, file: file.file)
    let draft = AmendmentDraft(fields: fields, sources: read.sources, file: file.file)
    let wrong = draft.fieldFaults
    faults += unknown + wrong
    guard let target = draft.target else { return }
    guard let first = book.standing[target]?.first?.deal else {
      if !faultyDeals.contains(target) { reportUnknown(target, in: file) }
      return
    }
    let (earlier, later) = book.versions(of: target, announced: draft.announced)
    guard !earlier.isEmpty else {
      let fault = RegisterFault.amendedBeforeAnnounced(
        draft.announced?.description ?? "", deal: first.announced.description)
      faults.append(LocatedFault(fault, at: file.place(ofHead: "announced")))
      return
    }
    let effective = draft.effective ?? .latest
    if effective < first.effective {
      let fault = RegisterFault.amendedBeforeEffective(
        effective.description, deal: first.effective.description)
      faults.append(LocatedFault(fault, at: file.place(ofHead: "effective")))
      return
    }
    let terms = TermsOverTime(earlier)
    let changed = [terms.inForce(on: effective)].compactMap(\.self) + terms.after(effective)
    if let corrected = changed.compactMap({ $0.day(after: draft.announced) }).max() {
      reportCorrected(corrected, draft, in: file)
      return
    }
    let results = results(of: draft, in: changed, file)
    guard results.count == changed.count, unknown.isEmpty, wrong.isEmpty, file.faults.isEmpty else {
      faultyDeals.insert(target)
      return
    }
    add(draft, results, to: terms, below: later, in: file)
  }

  /// What an amendment makes of the terms in force on its day, and of those that come into force
  /// later; no more once a fault is found.
  private mutating func results(
    of draft: AmendmentDraft, in changed: [KnownVersion], _ file: ParsedFile
  ) -> [Deal] {
    var results: [Deal] = []
    for base in changed {
      let day = base.deal.effective
      let (result, found) = base.deal.amended(
        checking: results.isEmpty ? draft : draft.effective(on: day))
      faults += found
      guard let result else {
        if !results.isEmpty {
          let fault = RegisterFault.amendedBelowLater(day.description)
          faults.append(LocatedFault(fault, at: file.place(ofHead: "effective")))
        }
        break
      }
      results.append(result)
    }
    return results
  }

  private mutating func add(
    _ draft: AmendmentDraft, _ results: [Deal], to earlier: TermsOverTime,
    below later: [KnownVersion], in file: ParsedFile
  ) {
    var terms = earlier
    let contents = file.contents
    for result in results {
      let version = KnownVersion(result, amendment: contents.file, file: { contents })
      terms.put(version)
      book.add(version)
      items.append(.amendment(draft, result: result, file: contents))
    }
    carry(terms, into: later, below: draft, in: file)
  }

  /// Puts amendments that were announced later, and are known already, into what an earlier one makes
  /// of the terms; those that come out otherwise are added anew.
  private mutating func carry(
    _ changed: TermsOverTime, into later: [KnownVersion], below draft: AmendmentDraft,
    in file: ParsedFile
  ) {
    var terms = changed
    do {
      for amendment in try LaterAmendment.all(of: later) {
        guard let own = amendment.file.amendment, let from = own.effective else {
          reportCorrected(amendment.since, draft, in: file)
          return
        }
        let before = terms
        let changed = amendment.versions + before.after(from)
        for day in Set(changed.map(\.deal.effective)).sorted() {
          let known = amendment.versions.last { $0.deal.effective == day }
          let made = try amendment.file.deal(
            amending: before.inForce(on: day)?.deal, from: day, parties: book.parties,
            sites: book.sites)
          guard let made else { continue }
          if let known, made.hasWords(of: known.deal) {
            terms.put(known)
            continue
          }
          let contents = amendment.file
          let version = KnownVersion(
            made, since: amendment.since, amendment: amendment.versions[0].amendment,
            file: { contents })
          terms.put(version)
          book.add(version)
          items.append(.amendment(own, result: made, file: amendment.file))
        }
      }
    } catch let problems as Diagnostics {
      faults += problems.all
      let fault = RegisterFault.amendedBelowLater(later[0].deal.effective.description)
      faults.append(LocatedFault(fault, at: file.place(ofHead: "effective")))
    } catch {
      reportCorrected(later[0].since, draft, in: file)
    }
  }

  private mutating func reportCorrected(
    _ day: CalendarDate, _ draft: AmendmentDraft, in file: ParsedFile
  ) {
    let fault = RegisterFault.amendedBeforeCorrected(
      draft.announced?.description ?? "", corrected: day.description)
    faults.append(LocatedFault(fault, at: file.place(ofHead: "announced")))
  }

  private mutating func reportUnknown(_ target: DealID, in file: ParsedFile) {
    let known = book.standing.keys.map(\.text).sorted()
    let fault =
      book.withdrawn[target].map {
        RegisterFault.dealWithdrawn(target.text, on: $0.description)
      }
      ?? .dealUnknown(target.text, nearest: nearestName(to: target.text, among: known))
    faults.append(LocatedFault(fault, at: file.place(ofHead: "amends")))
  }
}

/// An amendment that the ledger has, and that was announced after the one to be recorded.
private struct LaterAmendment {
  let file: FileContents
  let since: CalendarDate
  /// In the order of recording: from its own day on, and from the days of terms that it changes too.
  var versions: [KnownVersion]

  /// - Parameter versions: The first of each amendment is that of its own day.
  /// - Throws: Where a file cannot be read; `MissingFile` of a version without one.
  static func all(of versions: [KnownVersion]) throws -> [LaterAmendment] {
    var all: [LaterAmendment] = []
    for version in versions {
      let place = all.firstIndex { amendment in
        amendment.since == version.since && version.amendment != nil
          && amendment.versions[0].amendment == version.amendment
      }
      if let place {
        all[place].versions.append(version)
      } else {
        guard let file = try version.file?() else { throw MissingFile() }
        all.append(LaterAmendment(file: file, since: version.since, versions: [version]))
      }
    }
    return all
  }
}

private struct MissingFile: Error {}

extension KnownVersion {
  /// The day on which it was put right, where that is after an announcement.
  fileprivate func day(after announced: StatedDate?) -> CalendarDate? {
    guard let announced, since < corrected, announced.last < corrected else { return nil }
    return corrected
  }
}
