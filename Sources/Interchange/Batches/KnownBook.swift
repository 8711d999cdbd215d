public import FinanceBasics
public import LeaseModel

/// What a ledger already holds, against which files are read.
public struct KnownBook: Sendable {
  /// Every party that is known.
  public var parties: PartyRegister
  /// Every site that is known.
  public var sites: SiteRegister
  /// Every version of each deal, in the order in which the public knew them.
  public private(set) var versions: [DealID: [Deal]] = [:]
  /// Every version of each series, in the order in which the public knew them.
  public private(set) var series: [SeriesID: [DataSeries]] = [:]

  /// Takes the parts as they are.
  ///
  /// - Parameters:
  ///   - versions: Of any deals, in any order.
  ///   - series: Versions of any series, in any order.
  public init(
    parties: PartyRegister = PartyRegister(), sites: SiteRegister = SiteRegister(),
    versions: [Deal] = [], series: [DataSeries] = []
  ) {
    self.parties = parties
    self.sites = sites
    for version in versions { add(version) }
    for version in series { add(version) }
  }

  /// The latest version of each deal.
  public var deals: [DealID: Deal] { versions.compactMapValues(\.last) }

  /// Adds a version behind those that the public knew by its day.
  public mutating func add(_ version: Deal) {
    let known = versions[version.id, default: []]
    let place = known.firstIndex { $0.announced.last > version.announced.last } ?? known.count
    versions[version.id, default: []].insert(version, at: place)
  }

  /// Forgets a deal, so that a file may give it anew.
  public mutating func remove(_ deal: DealID) {
    versions[deal] = nil
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

  /// The version that an amendment changes: the last that the public knew on its day.
  ///
  /// - Returns: `nil` where the deal was announced later, or is not known.
  func base(of deal: DealID, announced: StatedDate?) -> Deal? {
    let known = versions[deal] ?? []
    guard let announced else { return known.last }
    return known.last { $0.announced.last <= announced.last }
      ?? known.first { announced.isApproximate || $0.announced.isApproximate }
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
