import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel

extension BookReader {
  /// A document with the numbers of its entry and of its recording.
  typealias RecordedVoucher = (entry: Int, recording: Int, voucher: Voucher)

  /// The documents of some deals, or of all, in the order in which they were made.
  ///
  /// That is the order of recordings and of entries, but that a recording has its entries kind by
  /// kind: the interest of a bill was made after its credit notes, which it may settle, and credits
  /// that waited were applied before it.
  func vouchers(of deals: Set<DealID>? = nil) throws -> [RecordedVoucher] {
    guard let deals else { return try vouchers(where: "true", arguments: []).inOrderOfMaking }
    return try deals.sorted().flatMap { deal in
      try vouchers(where: "voucher.deal = ?", arguments: [deal.text])
    }.sorted { $0.entry < $1.entry }.inOrderOfMaking
  }

  /// The deals with documents, by id.
  func dealsWithVouchers() throws -> [DealID] {
    try String.fetchAll(database, sql: "SELECT DISTINCT deal FROM voucher ORDER BY deal")
      .map { DealID($0) }
  }

  /// The last number of each landlord, kind and year: one look-up each, however many there are.
  func lastVoucherNumbers() throws -> [VoucherNumber] {
    let order = "ORDER BY landlord DESC, kind DESC, year DESC, serial DESC LIMIT 1"
    let select = "SELECT landlord, kind, year, serial FROM voucher"
    let before = try database.makeStatement(
      sql: "\(select) WHERE (landlord, kind, year) < (?, ?, ?) \(order)")
    var numbers: [VoucherNumber] = []
    var row = try Row.fetchOne(database, sql: "\(select) \(order)")
    while let last = row {
      let kind = try last.text(1)
      guard let known = VoucherKind(rawValue: kind) else {
        throw UnreadableValue(entry: nil, column: "kind", text: kind)
      }
      let (landlord, year) = (try last.text(0), try last.integer(2))
      numbers.append(
        VoucherNumber(
          landlord: PartyID(landlord), year: year, kind: known, serial: try last.integer(3)))
      row = try Row.fetchOne(before, arguments: [landlord, kind, year])
    }
    return numbers
  }

  private func vouchers(
    where condition: String, arguments: StatementArguments
  ) throws -> [RecordedVoucher] {
    let from = "JOIN voucher ON voucher.entry = part.entry WHERE \(condition)"
    var lines = try parts(
      """
      SELECT part.entry, item, hall, month, side, part.amount, clause, about,
        actual
      FROM voucherLine AS part \(from) ORDER BY part.entry, position
      """, arguments, Self.line)
    var applications = try parts(
      """
      SELECT part.entry, credit, debit, part.day, part.amount
      FROM application AS part \(from) ORDER BY part.entry, position
      """, arguments, Self.application)
    var vouchers: [RecordedVoucher] = []
    let statement = try database.cachedStatement(
      sql: """
        SELECT voucher.entry, voucher, deal, day, due, currency, amount, reference, reason,
          reverses, recording
        FROM voucher CROSS JOIN entry ON entry.sequence = voucher.entry
        WHERE \(condition) ORDER BY voucher.entry
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      let entry = try row.integer(0)
      let voucher = try Self.voucher(
        row, entry: entry, lines: lines.removeValue(forKey: entry) ?? [],
        applications: applications.removeValue(forKey: entry) ?? [])
      vouchers.append((entry, try row.integer(10), voucher))
    }
    return vouchers
  }

  private func parts<Part>(
    _ sql: String, _ arguments: StatementArguments, _ read: (Row, Int) throws -> Part
  ) throws -> [Int: [Part]] {
    var parts: [Int: [Part]] = [:]
    let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      let entry = try row.integer(0)
      parts[entry, default: []].append(try read(row, entry))
    }
    return parts
  }

  private static func voucher(
    _ row: Row, entry: Int, lines: [VoucherLine], applications: [Application]
  ) throws -> Voucher {
    let code = try row.text(5)
    guard let currency = Currency(code: code) else {
      throw UnreadableValue(entry: entry, column: "currency", text: code)
    }
    return Voucher(
      number: try number(row.text(1), entry: entry), deal: DealID(try row.text(2)),
      day: try storedDate(row.text(3), column: "day", entry: entry),
      due: try (row[4] as String?).map {
        try storedDate($0, column: "due day", entry: entry)
      }, currency: currency, minorUnits: Int64(try row.integer(6)), lines: lines,
      applications: applications, reference: row[7], reason: row[8],
      reverses: try (row[9] as String?).map { try number($0, entry: entry) })
  }

  private static func line(_ row: Row, entry: Int) throws -> VoucherLine {
    let (item, month) = (try row.text(1), try row.text(3))
    guard let knownItem = LineItem(rawValue: item) else {
      throw UnreadableValue(entry: entry, column: "item", text: item)
    }
    guard let knownMonth = YearMonth(month) else {
      throw UnreadableValue(entry: entry, column: "month", text: month)
    }
    let key = FlowKey(
      item: knownItem, hall: row[2] ?? "", month: knownMonth,
      isAllowance: try row.text(4) == VoucherSide.allowance)
    return VoucherLine(
      key, minorUnits: Int64(try row.integer(5)), clause: row[6],
      about: try (row[7] as String?).map { try number($0, entry: entry) }, actual: row[8])
  }

  private static func application(_ row: Row, entry: Int) throws -> Application {
    Application(
      credit: try number(row.text(1), entry: entry), debit: try number(row.text(2), entry: entry),
      day: try storedDate(row.text(3), column: "day", entry: entry),
      minorUnits: Int64(try row.integer(4)))
  }

  private static func number(_ text: String, entry: Int) throws -> VoucherNumber {
    guard let number = VoucherNumber(reading: text) else {
      throw UnreadableValue(entry: entry, column: "number of a document", text: text)
    }
    return number
  }
}

extension [BookReader.RecordedVoucher] {
  /// Of documents in the order of entries those of interest behind the others of their recording, and
  /// what applies credits that waited before them, but behind a reversal that opened what it settles.
  fileprivate var inOrderOfMaking: Self {
    var made = self
    var start = startIndex
    while start < endIndex {
      let end = self[start...].firstIndex { $0.recording != self[start].recording } ?? endIndex
      let run = self[start..<end]
      if run.contains(where: { $0.voucher.isInterest || $0.voucher.isApplication }), run.count > 1 {
        let applying = run.filter(\.voucher.isApplication)
        let interest = run.filter(\.voucher.isInterest)
        let others = run.filter { !$0.voucher.isInterest && !$0.voucher.isApplication }
        let isUndone = others.contains { $0.voucher.kind == .reversal }
        made.replaceSubrange(
          start..<end,
          with: (isUndone ? others + applying : applying + others) + interest)
      }
      start = end
    }
    return made
  }
}
