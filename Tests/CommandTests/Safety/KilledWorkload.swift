import Foundation
import Testing

/// A command that is killed, and what it finds when it starts.
struct KilledWorkload: CustomTestStringConvertible, Sendable {
  /// Where the work of the command shows.
  enum Work: Sendable {
    /// In the entries of `leasebook.db`.
    case entries
    /// In a ledger that was not there, by its name.
    case ledger(String)
    /// In a folder that was not there, by its name.
    case export(String)
    /// In the schema of `leasebook.db`, which a program before this one wrote.
    case schema
  }

  let name: String
  /// What makes that which it finds; of an old ledger, the file of SQL instead.
  var preparation: [[String]] = []
  var fixture: URL?
  let command: [String]
  var work = Work.entries
  /// The code with which what was done is refused when it is asked for again; `nil` where it is
  /// recognised, and the command succeeds again.
  var refusal: String?

  var testDescription: String { name }

  /// The lease of docs/bookkeeping.md with three invoices and a payment of more than the first two.
  private static let books = [
    ["init"], ["record", "samples/books/maple-court.yaml"],
    ["bill", "--through", "2027-09-30"],
    ["receive", "maple-court", "9,000,000", "--on", "2027-07-20", "--reference", "wire-1"],
  ]

  private static let deal = "maple-court"

  private static let recordings = [
    KilledWorkload(
      name: "record", preparation: books,
      command: ["record", "samples/books/maple-court-rent.yaml"]
    ),
    KilledWorkload(
      name: "record of all deals",
      preparation: [["init"], ["record", "samples", "samples/series"]],
      command: ["record", "samples/deals"]),
    KilledWorkload(
      name: "correct",
      preparation: books + [["record", "samples/books/maple-court-rent.yaml"]],
      command: ["correct", deal, rightFile, "--entry", "3", "--reason", "misread"]),
    KilledWorkload(
      name: "withdraw", preparation: books,
      command: [
        "withdraw", deal, "--on", "2028-01-01", "--reason", "given up", "--source", "lease",
      ]),
    KilledWorkload(
      name: "keep", preparation: books,
      command: ["project", deal, "--by", "year", "--keep", "--as", "kept"]),
    KilledWorkload(
      name: "import of a rent roll", preparation: books,
      command: [
        "import", "samples/rent-roll/rent-roll.csv", "--map", "samples/rent-roll/map.yaml",
      ]),
  ]

  /// The lease put right, which `PreparedWorkload` writes.
  static let rightFile = "right.yaml"

  private static let bookings = [
    KilledWorkload(
      name: "bill", preparation: books, command: ["bill", "--through", "2037-06-30"]),
    KilledWorkload(
      name: "receive", preparation: books,
      command: [
        "receive", deal, "2,000,000", "--on", "2027-08-10", "--reference", "wire-2",
      ], refusal: "books.received-before"),
    KilledWorkload(
      name: "refund", preparation: books,
      command: [
        "refund", deal, "500,000", "--on", "2027-10-05", "--reference", "back-1",
      ], refusal: "books.refunded-before"),
    KilledWorkload(
      name: "reverse", preparation: books,
      command: ["reverse", "maple-trust-2027-R0001", "--on", "2027-10-25", "--reason", "bounced"],
      refusal: "books.reversed-before"),
    KilledWorkload(
      name: "write-off", preparation: books + [["bill", "--through", "2027-12-31"]],
      command: ["write-off", "maple-trust-2027-0006", "--on", "2028-03-31", "--reason", "broke"],
      refusal: "books.settled"),
  ]

  private static let copies = [
    KilledWorkload(
      name: "init", command: ["init", "--ledger", "new.db"], work: .ledger("new.db"),
      refusal: "ledger.exists"),
    KilledWorkload(
      name: "backup", preparation: books, command: ["backup", "copy.db"], work: .ledger("copy.db"),
      refusal: "copy.exists"),
    KilledWorkload(
      name: "export", preparation: books, command: ["export", "made"], work: .export("made"),
      refusal: "copy.exists"),
    KilledWorkload(
      name: "import of an export", preparation: books + [["export", "out"]],
      command: ["import", "out", "--ledger", "new.db"], work: .ledger("new.db"),
      refusal: "copy.exists"),
  ]

  /// The ledgers of released schemas that the store's tests open.
  private static let migrations: [KilledWorkload] = {
    let folder = PackageFolder.root.appending(path: "Tests/LedgerStoreTests/Fixtures")
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".sql") }.sorted().map { file in
      KilledWorkload(
        name: "migration of \(file.dropLast(4))", fixture: folder.appending(path: file),
        command: ["list", "--format", "csv"], work: .schema)
    }
  }()

  /// Every command that writes; migrations where there is a shell to make old ledgers with.
  static let all =
    recordings + bookings + copies
    + (PackageFolder.program("sqlite3") == nil ? [] : migrations)

  /// Those that need more than a few pages: what a small disk may have no room for.
  static let spacious = all.filter { workload in
    ["record of all deals", "bill", "import of a rent roll", "backup", "export"]
      .contains(workload.name)
      || ["import of an export", "correct"].contains(workload.name)
      || workload.fixture != nil
  }
}
