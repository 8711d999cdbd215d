public import FinanceBasics
import LeaseModel

/// Many files read together, in the order in which they depend on each other.
///
/// Parties come first, then sites, series, deals, amendments by the day announced, then effective,
/// and scenarios.
public struct DealFileBatch: Sendable {
  /// A file as it is on disk.
  public struct File: Sendable {
    /// The path as the user gave it.
    public let path: String
    /// The whole file.
    public let bytes: [UInt8]
    /// Of the heading of a series, what was found where it says its values are.
    public let table: TableFile?

    /// Takes the parts as they are.
    public init(path: String, bytes: [UInt8], table: TableFile? = nil) {
      self.path = path
      self.bytes = bytes
      self.table = table
    }
  }

  /// What is new against the known book, in the order in which to record it.
  public let items: [Recordable]
  /// Every file in the order given; one that repeats another byte for byte is left out.
  public let files: [FileContents]
  /// The files whose deal the known book has already, in the same words from the same sources, and
  /// the headings whose series it has with the same values.
  public let repeated: [String]
  /// The known book with everything of the files added.
  public let book: KnownBook

  /// Reads files together, and checks every reference between them and into the known book.
  ///
  /// A file that the ledger holds byte for byte is to be left out by the caller. A deal that the
  /// known book has in the same words is left out here; in other words, it is given twice. So is a
  /// series of the same announcement; with a later one it is another version.
  ///
  /// - Throws: Every fault of every file in one pass, by file and line.
  public init(
    reading files: [File], known: KnownBook = KnownBook(),
    references: ReferenceChecking = .always
  ) throws(Diagnostics) {
    var assembly = BatchAssembly(files, known: known, references: references)
    assembly.run()
    let faults = assembly.faults.distinct
    guard faults.isEmpty else { throw Diagnostics(Diagnostics.sorted(faults)) }
    items = assembly.items
    repeated = assembly.repeated
    self.files = assembly.files.map(\.contents)
    book = assembly.book
  }
}
