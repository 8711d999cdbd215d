import FinanceBasics
import GRDB

extension Ledger {
  /// What a word of a command line may name.
  public enum NameKind: CaseIterable, Sendable {
    case deal, landlord, tenant, party, site, series, scenario, voucher

    fileprivate var query: String {
      switch self {
      case .deal: "SELECT deal FROM deal"
      case .landlord: "SELECT DISTINCT landlord FROM dealTerms"
      case .tenant: "SELECT DISTINCT tenant FROM dealTerms WHERE tenant IS NOT NULL"
      case .party: "SELECT party FROM party"
      case .site: "SELECT site FROM site"
      case .series: "SELECT series FROM series"
      case .scenario: "SELECT scenario FROM scenario"
      case .voucher: "SELECT voucher FROM voucher"
      }
    }
  }

  /// The names of a kind that begin so, in order, for a shell that completes a word.
  ///
  /// The file is read as it lies: it is never brought up to date, and nothing is made beside it.
  ///
  /// - Parameter limit: The most names that are given.
  /// - Returns: Nothing where there is no ledger, or none that this program reads.
  public static func names(
    of kind: NameKind, beginning start: String, at path: String, limit: Int = 1000
  ) -> [String] {
    let names = try? LedgerConnection(path: path, isImmutable: true).read { database in
      try String.fetchAll(
        database,
        sql: """
          WITH names (name) AS (\(kind.query))
          SELECT name FROM names WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name LIMIT ?2
          """, arguments: [start, limit])
    }
    return names ?? []
  }
}
