import ArgumentParser
import FinanceBasics

/// An option that nobody knows, told before whatever else is wrong with the line: what is missing
/// is often what was misspelt.
struct UnknownOption: Error {
  /// What was written, up to an equals sign.
  private let written: String
  /// As it would be written.
  private let nearest: String?
  private let verb: (any ParsableCommand.Type)?

  var problem: String {
    "Unknown option '\(written)'" + (nearest.map { ". Did you mean '\($0)'?" } ?? "")
  }

  /// As the parser tells a fault of the command line.
  var text: String {
    let usage = verb.map { Leasebook.usageString(for: $0) } ?? Leasebook.usageString()
    let lines = usage.split(separator: "\n").joined(separator: "\n       ")
    let help = (["leasebook"] + [verb?._commandName].compactMap { $0 }).joined(separator: " ")
    return """
      Error: \(problem)
      Usage: \(lines)
        See '\(help) --help' for more information.

      """
  }

  /// Parses a line.
  ///
  /// - Throws: `UnknownOption` where the line cannot be parsed and has one; else what parsing throws.
  static func toldFirst<Command>(
    in arguments: [String], _ parse: () throws -> Command
  ) throws -> Command {
    do {
      return try parse()
    } catch {
      guard Leasebook.exitCode(for: error) == .validationFailure,
        let unknown = UnknownOption(firstIn: arguments)
      else { throw error }
      throw unknown
    }
  }

  /// `nil` where every option is known.
  private init?(firstIn arguments: [String]) {
    let name = arguments.first
    verb = Leasebook.configuration.subcommands.first { $0._commandName == name }
    let declared = verb.map { DeclaredOption.every(of: $0) } ?? []
    let valued = Set(declared.filter { $0.kind == .option }.map { "--" + $0.name })
    let flags = declared.filter { $0.kind == .flag }.map { "--" + $0.name }
    let known = valued.union(flags + Self.ofEveryVerb)
    var rest = (verb == nil ? arguments : Array(arguments.dropFirst()))[...]
    var unknown: String?
    while unknown == nil, let word = rest.popFirst(), word != "--" {
      let option = String(word.prefix { $0 != "=" })
      if known.contains(option) {
        let isSplit = valued.contains(option) && option == word
        if isSplit, rest.first?.hasPrefix("--") == false { rest.removeFirst() }
      } else if Self.isOption(option) {
        unknown = option
      }
    }
    guard let unknown else { return nil }
    written = unknown
    let names = known.sorted() + (verb == nil ? Leasebook.everyVerb : [])
    nearest = Self.nearest(to: unknown, among: names)
  }

  /// The name most like it, or the only one that begins so; hyphens in front count for nothing.
  private static func nearest(to unknown: String, among names: [String]) -> String? {
    let bare = { (name: String) in String(name.drop { $0 == "-" }) }
    let longer = names.filter { bare($0).hasPrefix(bare(unknown)) }
    let found = nearestName(to: bare(unknown), among: names.map(bare))
    return names.first { bare($0) == found } ?? (longer.count == 1 ? longer[0] : nil)
  }

  private static let ofEveryVerb = ["--help", "--version", "-h", "--generate-completion-script"]

  /// Whether a word is written as an option: a number below zero is none, nor what shells ask.
  private static func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("---") && word.drop { $0 == "-" }.first?.isLetter == true
  }
}
