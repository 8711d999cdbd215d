public import LeaseModel

/// What a ledger already holds, against which files are read.
public struct KnownBook: Sendable {
  public var parties: PartyRegister
  public var sites: SiteRegister
  /// The latest version of each deal.
  public var deals: [DealID: Deal]

  public init(
    parties: PartyRegister = PartyRegister(), sites: SiteRegister = SiteRegister(),
    deals: [DealID: Deal] = [:]
  ) {
    self.parties = parties
    self.sites = sites
    self.deals = deals
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
