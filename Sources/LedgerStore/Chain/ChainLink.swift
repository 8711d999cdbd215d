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
    encoding.removeAll()
    encoding.append("leasebook link 1")
    encoding.append(previous)
    encoding.append(row: recording, at: Array(recording.indices))
    encoding.append(row: entry, at: Array(entry.indices))
    for place in rows.filledTables {
      let table = EntryTable.all[place]
      let columns = table.role == .stated ? table.placeColumns : table.contentColumns
      guard !columns.isEmpty else { continue }
      encoding.append(rows: rows.tables[place], of: table.name, at: columns)
    }
    return hexadecimal(SHA256.hash(data: encoding.bytes))
  }
}
