import ArgumentParser
import Foundation

/// An option of a verb as the command line declares it.
struct DeclaredOption: Hashable {
  enum Kind: String {
    /// Named by its place alone, such as a deal.
    case positional
    case option
    /// On or off.
    case flag
  }

  /// Without its hyphens; of a place what stands there.
  let name: String
  let kind: Kind
  /// Whether it may be given several times, in an order that matters.
  let isRepeating: Bool
  /// What holds where it is not given.
  let usual: String?

  /// Every option of a verb that its answer follows from, in the order of the help.
  ///
  /// Which ledger is asked, and how the answer is printed and kept, is not among them; what the
  /// ledger held by an entry is kept as the entry.
  static func all(of verb: any ParsableCommand.Type) -> [DeclaredOption] {
    every(of: verb).filter { !others.contains($0.name) }
  }

  /// Everything that a verb declares, in the order of the help.
  static func every(of verb: any ParsableCommand.Type) -> [DeclaredOption] {
    let help = try? JSONDecoder().decode(Help.self, from: Data(verb._dumpHelp().utf8))
    return (help?.command.arguments ?? []).compactMap { argument in
      guard let kind = Kind(rawValue: argument.kind),
        let name = argument.preferredName?.name ?? argument.valueName
      else { return nil }
      return DeclaredOption(
        name: name, kind: kind, isRepeating: argument.isRepeating, usual: argument.defaultValue)
    }
  }

  /// Options with a value that are no part of the question.
  static let othersWithValue: Set = ["as", "ledger", "format", "output", "in", "recorded-by"]
  /// Flags that are no part of the question.
  static let otherFlags: Set = ["keep", "live", "help", "version"]
  static let others = othersWithValue.union(otherFlags)

  /// What ArgumentParser tells of a command, as far as it is needed.
  private struct Help: Decodable {
    struct Command: Decodable {
      let arguments: [Argument]?
    }
    struct Argument: Decodable {
      let kind: String
      let isRepeating: Bool
      let preferredName: Name?
      let valueName: String?
      let defaultValue: String?
    }
    struct Name: Decodable {
      let name: String
    }
    let command: Command
  }
}
