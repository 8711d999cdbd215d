public import FinanceBasics
public import LeaseModel

/// What a ledger already holds, against which files are read.
public struct KnownBook: Sendable {
  /// Every party that is known.
  public private(set) var parties: PartyRegister
  /// Every site that is known.
  public private(set) var sites: SiteRegister
  /// Every version of each party, in the order in which they were recorded.
  public private(set) var partyVersions: [PartyID: [DatedVersion<Party>]]
  /// Every version of each site, in the order in which they were recorded.
  public private(set) var siteVersions: [SiteID: [DatedVersion<Site>]]
  /// Every version of each deal that stands, in the order in which the public knew them; a
  /// correction has the place of what it corrects.
  public private(set) var standing: [DealID: [KnownVersion]] = [:]
  /// Every version of each series, in the order in which the public knew them.
  public private(set) var series: [SeriesID: [DataSeries]] = [:]

  /// The days from which deals that were withdrawn are no more.
  public let withdrawn: [DealID: CalendarDate]

  /// Takes the parts as they are.
  ///
  /// - Parameters:
  ///   - parties: Each as its current version has it.
  ///   - sites: Each as its current version has it.
  ///   - partyVersions: In the order of recording; `nil` where each party has one, since ever.
  ///   - siteVersions: As those of parties.
  ///   - standing: Versions of any deals; those of one deal and day in the order of recording.
  ///   - series: Versions of any series, in any order.
  ///   - withdrawn: The days from which deals that were withdrawn are no more.
  public init(
    parties: PartyRegister = PartyRegister(), sites: SiteRegister = SiteRegister(),
    partyVersions: [DatedVersion<Party>]? = nil, siteVersions: [DatedVersion<Site>]? = nil,
    standing: [KnownVersion] = [], series: [DataSeries] = [],
    withdrawn: [DealID: CalendarDate] = [:]
  ) {
    self.withdrawn = withdrawn
    self.parties = parties
    self.sites = sites
    self.partyVersions = Dictionary(
      grouping: partyVersions ?? parties.parties.map { DatedVersion($0, nil) }, by: \.thing.id)
    self.siteVersions = Dictionary(
      grouping: siteVersions ?? sites.sites.map { DatedVersion($0, nil) }, by: \.thing.id)
    for version in standing { add(version) }
    for version in series { add(version) }
  }

  /// The latest version of each deal.
  public var deals: [DealID: Deal] { standing.compactMapValues(\.last?.deal) }

  /// Every version of each deal that stands, in the order in which the public knew them.
  ///
  /// - Complexity: Linear in all versions.
  public var versions: [DealID: [Deal]] { standing.mapValues { $0.map(\.deal) } }

  /// Adds a version of a party, and makes it the one that names are looked up in where it is the
  /// current one.
  ///
  /// - Returns: What is wrong with its names.
  mutating func add(
    _ version: DatedVersion<Party>, at place: DiagnosticLocation
  ) -> [any Diagnostic] {
    let versions = partyVersions[version.thing.id, default: []] + [version]
    partyVersions[version.thing.id] = versions
    return parties.put(versions.current() ?? version.thing, at: place)
  }

  /// As for a party.
  mutating func add(
    _ version: DatedVersion<Site>, at place: DiagnosticLocation
  ) -> [any Diagnostic] {
    let versions = siteVersions[version.thing.id, default: []] + [version]
    siteVersions[version.thing.id] = versions
    return sites.put(versions.current() ?? version.thing, at: place)
  }

  /// Adds a version behind those that the public knew by its day.
  public mutating func add(_ version: KnownVersion) {
    let known = standing[version.deal.id, default: []]
    let place = known.firstIndex { $0.since > version.since } ?? known.count
    standing[version.deal.id, default: []].insert(version, at: place)
  }

  /// Forgets a deal, so that a file may give it anew.
  public mutating func remove(_ deal: DealID) {
    standing[deal] = nil
  }

  /// Adds a version of a series behind those that the public knew by its day.
  public mutating func add(_ version: DataSeries) {
    let known = series[version.id, default: []]
    let day = version.heading.announced.last
    let place = known.firstIndex { $0.heading.announced.last > day } ?? known.count
    series[version.id, default: []].insert(version, at: place)
  }

  /// Forgets a series, so that a file may give it anew.
  public mutating func remove(_ series: SeriesID) {
    self.series[series] = nil
  }

  /// The price indexes and market rents by the names that leases use, each as its latest version
  /// has it.
  public var indexSeries: [String: IndexSeries] {
    var latest: [String: IndexSeries] = [:]
    for (id, versions) in series {
      let inOrder = versions.enumerated().max { left, right in
        let (a, b) = (left.element.heading, right.element.heading)
        return (a.effective ?? .earliest, left.offset) < (b.effective ?? .earliest, right.offset)
      }
      guard let newest = inOrder?.element, newest.heading.kind.isNamedByLeases else { continue }
      latest[id.text] = newest.indexSeries
    }
    return latest
  }

  /// The versions that an amendment may change: those that the public knew on its day, and those that
  /// it knew later; of each in the order in which it knew them.
  ///
  /// - Returns: No earlier one where the deal was announced later, or is not known.
  func versions(
    of deal: DealID, announced: StatedDate?
  ) -> (earlier: [KnownVersion], later: [KnownVersion]) {
    let known = standing[deal] ?? []
    guard let announced else { return (known, []) }
    let count = known.prefix { $0.since <= announced.last }.count
    let isAbout = announced.isApproximate || known.first?.deal.announced.isApproximate == true
    let split = count == 0 && isAbout ? min(1, known.count) : count
    return (Array(known[..<split]), Array(known[split...]))
  }
}

/// Whether parties and sites that files name must be defined.
public enum ReferenceChecking: Sendable {
  /// Always: what is recorded names nobody unknown.
  case always
  /// Not for a register that is entirely empty, as when a file is checked by itself.
  case whereDefined
  /// Never: a name becomes an id of its letters, as for a question that does not ask who is meant.
  case never
}

/// One thing to record, with the file that it comes from.
public enum Recordable: Sendable {
  case party(Party, file: FileContents)
  case site(Site, file: FileContents)
  /// The table stands beside the heading.
  case series(DataSeries, file: FileContents, table: TableFile)
  case deal(Deal, file: FileContents)
  /// The whole deal as the amendment leaves it stands beside the amendment.
  case amendment(AmendmentDraft, result: Deal, file: FileContents)
  case scenario(Scenario, file: FileContents)

  /// The file that the thing comes from.
  public var file: FileContents {
    switch self {
    case .party(_, let file), .site(_, let file), .series(_, let file, _), .deal(_, let file),
      .amendment(_, _, let file), .scenario(_, let file):
      file
    }
  }
}
