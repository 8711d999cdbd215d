/// Names of sheets as workbooks allow them: 31 characters, none of `[]:*?/\`, each unlike the others.
struct SheetNames {
  private var taken: Set<String> = []

  /// Counted in UTF-16, as spreadsheet programs do.
  static let mostCharacters = 31

  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  /// The name, as near as a workbook may have it; a number follows one that is taken.
  mutating func name(for wanted: String) -> String {
    let plain = String(wanted.map { Self.forbidden.contains($0) || $0.isNewline ? " " : $0 })
      .split(separator: " ").joined(separator: " ")
    // A quotation mark at an end, and the word History, are the program's own.
    let core = plain.drop { $0 == "'" }.reversed().drop { $0 == "'" }.reversed()
    let base = core.isEmpty || String(core).lowercased() == "history" ? "Sheet" : String(core)
    var name = Self.cut(base, to: Self.mostCharacters)
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " \(number)"
      name = Self.cut(base, to: Self.mostCharacters - suffix.utf16.count) + suffix
      number += 1
    }
    return name
  }

  private static func cut(_ text: String, to count: Int) -> String {
    var result = text
    while result.utf16.count > count { result.removeLast() }
    return result
  }
}
