import ArgumentParser

/// How a shell writes quotation marks, so far as a word can be read without evaluating anything.
///
/// A leading `~` and `$HOME` become the user's folder; every other sign stays as it is written.
///
/// Source: POSIX.1-2017, Shell Command Language, 2.2 and 2.6.1; fish's manual, "Quotes".
struct ShellGrammar: Sendable {
  /// What a backslash escapes between single quotation marks.
  private let singleQuoteEscapes: Set<Character>
  /// Whether the shell took the quotation marks away before it asked.
  private let isUnquoted: Bool

  private init(singleQuoteEscapes: Set<Character>, isUnquoted: Bool) {
    self.singleQuoteEscapes = singleQuoteEscapes
    self.isUnquoted = isUnquoted
  }

  /// Of words without quotation marks.
  static let plain = ShellGrammar(singleQuoteEscapes: [], isUnquoted: true)

  /// - Parameter version: Such as `3.6.0`; up to version 3 fish hands words over unquoted.
  init(_ shell: CompletionShell?, version: String?) {
    let major = version?.split(separator: ".").first.flatMap { Int($0) }
    self.init(
      singleQuoteEscapes: shell == .fish ? ["'", "\\"] : [],
      isUnquoted: shell == .fish && major.map { $0 < 4 } == true)
  }

  private static let doubleQuoteEscapes: Set<Character> = ["$", "`", "\"", "\\"]
  private static let homeNames = ["${HOME}", "$HOME"]

  /// The word as a command gets it.
  func value(of word: String, expandsHome: Bool = true) -> String {
    let home = expandsHome ? Surroundings.value(of: "HOME") : nil
    var value = ""
    var rest = Substring(word)
    var quote: Character?
    if let home, rest == "~" || rest.hasPrefix("~/") {
      value = home
      rest.removeFirst()
    }
    while let sign = rest.first {
      if quote != "'", let home, let name = Self.homeName(of: rest) {
        value += home
        rest.removeFirst(name.count)
        continue
      }
      rest.removeFirst()
      if isUnquoted {
        value.append(sign)
      } else if sign == quote {
        quote = nil
      } else if quote == nil, sign == "'" || sign == "\"" {
        quote = sign
      } else if sign == "\\", let next = rest.first, escapes(next, in: quote) {
        value.append(next)
        rest.removeFirst()
      } else {
        value.append(sign)
      }
    }
    return value
  }

  private func escapes(_ sign: Character, in quote: Character?) -> Bool {
    switch quote {
    case "'": singleQuoteEscapes.contains(sign)
    case "\"": Self.doubleQuoteEscapes.contains(sign)
    default: true
    }
  }

  /// The variable at the beginning of a text, where it is that of the user's folder.
  private static func homeName(of text: Substring) -> String? {
    homeNames.first { name in
      guard text.hasPrefix(name) else { return false }
      let next = text.dropFirst(name.count).first
      return name.hasSuffix("}") || next.map { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? true
    }
  }
}
