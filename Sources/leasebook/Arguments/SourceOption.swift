import ArgumentParser
import LeaseModel

/// A source of the command line: its name, and where it is.
struct SourceOption: Hashable {
  let id: SourceID
  let url: String?

  /// Reads `8-k` or `8-k=https://example.com/8-k`.
  ///
  /// - Throws: `ValidationError` for a name that no source can have.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let id = parts.first.flatMap({ SourceID(reading: String($0)) }), parts.last != "" else {
      throw ValidationError(
        "'\(text)' names no source; write a name of lower-case letters, digits and hyphens, and "
          + "after an equals sign its address.")
    }
    self.id = id
    url = parts.count == 2 ? String(parts[1]) : nil
  }
}
