import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore

/// One file that changed a deal, with the versions that it made: from its own day on, then of the
/// terms that came into force later, in the order of recording.
struct RecordedChange {
  /// A version as it stands, and the one that came first in its place.
  struct Version {
    let version: StoredVersion
    let root: StoredVersion
    /// `nil` of a withdrawal.
    let deal: Deal?

    /// The file that it stands by; `nil` where the ledger holds none.
    func file(_ documents: (String) throws -> Document) throws -> FileContents? {
      guard let hash = version.documentHash else { return nil }
      let document = try documents(hash)
      return try DealFileReader().read(
        bytes: document.bytes, file: version.fileName ?? document.name)
    }
  }

  private(set) var versions: [Version]

  /// The changes of a deal in the order in which the public knew them; a correction has the place of
  /// what it corrects.
  ///
  /// - Parameter corrected: Is among them, also where it is a withdrawal.
  static func all(
    of timeline: DealTimeline, with corrected: StoredVersion
  ) throws -> [RecordedChange] {
    var standing = timeline.standing
    if corrected.change == .withdrawal { standing.append(corrected) }
    let versions = try standing.map { version in
      Version(
        version: version, root: timeline.root(of: version),
        deal: version.change == .withdrawal ? nil : try version.restored())
    }.sorted { ($0.root.known, $0.root.entry) < ($1.root.known, $1.root.entry) }
    var changes: [RecordedChange] = []
    for version in versions {
      let place = changes.firstIndex { $0.versions[0].root.isOfSameFile(as: version.root) }
      if let place {
        changes[place].versions.append(version)
      } else {
        changes.append(RecordedChange(versions: [version]))
      }
    }
    return changes
  }

  /// The file of the change: that of the version from its own day on.
  func file(_ documents: (String) throws -> Document) throws -> FileContents? {
    try versions[0].file(documents)
  }
}

extension StoredVersion {
  /// Whether one file made both, on the day on which it became known.
  fileprivate func isOfSameFile(as other: StoredVersion) -> Bool {
    documentHash != nil && documentHash == other.documentHash && known == other.known
  }
}
