import LedgerStore

/// A command line of which a shell wants one word completed.
struct CompletedLine: Sendable {
  /// The words before and behind the one that is completed, as the command would get them.
  private let others: [String]
  /// What is written of the value: without quotation marks, and behind the option that it is of.
  let start: String

  /// - Parameters:
  ///   - words: As the shell has them, the command first.
  ///   - position: Of the word among them.
  ///   - start: The word up to the cursor; where the shell counts in another word, the position
  ///     tells the right one.
  init(_ words: [String], position: Int, start: String, grammar: ShellGrammar) {
    var others = words
    var written = start
    if words.indices.contains(position) {
      others.remove(at: position)
      if !words[position].hasPrefix(start) {
        written = String(words[position].prefix(start.count))
      }
    }
    if written.hasPrefix("--"), let sign = written.firstIndex(of: "=") {
      written = String(written[written.index(after: sign)...])
    }
    self.others = others.map { grammar.value(of: $0) }
    self.start = grammar.value(of: written, expandsHome: false)
  }

  private init(_ others: [String], start: String) {
    self.others = others
    self.start = start
  }

  /// The ledger that the line names, else that of the settings.
  private var ledger: String {
    var path: String?
    for (index, word) in others.enumerated() {
      if word == Self.ledgerOption, others.indices.contains(index + 1) {
        path = others[index + 1]
      } else if word.hasPrefix(Self.ledgerOption + "=") {
        path = ShellGrammar.plain.value(of: String(word.dropFirst(Self.ledgerOption.count + 1)))
      }
    }
    return path ?? Settings.ledger
  }

  private static let ledgerOption = "--ledger"

  /// Whether a flag is given.
  func has(_ flag: String) -> Bool { others.contains(flag) }

  /// The words that begin as the one that is completed.
  func matching(_ words: [String]) -> [String] { words.filter { $0.hasPrefix(start) } }

  /// The names of the ledger that begin so, kind by kind.
  func names(_ kinds: Ledger.NameKind...) -> [String] {
    kinds.flatMap { Ledger.names(of: $0, beginning: start, at: ledger) }
  }

  /// The halls of the deals that the line names; of every deal where it names none.
  var halls: [String] {
    let named = Ledger.hallNames(ofAnyOf: others, beginning: start, at: ledger)
    return named.isEmpty ? Ledger.hallNames(ofAnyOf: nil, beginning: start, at: ledger) : named
  }

  /// The files with one of the extensions, and the folders, that begin so.
  func paths(_ extensions: [String]) -> [String] {
    CompletionPaths.all(beginning: start, extensions: extensions)
  }

  /// Completes what stands behind the last sign by what does not stand before it, and puts that
  /// back.
  func behind(_ sign: Character, _ offer: (CompletedLine) -> [String]) -> [String] {
    let end = start.lastIndex(of: sign).map { start.index(after: $0) } ?? start.startIndex
    let given = start[..<end].split(separator: sign).map(String.init)
    return offer(CompletedLine(others, start: String(start[end...])))
      .filter { !given.contains($0) }.map { start[..<end] + $0 }
  }
}
