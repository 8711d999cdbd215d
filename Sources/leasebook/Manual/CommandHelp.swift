import ArgumentParser
import Foundation

/// What the help of a command says, taken apart.
struct CommandHelp {
  let name: String
  let abstract: String
  let arguments: [Argument]
  /// The discussion without its examples.
  let paragraphs: [Paragraph]
  /// Commands as they are typed.
  let examples: [String]

  enum Paragraph: Equatable {
    case text(String)
    /// Lines that stand indented in the help.
    case code([String])
  }

  init(of command: any ParsableCommand.Type) {
    let dump = try? JSONDecoder().decode(Dump.self, from: Data(command._dumpHelp().utf8))
    name = dump?.command.commandName ?? ""
    abstract = command.configuration.abstract
    arguments = (dump?.command.arguments ?? []).filter { $0.shouldDisplay ?? true }
    var paragraphs: [Paragraph] = []
    var examples: [String] = []
    for line in command.configuration.discussion.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix(Self.exampleMark) {
        examples.append(String(line.dropFirst(Self.exampleMark.count)))
      } else if line.hasPrefix("  ") {
        let code = String(line.dropFirst(2))
        if case .code(let lines)? = paragraphs.last {
          paragraphs[paragraphs.count - 1] = .code(lines + [code])
        } else {
          paragraphs.append(.code([code]))
        }
      } else if !line.isEmpty {
        paragraphs.append(.text(String(line)))
      }
    }
    self.paragraphs = paragraphs
    self.examples = examples
  }

  private static let exampleMark = "Example: "

  /// The abstract as the title of a page: no capital, no point.
  var title: String {
    let isName = abstract.prefix { $0.isLetter }.dropFirst().contains { $0.isUppercase }
    let first = isName ? String(abstract.prefix(1)) : abstract.prefix(1).lowercased()
    return first + abstract.dropFirst().prefix(abstract.count - (abstract.hasSuffix(".") ? 2 : 1))
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    let kind: String
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let shouldDisplay: Bool?
    let names: [Name]?

    var isPositional: Bool { kind == "positional" }
    var isFlag: Bool { kind == "flag" }

    /// With their hyphens, the short one first.
    var spellings: [String] {
      (names ?? []).map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
        .sorted { $0.count < $1.count }
    }

    /// What it means, what it may be, and what it is where it is not given.
    var sentences: String {
      let isNamed = allValues.map { values in values.allSatisfy { abstract?.contains($0) == true } }
      let values =
        isNamed == false ? "One of " + (allValues ?? []).joined(separator: ", ") + "." : nil
      let usual = isFlag ? nil : defaultValue.map { "The default is \($0)." }
      return [abstract, values, usual].compactMap { $0 }.joined(separator: " ")
    }
  }

  /// What ArgumentParser tells of a command, as far as it is needed.
  private struct Dump: Decodable {
    struct Command: Decodable {
      let commandName: String
      let arguments: [Argument]?
    }

    let command: Command
  }
}
