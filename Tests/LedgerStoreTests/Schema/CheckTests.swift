import GRDB
import Testing

@testable import LedgerStore

@Suite("Rules that the tables hold themselves")
struct CheckTests {
  private static let hash = String(repeating: "0", count: 64)

  static let refused = [
    // 2026 is no leap year, and date() without a modifier would return its argument.
    "INSERT INTO recording VALUES (1, '2026-02-29T00:00:00Z', 'p', 1)",
    "INSERT INTO recording VALUES (1, '2026-02-28 00:00:00', 'p', 1)",
    "INSERT INTO recording VALUES (2, '2026-02-28T00:00:00Z', 'p', 1)",
    "INSERT INTO document VALUES (1, 'ABC', x'00')",
    "INSERT INTO party VALUES ('Hut 8', 1)",
    "INSERT INTO site VALUES ('', 1)",
    "INSERT INTO projectedHall VALUES (1, 1, 'h', 1, '2027-06-31', '2042-06-30', 1)",
    "INSERT INTO projectedHall VALUES (1, 1, 'h', 1, '2042-06-30', '2027-06-30', 1)",
    "INSERT INTO dealVersion VALUES (1, 'd', 'correction', NULL, NULL, NULL)",
    "INSERT INTO dealVersion VALUES (3, 'd', 'amendment', 2, NULL, NULL)",
    "INSERT INTO derivation VALUES (1, 'e', NULL, NULL, NULL, '1.5 USD', 'solved', 1)",
    "INSERT INTO derivation VALUES (1, 'e', NULL, NULL, NULL, '1.5', NULL, 1)",
    "INSERT INTO creditSupport VALUES (1, 1, NULL, NULL, NULL, NULL, NULL, NULL, 5, 'disclosed', "
      + "NULL, NULL, NULL, NULL, NULL, NULL)",
    "INSERT INTO field VALUES (1, 1, 'footer', 'a', 'b', NULL, NULL, 1, 1)",
    "INSERT INTO series VALUES ('CPI', 1)",
    "INSERT INTO seriesVersion VALUES (1, 'cpi', 'n', 'index', 'index', 'monthly', '2026', NULL, "
      + "'', 't')",
    "INSERT INTO seriesVersion VALUES (1, 'cpi', 'n', 'rates', '%', 'weekly', '2026', NULL, '', 't')",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-13', NULL, '1', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-02-30', NULL, '1', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026', NULL, '1', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-01', '0Y', '1', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-01', '1Y2', '1', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-01', NULL, 'NaN', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-01', NULL, '', 2)",
    "INSERT INTO seriesValue VALUES (1, 1, '2026-01', NULL, '1', 2), (1, 2, '2026-01', NULL, '2', 3)",
    "INSERT INTO scenarioChange VALUES (1, 1, NULL, 'terms.term', '1 year', 1, 1)",
    "INSERT INTO account VALUES ('Equity:Own', 'what is owned')",
    "INSERT INTO voucher VALUES (1, 'h-2028-0001', 'invoice', 'h', 2027, 1, 'd', '2028-01-01', "
      + "'2028-01-01', 'USD', 1, NULL, NULL)",
    "INSERT INTO voucher VALUES (1, 'h-2028-0001', 'invoice', 'h', 2028, 1, 'd', '2028-01-01', "
      + "NULL, 'USD', 1, NULL, NULL)",
    "INSERT INTO voucher VALUES (1, 'h-2028-0001', 'invoice', 'h', 2028, 1, 'd', '2028-01-01', "
      + "'2028-01-01', 'USD', -1, NULL, NULL)",
    "INSERT INTO voucher VALUES (1, 'h-2028-0001', 'invoice', 'h', 2028, 2, 'd', '2028-01-01', "
      + "'2028-01-01', 'USD', 1, NULL, NULL)",
    "INSERT INTO voucher VALUES (1, 'h-2028-V0001', 'reversal', 'h', 2028, 1, 'd', '2028-01-01', "
      + "NULL, 'USD', 1, NULL, NULL)",
    "INSERT INTO voucherLine VALUES (1, 1, 'base-rent', 'h', '2028-13', 'charge', 1, NULL, NULL, "
      + "NULL)",
    "INSERT INTO voucherLine VALUES (1, 1, 'base-rent', 'h', '2028-01', 'debit', 1, NULL, NULL, "
      + "NULL)",
    "INSERT INTO voucherLine VALUES (1, 1, 'recovery', 'h', '2028-12', 'charge', 1, NULL, NULL, 1)",
    "INSERT INTO voucherLine VALUES (1, 1, 'recovery-true-up', NULL, '2028-12', 'charge', 1, NULL, "
      + "NULL, -1)",
    "INSERT INTO application VALUES (1, 1, 'a', 'b', '2028-02-30', 1)",
    "INSERT INTO posting VALUES (1, 1, '2028-01-01', 'Assets:Bank', 0)",
    "INSERT INTO run VALUES (1, '3', 1, 'value', 'value', 0, '\(hash)')",
    "INSERT INTO run VALUES (1, 'r', 1, 'list', 'list', 0, '\(hash)')",
    "INSERT INTO run VALUES (1, 'r', 1, 'value', 'value', -1, '\(hash)')",
    "INSERT INTO run VALUES (1, 'r', 1, 'value', 'value', 0, 'head')",
    "INSERT INTO run VALUES (1, 'r', 2, 'value', 'value', 0, '\(hash)')",
    "INSERT INTO runOption VALUES (1, 1, '--rate', '8%')",
    "INSERT INTO runInput VALUES (1, 1, NULL, NULL, NULL, NULL)",
    "INSERT INTO runInput VALUES (1, 1, 1, NULL, NULL, NULL)",
    "INSERT INTO runInput VALUES (1, 1, NULL, NULL, NULL, 'file.yaml')",
    "INSERT INTO runInput VALUES (1, 1, 1, 'a', 'b', 'file.yaml')",
    "INSERT INTO runConvention VALUES (1, 1, '')",
    "INSERT INTO field VALUES (1, 'first', 'terms', 'a', 'b', NULL, NULL, 1, 1)",
  ]

  @Test("refuse what cannot be", arguments: refused)
  func refuse(_ statement: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try Schema.migrate(database)
      let error = #expect(throws: DatabaseError.self) { try database.execute(sql: statement) }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT, "\(error?.message ?? "")")
    }
  }
}
