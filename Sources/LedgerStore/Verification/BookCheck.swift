import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel

/// Recomputes the books: each document's number, sums and postings from what it says, each number
/// after the one before it, and each settlement and true-up from the account before it.
///
/// One deal's account is held at a time, however many there are.
struct BookCheck {
  /// In the order of entries.
  private(set) var faults: [LedgerFault] = []
  private let database: Database
  /// The last serial number of each landlord, kind and year.
  private var serials: [[String]: Int] = [:]

  init(_ database: Database) throws {
    self.database = database
    do {
      try checkNumbers()
      let reader = BookReader(database: database)
      for deal in try reader.dealsWithVouchers() {
        try checkAccount(of: deal, reader.vouchers(of: [deal]))
      }
    } catch let error as UnreadableValue {
      faults.append(LedgerFault(kind: .books, entry: error.entry, problem: error.finding))
    }
    faults = faults.enumerated().sorted {
      ($0.element.entry ?? 0, $0.offset) < ($1.element.entry ?? 0, $1.offset)
    }.map(\.element)
  }

  private mutating func checkAccount(
    of deal: DealID, _ vouchers: [BookReader.RecordedVoucher]
  ) throws {
    let stored = try storedPostings(of: deal)
    var account = DealAccount(deal: deal)
    let histories = try BookReader(database: database).partyHistories(of: [deal])[deal] ?? []
    for (entry, _, voucher) in vouchers {
      if let known = histories.last(where: { $0.entry < entry }) {
        account.govern(by: known.history)
      }
      let remade = account.faults(remaking: voucher)
      for fault in account.add(voucher) { report(entry, voucher.number.description, fault) }
      for fault in remade {
        report(entry, voucher.number.description, fault, isByRules: true)
      }
      compare(stored[entry] ?? [], with: voucher, entry)
    }
  }

  private mutating func report(
    _ entry: Int, _ document: String, _ problem: String, isByRules: Bool = false
  ) {
    faults.append(
      LedgerFault(
        kind: .books, entry: entry, problem: "entry \(entry), \(document): \(problem)",
        isByRules: isByRules))
  }

  /// The parts of every number against the columns that repeat them, and without a gap.
  private mutating func checkNumbers() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT entry, voucher, landlord, kind, year, serial FROM voucher ORDER BY entry")
    while let row = try rows.next() {
      let (entry, text) = (try row.integer(0), try row.text(1))
      guard let number = VoucherNumber(reading: text) else {
        report(entry, text, "its number is none")
        continue
      }
      let series = [try row.text(2), try row.text(3), "\(try row.integer(4))"]
      let serial = try row.integer(5)
      let stored = series + ["\(serial)"]
      let expected = [
        number.landlord.text, number.kind.rawValue, "\(number.year)", "\(number.serial)",
      ]
      let names = ["landlord", "kind", "year", "serial number"]
      for (name, (left, right)) in zip(names, zip(stored, expected)) where left != right {
        report(entry, text, "its \(name) is \(left), and its number says \(right)")
      }
      let last = serials[series] ?? 0
      if serial != last + 1 {
        report(entry, text, "its serial number is \(serial), and follows \(last)")
      }
      serials[series] = serial
    }
  }

  private struct StoredPosting {
    let day: String
    let account: String
    let minorUnits: Int64

    /// What of it is otherwise than a posting has it.
    func difference(from posting: Posting) -> String? {
      let parts = [
        ("day", day, posting.day.description), ("account", account, posting.account.rawValue),
        ("amount", "\(minorUnits)", "\(posting.minorUnits)"),
      ]
      return parts.first { $0.1 != $0.2 }.map { name, stored, expected in
        "\(name) is \(stored), and the document gives \(expected)"
      }
    }
  }

  private mutating func compare(
    _ stored: [StoredPosting], with voucher: Voucher, _ entry: Int
  ) {
    let expected = voucher.postings
    for (index, (left, right)) in zip(stored, expected).enumerated() {
      guard let found = left.difference(from: right) else { continue }
      report(entry, voucher.number.description, "posting \(index + 1), \(found)")
      return
    }
    if stored.count != expected.count {
      report(
        entry, voucher.number.description,
        "it has \(stored.count) postings, and \(expected.count) follow from it")
    }
  }

  private func storedPostings(of deal: DealID) throws -> [Int: [StoredPosting]] {
    var postings: [Int: [StoredPosting]] = [:]
    let statement = try database.cachedStatement(
      sql: """
        SELECT posting.entry, posting.day, account, posting.amount
        FROM voucher CROSS JOIN posting ON posting.entry = voucher.entry
        WHERE voucher.deal = ? ORDER BY posting.entry, position
        """)
    let rows = try Row.fetchCursor(statement, arguments: [deal.text])
    while let row = try rows.next() {
      postings[try row.integer(0), default: []].append(
        StoredPosting(
          day: try row.text(1), account: try row.text(2),
          minorUnits: Int64(try row.integer(3))))
    }
    return postings
  }
}
