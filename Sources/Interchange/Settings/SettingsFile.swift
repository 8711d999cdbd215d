public import FinanceBasics

/// A file of settings: one a line, each by its name.
///
///     ledger: deals/leasebook.db
///     landlord: Hut 8
///     rate: 8%
///     unit: millions
public struct SettingsFile: Hashable, Sendable {
  /// A setting as the file has it.
  public struct Entry: Hashable, Sendable {
    /// As written, without space around it. Never empty.
    public let text: String
    /// From 1.
    public let line: Int
  }

  /// What the file settles; a file of comments alone settles nothing.
  public let entries: [Setting: Entry]

  /// Reads the whole file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, which should be UTF-8.
  ///   - file: The path as diagnostics name it.
  ///   - accepts: Whether the text of a setting can be taken.
  /// - Throws: Every fault of the file in one pass, by line.
  public init(
    reading bytes: [UInt8], file: String, accepts: (Setting, String) -> Bool
  ) throws(Diagnostics) {
    var reading = SettingsReading(file: file)
    reading.read(bytes, accepts)
    guard reading.faults.isEmpty else {
      throw Diagnostics(Diagnostics.sorted(reading.faults.distinct))
    }
    entries = reading.entries
  }
}

/// Reads the document of a file of settings, and keeps every fault.
private struct SettingsReading {
  let file: String
  private(set) var entries: [Setting: SettingsFile.Entry] = [:]
  private(set) var faults: [any Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  mutating func read(_ bytes: [UInt8], _ accepts: (Setting, String) -> Bool) {
    do throws(LocatedFault) {
      var parser = DocumentParser(try SourceText(bytes, file: file))
      let root = parser.parse()
      faults = parser.faults.filter { ($0.fault as? DealFileFault) != .empty }
      guard let root else { return }
      guard case .mapping(let entries) = root.content else {
        return report(.expectsSettings, at: root.place, field: nil)
      }
      for entry in entries { read(entry, accepts) }
    } catch {
      faults = [error]
    }
  }

  private mutating func read(
    _ entry: DocumentNode.Entry, _ accepts: (Setting, String) -> Bool
  ) {
    guard let setting = Setting(rawValue: entry.key) else {
      let nearest = nearestName(to: entry.key, among: Setting.allCases.map(\.rawValue))
      return report(
        .unknown(entry.key, nearest: nearest), at: entry.keyPlace, field: entry.key)
    }
    guard let text = entry.value.scalar?.trimmed, !text.isEmpty else {
      return report(.expectsValue(setting), at: entry.keyPlace, field: entry.key)
    }
    guard accepts(setting, text) else {
      return report(.malformed(setting, text), at: entry.value.place, field: entry.key)
    }
    entries[setting] = SettingsFile.Entry(text: text, line: entry.keyPlace.line)
  }

  private mutating func report(
    _ fault: SettingFault, at place: DocumentNode.Place, field: String?
  ) {
    faults.append(
      LocatedFault(
        fault,
        at: DiagnosticLocation(
          file: file, line: place.line, column: place.column, field: field)))
  }
}
