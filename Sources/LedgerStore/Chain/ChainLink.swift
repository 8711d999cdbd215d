import Crypto
import GRDB

/// The hashes of an entry.
enum ChainLink {
  /// The hash that the first entry follows: of the recording that made the ledger.
  static func genesis(recording: [DatabaseValue]) -> String {
    var encoding = CanonicalEncoding()
    encoding.append("leasebook ledger 1")
    encoding.append(row: recording, at: Array(recording.indices))
    return hexadecimal(SHA256.hash(data: encoding.bytes))
  }

  /// The hash of what an entry states, by which a repeat is recognised.
  ///
  /// Identities, derived figures and places in a document are not in it.
  static func content(of rows: EntryRows, using encoding: inout CanonicalEncoding) -> String {
    encoding.removeAll()
    encoding.append("leasebook content 1")
    for place in rows.filledTables where EntryTable.all[place].role == .stated {
      let table = EntryTable.all[place]
      encoding.append(rows: rows.tables[place], of: table.name, at: table.contentColumns)
    }
    return hexadecimal(SHA256.hash(data: encoding.bytes))
  }

  /// The hash of an entry: of the link before it, its recording, its own row and all its rows.
  ///
  /// The row of the entry holds the hash of its content and of its document, but not this hash.
  static func hash(
    after previous: String, recording: [DatabaseValue], entry: [DatabaseValue], rows: EntryRows,
    using encoding: inout CanonicalEncoding
  ) -> String {
    begin(after: previous, recording: recording, entry: entry, using: &encoding)
    for place in rows.filledTables {
      encoding.appendLinked(rows.tables[place], of: EntryTable.all[place])
    }
    return hexadecimal(SHA256.hash(data: encoding.bytes))
  }

  /// The same of rows that were encoded before.
  static func hash(
    after previous: String, recording: [DatabaseValue], entry: [DatabaseValue],
    linked: some Sequence<ArraySlice<UInt8>>, using encoding: inout CanonicalEncoding
  ) -> String {
    begin(after: previous, recording: recording, entry: entry, using: &encoding)
    for bytes in linked { encoding.append(encoded: bytes) }
    return hexadecimal(SHA256.hash(data: encoding.bytes))
  }

  private static func begin(
    after previous: String, recording: [DatabaseValue], entry: [DatabaseValue],
    using encoding: inout CanonicalEncoding
  ) {
    encoding.removeAll()
    encoding.append("leasebook link 1")
    encoding.append(previous)
    encoding.append(row: recording, at: Array(recording.indices))
    encoding.append(row: entry, at: Array(entry.indices))
  }
}

extension CanonicalEncoding {
  /// What of the rows of one table the hash of their entry covers directly: of those that are
  /// stated only where they stood, for the rest is in the hash of the content.
  mutating func appendLinked(_ rows: [[DatabaseValue]], of table: EntryTable) {
    let columns = table.role == .stated ? table.placeColumns : table.contentColumns
    guard !columns.isEmpty else { return }
    append(rows: rows, of: table.name, at: columns)
  }
}
