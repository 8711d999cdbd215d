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
  /// In the order of the file.
  public let parties: [Party]
  /// In the order of the file.
  public let sites: [Site]
}
