import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel

/// Reads what stands in accounts, within one transaction.
struct BalanceReader {
  private let database: Database
  /// The last day that counts.
  private let day: CalendarDate
  /// The last entry that counts.
  private let last: Int

  /// How many entries one row of `accountTotal` sums.
  static let blockLength = 4_096

  init(database: Database, day: CalendarDate?, last: Int?) throws {
    self.database = database
    self.day = day ?? .latest
    self.last = try ChainHead.read(from: database, through: last).count
  }

  /// By landlord, deal, currency and account, from the postings themselves.
  func dealBalances(of deals: Set<DealID>?) throws -> [AccountBalance] {
    var sums = BalanceSums()
    let select = """
      SELECT voucher.landlord, voucher.deal, posting.account, voucher.currency,
        sum(max(posting.amount, 0)), sum(max(-posting.amount, 0))
      FROM voucher JOIN posting ON posting.entry = voucher.entry
      WHERE voucher.entry <= ? AND posting.day <= ?
      """
    let group = "GROUP BY voucher.landlord, posting.account, voucher.currency"
    if let deals {
      let statement = try database.makeStatement(
        sql: "\(select) AND voucher.deal = ? \(group)")
      for deal in deals.sorted() {
        try sums.add(statement, [last, day.description, deal.text])
      }
    } else {
      let statement = try database.makeStatement(sql: "\(select) \(group), voucher.deal")
      try sums.add(statement, [last, day.description])
    }
    return sums.balances
  }

  /// By landlord, currency and account: totals carried forward, and the postings beyond them.
  func landlordBalances() throws -> [AccountBalance] {
    var sums = BalanceSums()
    let carried = last / Self.blockLength * Self.blockLength
    // The first month of which not every day counts.
    let open = day == .latest ? day.yearMonth : day.adding(days: 1).yearMonth
    let totals = try database.makeStatement(
      sql: """
        SELECT landlord, NULL, account, currency, sum(debits), sum(credits) FROM accountTotal
        WHERE month < ? AND throughEntry <= ? GROUP BY landlord, account, currency
        """)
    try sums.add(totals, [open.description, carried])
    let postings = try database.makeStatement(
      sql: """
        SELECT voucher.landlord, NULL, posting.account, voucher.currency,
          sum(max(posting.amount, 0)), sum(max(-posting.amount, 0))
        FROM posting JOIN voucher ON voucher.entry = posting.entry
        WHERE posting.entry > ? AND posting.entry <= ? AND posting.day >= ? AND posting.day <= ?
        GROUP BY voucher.landlord, posting.account, voucher.currency
        """)
    try sums.add(
      postings, [carried, last, CalendarDate.earliest.description, day.description])
    let first = open.firstDay
    for block in first <= day ? try blocks(of: open, through: carried) : [] {
      try sums.add(
        postings,
        [block - Self.blockLength, block, first.description, day.description])
    }
    return sums.balances
  }

  /// The blocks of entries that posted anything in a month, each by its last entry.
  private func blocks(of month: YearMonth, through last: Int) throws -> [Int] {
    try Int.fetchAll(
      database,
      sql: """
        SELECT DISTINCT throughEntry FROM accountTotal WHERE month = ? AND throughEntry <= ?
        """, arguments: [month.description, last])
  }
}

/// Sums of what was debited and credited, from several queries.
private struct BalanceSums {
  private struct Key: Hashable {
    let landlord: PartyID
    let deal: DealID?
    let account: Account
    let currency: Currency
  }

  private var sums: [Key: (debits: Int64, credits: Int64)] = [:]

  /// - Parameter statement: Gives landlord, deal, account, currency, debits and credits.
  mutating func add(_ statement: Statement, _ arguments: StatementArguments) throws {
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      let (account, code) = (try row.text(2), try row.text(3))
      guard let known = Account(rawValue: account) else {
        throw UnreadableValue(entry: nil, column: "account", text: account)
      }
      guard let currency = Currency(code: code) else {
        throw UnreadableValue(entry: nil, column: "currency", text: code)
      }
      let key = Key(
        landlord: PartyID(try row.text(0)), deal: (row[1] as String?).map { DealID($0) },
        account: known, currency: currency)
      sums[key, default: (0, 0)].debits += Int64(try row.integer(4))
      sums[key, default: (0, 0)].credits += Int64(try row.integer(5))
    }
  }

  /// By landlord, deal, currency and then the chart.
  var balances: [AccountBalance] {
    sums.map { key, sum in
      AccountBalance(
        landlord: key.landlord, deal: key.deal, account: key.account, currency: key.currency,
        debits: sum.debits, credits: sum.credits)
    }.sorted { $0.place < $1.place }
  }
}

extension AccountBalance {
  fileprivate var place: (String, String, String, Int) {
    (landlord.text, deal?.text ?? "", currency.code, account.place)
  }
}

extension BookReader {
  /// What is wrong with the totals carried forward, where the postings are sound.
  func totalFaults() throws -> [LedgerFault] {
    try Int.fetchAll(
      database,
      sql: """
        SELECT DISTINCT throughEntry FROM (
          SELECT * FROM (SELECT * FROM accountTotal EXCEPT SELECT * FROM totalledPosting)
          UNION ALL
          SELECT * FROM (SELECT * FROM totalledPosting EXCEPT SELECT * FROM accountTotal))
        ORDER BY throughEntry
        """
    ).map { entry in
      LedgerFault(
        kind: .books, entry: entry,
        problem: "the totals carried forward at entry \(entry) are not those of its postings")
    }
  }
}
