public import LeaseModel

/// What one file holds: a deal or an amendment or neither, and definitions beside it.
public struct FileContents: Sendable {
  /// The path as the user gave it.
  public let file: String
  /// The file as it was read, byte for byte.
  public let bytes: [UInt8]
  /// The deal, where the file or the fault has one.
  public let deal: DealDraft?
  /// The amendment, where the file is one.
  public let amendment: AmendmentDraft?
  /// The dates of the parties and sites; `nil` where they hold since ever.
  public let announcement: Announcement?
  /// In the order of the file.
  public let parties: [PartyDefinition]
  /// In the order of the file.
  public let sites: [SiteDefinition]
}
