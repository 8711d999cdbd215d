public import FinanceBasics

/// Every site that is known, found by its id or its name.
public struct SiteRegister: Sendable {
  /// In the order in which they were added.
  public private(set) var sites: [Site] = []
  private var byID: [SiteID: Site] = [:]
  private var names = NameIndex()

  /// Begins with nothing.
  public init() {}

  /// - Throws: `site.doubled`, `name.taken`, `site.unknown` for a campus, `site.cycle`,
  ///   `party.unknown` for a landlord.
  public init(_ sites: [Site], parties: PartyRegister) throws(Diagnostics) {
    var faults: [any Diagnostic] = []
    for site in sites { faults += add(site, at: DiagnosticLocation(field: "sites.\(site.id)")) }
    faults += referenceFaults(parties: parties) { DiagnosticLocation(field: "sites.\($0)") }
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  /// Whether nothing was added.
  public var isEmpty: Bool { sites.isEmpty }

  /// The entry of an id; `nil` where it is not known.
  public subscript(id: SiteID) -> Site? { byID[id] }

  /// The site that a text names, in any case, with or without spaces around it.
  public func id(of reference: String) -> SiteID? {
    names.id(of: reference).map { SiteID($0) }
  }

  /// The known name that is nearest to a text.
  func nearest(to reference: String) -> String? { names.nearest(to: reference) }

  /// Adds a site; one that is known in the same words changes nothing.
  package mutating func add(_ site: Site, at place: DiagnosticLocation) -> [any Diagnostic] {
    if let known = byID[site.id] {
      let fault = RegisterFault.siteDefinedOtherwise(site.id.text)
      return known == site ? [] : [LocatedFault(fault, at: place)]
    }
    byID[site.id] = site
    sites.append(site)
    return names.add([site.id.text, site.name], of: site.id.text).map {
      LocatedFault($0, at: place)
    }
  }

  /// Puts another version of a site in place of the one that is there, or adds it.
  package mutating func put(_ site: Site, at place: DiagnosticLocation) -> [any Diagnostic] {
    guard byID[site.id] != nil else { return add(site, at: place) }
    byID[site.id] = site
    sites = sites.map { $0.id == site.id ? site : $0 }
    names = NameIndex()
    return sites.flatMap { known in
      names.add([known.id.text, known.name], of: known.id.text)
    }.map { LocatedFault($0, at: place) }
  }

  /// Landlords and campuses that are not known, and sites that are parts of each other.
  ///
  /// - Parameter parties: `nil` where landlords are not to be checked.
  package func referenceFaults(
    parties: PartyRegister?, at place: (SiteID) -> DiagnosticLocation
  ) -> [any Diagnostic] {
    var faults: [any Diagnostic] = []
    for site in sites {
      if let parties, let landlord = site.landlord, parties[landlord] == nil {
        let nearest = parties.nearest(to: landlord.text)
        let fault = RegisterFault.partyUnknown(landlord.text, nearest: nearest)
        faults.append(LocatedFault(fault, at: place(site.id)))
      }
      if let campus = site.campus, byID[campus] == nil {
        let fault = RegisterFault.siteUnknown(campus.text, nearest: nearest(to: campus.text))
        faults.append(LocatedFault(fault, at: place(site.id)))
      }
      if let cycle = cycle(from: site.id, through: { byID[$0]?.campus }) {
        let fault = RegisterFault.siteCycle(cycle.map(\.text))
        faults.append(LocatedFault(fault, at: place(site.id)))
      }
    }
    return faults
  }
}
