import FinanceBasics
import LeaseModel

extension BatchAssembly {
  /// Adds the parties that hold since ever, then what dated files change, in the order of days.
  mutating func addParties() {
    var places: [PartyID: DiagnosticLocation] = [:]
    for file in undated {
      for party in file.parties.compactMap({ $0.party() }) {
        let place = file.place(.parties, party.id.text)
        let known = book.partyVersions[party.id] ?? []
        if known.isEmpty {
          places[party.id] = place
          faults += book.add(DatedVersion(party, nil), at: place)
          items.append(.party(party, file: file.contents))
        } else if !known.contains(where: { $0.thing == party }) {
          let fault = RegisterFault.partyDefinedOtherwise(party.id.text)
          faults.append(LocatedFault(fault, at: place))
        }
      }
    }
    for (file, announcement) in dated {
      for definition in file.parties {
        let place = file.place(.parties, definition.id.text)
        let base = book.partyVersions[definition.id]?.base(of: announcement)
        guard let party = definition.party(amending: base) else {
          faults.append(Self.nameMissing(at: place))
          continue
        }
        places[party.id] = place
        faults += book.add(DatedVersion(party, announcement), at: place)
        items.append(.party(party, file: file.contents))
      }
    }
    faults += book.parties.parentFaults { places[$0] ?? DiagnosticLocation(field: "parties.\($0)") }
  }

  /// Adds sites as parties are added.
  mutating func addSites() {
    var places: [SiteID: DiagnosticLocation] = [:]
    for file in undated {
      for site in file.sites.compactMap({ $0.site() }) {
        let place = file.place(.sites, site.id.text)
        let known = book.siteVersions[site.id] ?? []
        if known.isEmpty {
          places[site.id] = place
          faults += book.add(DatedVersion(site, nil), at: place)
          items.append(.site(site, file: file.contents))
        } else if !known.contains(where: { $0.thing == site }) {
          let fault = RegisterFault.siteDefinedOtherwise(site.id.text)
          faults.append(LocatedFault(fault, at: place))
        }
      }
    }
    for (file, announcement) in dated {
      for definition in file.sites {
        let place = file.place(.sites, definition.id.text)
        let base = book.siteVersions[definition.id]?.base(of: announcement)
        guard let site = definition.site(amending: base) else {
          faults.append(Self.nameMissing(at: place))
          continue
        }
        places[site.id] = place
        faults += book.add(DatedVersion(site, announcement), at: place)
        items.append(.site(site, file: file.contents))
      }
    }
    faults += book.sites.referenceFaults(parties: checkedParties) {
      places[$0] ?? DiagnosticLocation(field: "sites.\($0)")
    }
  }

  /// The files whose definitions hold since ever.
  private var undated: [ParsedFile] { parsed.filter { !$0.isDated } }

  /// The files whose definitions are of a day, in the order of days: known, then effective.
  private var dated: [(file: ParsedFile, announcement: Announcement)] {
    parsed.compactMap { file in file.announcement.map { (file: file, announcement: $0) } }
      .enumerated().sorted { left, right in
        let (a, b) = (left.element.announcement, right.element.announcement)
        return (a.known, a.effective, left.offset) < (b.known, b.effective, right.offset)
      }.map(\.element)
  }

  /// What is wrong with a definition that changes nothing that was there before.
  private static func nameMissing(at place: DiagnosticLocation) -> LocatedFault {
    let field = place.field.map { "\($0).name" } ?? "name"
    let example = FieldCatalog.definition("name", in: .parties)?.example ?? ""
    return LocatedFault(DealFault.fieldMissing(field, example: example), at: place)
  }
}
