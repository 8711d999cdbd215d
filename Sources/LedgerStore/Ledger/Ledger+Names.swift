import FinanceBasics
import GRDB
import LeaseModel

extension Ledger {
  /// What a word of a command line may name.
  public enum NameKind: CaseIterable, Sendable {
    case deal, landlord, tenant, party, site, series, scenario, voucher, run
    /// A series that flows can be discounted on.
    case curve

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
      case .run: "SELECT run FROM run"
      case .curve: "SELECT DISTINCT series FROM seriesVersion WHERE kind IN (\(curveKinds))"
      }
    }

    private var curveKinds: String {
      SeriesKind.allCases.filter(\.isCurve).map { "'\($0.rawValue)'" }.joined(separator: ", ")
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
    names(by: kind.query, [], beginning: start, at: path, limit: limit)
  }

  /// The names of halls that begin so, in order, for a shell that completes a word.
  ///
  /// - Parameters:
  ///   - deals: Ids of deals, among other words; `nil` for every deal.
  ///   - limit: The most names that are given.
  /// - Returns: Nothing where there is no ledger, or none that this program reads.
  public static func hallNames(
    ofAnyOf deals: [String]?, beginning start: String, at path: String, limit: Int = 1000
  ) -> [String] {
    let marks = databaseQuestionMarks(count: deals?.count ?? 0)
    return names(
      by: """
        SELECT DISTINCT hall.name FROM hall JOIN dealVersion USING (entry)
        \(deals == nil ? "" : "WHERE deal IN (\(marks))")
        """, deals ?? [], beginning: start, at: path, limit: limit)
  }

  private static func names(
    by query: String, _ arguments: [String], beginning start: String, at path: String, limit: Int
  ) -> [String] {
    let names = try? LedgerConnection(path: path, isImmutable: true).read { database in
      try String.fetchAll(
        database,
        sql: """
          WITH names (name) AS (\(query))
          SELECT name FROM names WHERE substr(name, 1, length(?)) = ? ORDER BY name LIMIT ?
          """,
        arguments: StatementArguments(arguments) + StatementArguments([start, start])
          + StatementArguments([limit]))
    }
    return names ?? []
  }
}
