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
  /// Asks a ledger: one state of it gives every answer, whatever others record meanwhile.
  static func reading<Answer>(
    _ path: String, _ ask: (Ledger) throws -> Answer
  ) throws -> Answer {
    let ledger = try opened(at: path, for: .readOnly)
    let answer = try ledger.consistently { try ask(ledger) }
    try ledger.close()
    return answer
  }
}
