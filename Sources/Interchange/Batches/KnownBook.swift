import FinanceBasics
public import LeaseModel

/// What a ledger already holds, against which files are read.
public struct KnownBook: Sendable {
  /// Every party that is known.
  public var parties: PartyRegister
  /// Every site that is known.
  public var sites: SiteRegister
  /// Every version of each deal, in the order in which the public knew them.
  public private(set) var versions: [DealID: [Deal]] = [:]

  /// Takes the parts as they are.
  ///
  /// - Parameter versions: Of any deals, in any order.
  public init(
    parties: PartyRegister = PartyRegister(), sites: SiteRegister = SiteRegister(),
    versions: [Deal] = []
  ) {
    self.parties = parties
    self.sites = sites
    for version in versions { add(version) }
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
}

/// One thing to record, with the file that it comes from.
public enum Recordable: Sendable {
  case party(Party, file: FileContents)
  case site(Site, file: FileContents)
  case deal(Deal, file: FileContents)
  /// The whole deal as the amendment leaves it stands beside the amendment.
  case amendment(AmendmentDraft, result: Deal, file: FileContents)

  /// The file that the thing comes from.
  public var file: FileContents {
    switch self {
    case .party(_, let file), .site(_, let file), .deal(_, let file), .amendment(_, _, let file):
      file
    }
  }
}
