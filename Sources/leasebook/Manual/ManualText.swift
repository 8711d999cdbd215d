/// Text as the macros of manual pages take it.
///
/// Source: mdoc(7) and groff_char(7): a hyphen, an apostrophe and a grave accent are typographic
/// signs in running text, and stand for themselves only behind a backslash.
enum ManualText {
  /// Lines of running text: each sentence begins one, and none is longer than a page is wide.
  static func lines(_ paragraph: String) -> [String] {
    var lines: [String] = []
    var isNew = true
    for word in words(of: paragraph, quotedBy: ["`"]) {
      let piece = prose(word)
      if let last = lines.last, !isNew, last.utf8.count + piece.utf8.count < width {
        lines[lines.count - 1] += " " + piece
      } else {
        lines.append(protected(piece))
      }
      isNew = word.hasSuffix(".") || word.hasSuffix("?") || word.hasSuffix(".)")
    }
    return lines
  }

  /// A command as it is typed, over several lines where it is long.
  static func command(_ text: String) -> [String] {
    var pieces: [String] = []
    for word in words(of: text, quotedBy: ["'", "\""]) {
      // An option and its value stand in one line.
      if let last = pieces.last, last.hasPrefix("-"), !last.contains(" "), !word.hasPrefix("-") {
        pieces[pieces.count - 1] += " " + word
      } else {
        pieces.append(word)
      }
    }
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, last.count + piece.count < commandWidth {
        lines[lines.count - 1] += " " + piece
      } else if let last = lines.popLast() {
        lines += [last + " \\", "    " + piece]
      } else {
        lines = [piece]
      }
    }
    return lines.map(literal)
  }

  /// A line in which every sign stands for itself.
  static func literal(_ line: String) -> String {
    protected(line.map { verbatim[$0] ?? escaped($0) }.joined())
  }

  /// An argument of a macro.
  static func argument(_ text: String) -> String {
    let inner = literal(text)
    return inner.contains(" ") ? "\"\(inner)\"" : inner
  }

  /// As mandoc wants lines of the source to be.
  private static let width = 80
  private static let commandWidth = 68

  private static let verbatim: [Character: String] = [
    "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", "\"": "\\(dq",
  ]

  /// A word of running text: options, quotations and code keep their signs, prose its typography.
  private static func prose(_ word: String) -> String {
    word.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { part, text in
      part % 2 == 0 ? plain(Array(text)) : "\\fB" + literal(String(text)) + "\\fP"
    }.joined()
  }

  private static func plain(_ word: [Character]) -> String {
    word.indices.map { index in
      let isAfterLetter = index > 0 && (word[index - 1].isLetter || word[index - 1].isNumber)
      let isBeforeLetter = index + 1 < word.count && word[index + 1].isLetter
      switch word[index] {
      case "-" where isAfterLetter && !word.starts(with: ["-"]): return "-"
      case "'" where isAfterLetter && isBeforeLetter: return "'"
      default: return verbatim[word[index]] ?? escaped(word[index])
      }
    }.joined()
  }

  private static func escaped(_ character: Character) -> String {
    guard character != "\\" else { return "\\e" }
    return character.unicodeScalars.map { scalar in
      guard !scalar.isASCII else { return String(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
    }.joined()
  }

  /// A line that begins like a request is none.
  private static func protected(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// Words between spaces; what stands between quotation marks is no place for a line's end.
  private static func words(of text: String, quotedBy marks: Set<Character>) -> [String] {
    var words = [""]
    var quote: Character?
    for character in text {
      if character == quote {
        quote = nil
      } else if quote == nil, marks.contains(character) {
        quote = character
      }
      if character == " ", quote == nil {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
