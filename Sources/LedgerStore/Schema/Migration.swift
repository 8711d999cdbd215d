/// One step of the schema, applied in one transaction and never edited once released.
struct Migration: Sendable {
  /// From 1; the `user_version` of a ledger to which it was applied.
  let number: Int
  /// The file in the folder `schema`.
  let file: String
  let sql: String

  private init(_ number: Int, _ file: String, _ bytes: [UInt8]) {
    self.number = number
    self.file = file
    sql = String(decoding: bytes, as: UTF8.self)
  }

  /// In the order in which they are applied.
  static let all: [Migration] = [
    Migration(1, "v0001-entries.sql", PackageResources.v0001_entries_sql),
    Migration(2, "v0002-parties-and-sites.sql", PackageResources.v0002_parties_and_sites_sql),
    Migration(3, "v0003-deals.sql", PackageResources.v0003_deals_sql),
    Migration(4, "v0004-views.sql", PackageResources.v0004_views_sql),
    Migration(5, "v0005-series.sql", PackageResources.v0005_series_sql),
    Migration(6, "v0006-books.sql", PackageResources.v0006_books_sql),
    Migration(7, "v0007-runs.sql", PackageResources.v0007_runs_sql),
    Migration(8, "v0008-account-totals.sql", PackageResources.v0008_account_totals_sql),
    Migration(
      9, "v0009-definition-sources.sql", PackageResources.v0009_definition_sources_sql),
    Migration(10, "v0010-true-ups.sql", PackageResources.v0010_true_ups_sql),
    Migration(11, "v0011-withdrawals.sql", PackageResources.v0011_withdrawals_sql),
  ]
}
