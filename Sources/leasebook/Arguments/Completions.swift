import Analysis
import ArgumentParser
import LedgerStore

/// What a shell offers for a word, from the ledger that the line names.
enum Completions {
  static let deals = names(.deal)
  static let landlords = names(.landlord)
  static let tenants = names(.tenant)
  static let series = names(.series)
  static let vouchers = names(.voucher)
  /// Whatever has a history.
  static let subjects = custom { path, start in
    [.deal, .party, .site].flatMap { Ledger.names(of: $0, beginning: start, at: path) }
  }
  /// A tenant or one deal.
  static let accounts = custom { path, start in
    [.tenant, .deal].flatMap { Ledger.names(of: $0, beginning: start, at: path) }
  }
  /// A recorded scenario, after the last plus sign of a stack; else a file.
  static let scenarios = names(.scenario)
  /// The ids of metrics, after the last comma of a list.
  static let metrics = custom { _, start in
    let end = start.lastIndex(of: ",").map { start.index(after: $0) } ?? start.startIndex
    let before = start[..<end]
    return MetricRegistry.all.map(\.id).filter { $0.hasPrefix(start[end...]) }
      .map { before + $0 }
  }
  static let files = CompletionKind.file(extensions: ["yaml", "yml", "csv"])

  private static func names(_ kind: Ledger.NameKind) -> CompletionKind {
    custom { path, start in Ledger.names(of: kind, beginning: start, at: path) }
  }

  /// - Parameter offer: Takes the ledger's path and what is written of the word.
  private static func custom(
    _ offer: @escaping @Sendable (_ path: String, _ start: String) -> [String]
  ) -> CompletionKind {
    .custom { words, position, start in
      var given: String?
      for (index, word) in words.enumerated() {
        if word == "--ledger", index + 1 < words.count, index + 1 != position {
          given = words[index + 1]
        } else if word.hasPrefix("--ledger=") {
          given = String(word.dropFirst("--ledger=".count))
        }
      }
      return offer(given ?? Settings.ledger, start)
    }
  }
}
