import GRDB

/// A rule of the schema that an entry breaks, in words for people.
struct RefusedRule {
  /// A clause about "it", the entry, such as `it states no landlord`.
  let words: String

  init(_ error: DatabaseError) {
    let message = error.message ?? ""
    let column = Self.column(namedIn: message).map(Self.words)
    words =
      switch (error.extendedResultCode, column) {
      // Our own words, from the schema.
      case (.SQLITE_CONSTRAINT_TRIGGER, _) where !message.isEmpty: message
      case (.SQLITE_CONSTRAINT_FOREIGNKEY, _): "it names something that the ledger does not have"
      case (.SQLITE_CONSTRAINT_NOTNULL, let column?): "it states no \(column)"
      case (.SQLITE_CONSTRAINT_UNIQUE, let column?), (.SQLITE_CONSTRAINT_PRIMARYKEY, let column?):
        "it has the same \(column) twice"
      case (_, let column?): "its \(column) is none that a ledger can hold"
      case (_, nil): "it breaks a rule of the ledger"
      }
  }

  /// The column that tells most: the first that is a column of what entries state.
  private static func column(namedIn message: String) -> String? {
    let rule = message.split(separator: ":", maxSplits: 1).last ?? ""
    let names = rule.split { !$0.isLetter || !$0.isASCII }.map { String($0) }
    return names.first { columns.contains($0) }
  }

  private static let columns: Set<String> =
    Set(EntryTable.all.flatMap(\.columns)).union(["effectiveOn", "knownOn", "fileName", "reason"])

  /// The name of a column in words, such as `critical IT watts` of `criticalITWatts`.
  static func words(_ column: String) -> String {
    let letters = Array(column)
    var words: [String] = []
    for (index, letter) in letters.enumerated() {
      let before = index > 0 ? letters[index - 1] : letter
      let after = index + 1 < letters.count ? letters[index + 1] : letter
      let starts = letter.isUppercase && (before.isLowercase || after.isLowercase)
      if words.isEmpty || starts { words.append("") }
      words[words.count - 1].append(letter)
    }
    return words.map { $0.contains { $0.isLowercase } ? $0.lowercased() : $0 }
      .joined(separator: " ")
  }
}
