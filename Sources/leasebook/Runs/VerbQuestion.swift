import ArgumentParser
import FinanceBasics
import Foundation
import LedgerStore

/// A question in its one form: every option of its verb with its value, in the order of the help.
struct VerbQuestion: Hashable {
  let verb: RunVerb
  let options: [RunOption]

  /// A question that was kept.
  init(_ verb: RunVerb, _ options: [RunOption]) {
    self.verb = verb
    self.options = options
  }

  /// Reads arguments that the verb has accepted.
  ///
  /// - Parameters:
  ///   - arguments: Without the verb.
  ///   - usual: What the verb takes where an option is not given, beside what its help declares.
  init(_ verb: RunVerb, typed arguments: [String], usual: [RunOption]) {
    let declared = DeclaredOption.all(of: verb.command)
    var given = Self.values(in: arguments, declared)
    for option in declared where given[option.name] == nil {
      let value = option.kind == .flag ? Self.off : option.usual
      if let value = value ?? usual.first(where: { $0.option == option.name })?.value {
        given[option.name] = [value]
      }
    }
    self.verb = verb
    options = declared.flatMap { option in
      let values = given[option.name] ?? []
      return (option.isRepeating ? values : values.suffix(1)).map {
        RunOption(option.name, Self.plain($0))
      }
    }
  }

  /// A percentage or basis points as one number has them, `8%` for `8.0 %`; all else as it is.
  private static func plain(_ value: String) -> String {
    guard let unit = ["%", "bp"].first(where: value.hasSuffix),
      let number = ExactDecimal(String(value.dropLast(unit.count).filter { $0 != " " }))
    else { return value }
    return "\(number.normalized)\(unit)"
  }

  static let on = "yes"
  static let off = "no"

  /// The question as arguments of its verb.
  ///
  /// - Throws: `run.option-unknown` for an option that this program does not have.
  var arguments: [String] {
    get throws {
      let declared = DeclaredOption.all(of: verb.command)
      return try options.compactMap { option in
        switch declared.first(where: { $0.name == option.option })?.kind {
        case .positional: option.value
        case .option: "--\(option.option)=\(option.value)"
        case .flag: option.value == Self.on ? "--\(option.option)" : nil
        case nil: throw RunProblem.unknownOption(option.option, verb: verb.rawValue)
        }
      }
    }
  }

  /// The question as its verb asks it.
  ///
  /// - Throws: `run.option-unknown`; `run.not-askable` where this program refuses the options.
  func command() throws -> any KeptVerb {
    let arguments = try arguments
    do {
      return try verb.command.parse(arguments)
    } catch {
      throw RunProblem.notAskable(verb.rawValue, reason: verb.command.message(for: error))
    }
  }

  /// The values given for each option, in their order.
  private static func values(
    in arguments: [String], _ declared: [DeclaredOption]
  ) -> [String: [String]] {
    let place = declared.first { $0.kind == .positional }?.name
    let flags = Set(declared.filter { $0.kind == .flag }.map(\.name))
    var values: [String: [String]] = [:]
    for token in OptionToken.all(of: arguments, flags: flags.union(DeclaredOption.otherFlags)) {
      guard let name = token.name ?? place, !DeclaredOption.others.contains(name) else { continue }
      values[name, default: []].append(token.value ?? Self.on)
    }
    return values
  }

  /// What was typed, as a shell takes it, without what is no part of the question.
  static func words(_ verb: RunVerb, _ arguments: [String]) -> String {
    let declared = DeclaredOption.all(of: verb.command)
    let flags = Set(declared.filter { $0.kind == .flag }.map(\.name))
    let words = OptionToken.all(of: arguments, flags: flags.union(DeclaredOption.otherFlags))
      .filter { token in
        token.name.map { !DeclaredOption.others.contains($0) || $0 == "recorded-by" } ?? true
      }
      .flatMap(\.words)
    return ([verb.rawValue] + words.map(quoted)).joined(separator: " ")
  }

  /// A word between quotation marks where a shell would take it otherwise.
  static func quoted(_ word: String) -> String {
    let plain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "%+-./:=@_,".unicodeScalars.contains(scalar)
    }
    return plain && !word.isEmpty
      ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}

/// One option of a command line with its value, or a value by itself.
struct OptionToken {
  /// Without its hyphens; `nil` of a value by itself.
  let name: String?
  /// `nil` of a flag.
  let value: String?
  /// As they were typed.
  let words: [String]

  /// Takes a command line apart that its verb has accepted.
  ///
  /// - Parameter flags: The options that take no value.
  static func all(of arguments: [String], flags: Set<String>) -> [OptionToken] {
    var tokens: [OptionToken] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        tokens += rest.map { OptionToken(name: nil, value: $0, words: [$0]) }
        break
      }
      guard word.hasPrefix("--") else {
        tokens.append(OptionToken(name: nil, value: word, words: [word]))
        continue
      }
      let name = String(word.dropFirst(2))
      if let sign = name.firstIndex(of: "=") {
        tokens.append(
          OptionToken(
            name: String(name[..<sign]), value: String(name[name.index(after: sign)...]),
            words: [word]))
      } else if flags.contains(name) {
        tokens.append(OptionToken(name: name, value: nil, words: [word]))
      } else {
        let value = rest.popFirst()
        tokens.append(
          OptionToken(name: name, value: value, words: [word] + [value].compactMap { $0 }))
      }
    }
    return tokens
  }
}
