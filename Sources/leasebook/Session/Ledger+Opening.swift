import LedgerStore

extension Ledger {
  /// Opens a ledger for a command, which says on standard error where it was brought up to date.
  static func opened(at path: String, for mode: Mode) throws -> Ledger {
    let ledger = try Ledger.open(at: path, mode: mode)
    if let migration = ledger.migration {
      Failure.print(
        "\(path): brought from schema \(migration.from) to \(migration.to); "
          + "a copy from before is \(migration.backup)\n")
    }
    return ledger
  }
}
