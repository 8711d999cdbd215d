import ArgumentParser

/// The manual page of the command or of a verb, from the same text as its help.
///
/// Source of the macros and the order of sections: mdoc(7).
struct ManualPage {
  /// Such as `leasebook-project`.
  let name: String
  private let help: CommandHelp
  private let usage: String
  /// The verbs; none of a verb.
  private let verbs: [CommandHelp]

  /// The section of commands that users run.
  static let section = 1

  /// The page of the command, then that of each verb that its help shows.
  static var all: [ManualPage] {
    let pages = Leasebook.verbs.map { ManualPage($0, usage: Leasebook.usageString(for: $0)) }
    return [
      ManualPage(Leasebook.self, usage: Leasebook.usageString(), verbs: pages.map(\.help))
    ] + pages
  }

  private init(_ command: any ParsableCommand.Type, usage: String, verbs: [CommandHelp] = []) {
    help = CommandHelp(of: command)
    self.usage = usage
    self.verbs = verbs
    name = Self.name(of: help.name)
  }

  private static func name(of verb: String) -> String {
    verb == "leasebook" ? verb : "leasebook-" + verb
  }

  var fileName: String { "\(name).\(Self.section)" }

  /// The whole page, ending in a line end.
  var text: String {
    var lines = [
      ".Dd \(Leasebook.releasedIn)", ".Dt \(name.uppercased()) \(Self.section)",
      ".Os \(Leasebook.program)", ".Sh NAME", ".Nm \(name)",
      ".Nd \(ManualText.literal(help.title))", ".Sh SYNOPSIS",
    ]
    lines += block(ManualText.command(usage))
    lines += [".Sh DESCRIPTION"] + description
    lines += list("ARGUMENTS", help.arguments.filter(\.isPositional).map(item))
    lines += list("OPTIONS", help.arguments.filter { !$0.isPositional }.map(item))
    lines += list("COMMANDS", verbs.map { item(of: $0) })
    lines += surroundings
    let examples = help.examples.flatMap { block(ManualText.command($0)) }
    lines += examples.isEmpty ? [] : [".Sh EXAMPLES"] + examples
    lines += [".Sh SEE ALSO"] + (verbs.isEmpty ? [".Xr leasebook 1"] : [".Xr sqlite3 1"])
    return lines.map { $0 + "\n" }.joined()
  }

  private var description: [String] {
    let paragraphs = help.paragraphs.map { paragraph in
      switch paragraph {
      case .text(let text): ManualText.lines(text)
      case .code(let lines): block(lines.map(ManualText.literal))
      }
    }
    let whole = paragraphs.isEmpty ? [ManualText.lines(help.abstract)] : paragraphs
    return whole.enumerated().flatMap { position, lines in
      position == 0 || lines.first?.hasPrefix(".") == true ? lines : [".Pp"] + lines
    }
  }

  private func block(_ lines: [String]) -> [String] {
    [".Bd -literal -offset indent"] + lines + [".Ed"]
  }

  private func list(_ heading: String, _ items: [[String]]) -> [String] {
    items.isEmpty
      ? [] : [".Sh \(heading)", ".Bl -tag -width Ds"] + items.flatMap { $0 } + [".El"]
  }

  private func item(_ argument: CommandHelp.Argument) -> [String] {
    let value = argument.valueName.map { " Ar " + ManualText.argument($0) } ?? ""
    let names = argument.spellings.map { "Fl " + ManualText.argument(String($0.dropFirst())) }
    let head = argument.isPositional ? "Ar" + value.dropFirst(3) : names.joined(separator: " , ")
    let isValued = !argument.isPositional && !argument.isFlag
    return [".It " + head + (isValued ? value : "")] + ManualText.lines(argument.sentences)
  }

  private func item(of verb: CommandHelp) -> [String] {
    [".It Xr \(Self.name(of: verb.name)) \(Self.section)"] + ManualText.lines(verb.abstract)
  }

  /// What holds for every verb stands in the page of the command.
  private var surroundings: [String] {
    guard !verbs.isEmpty else { return [] }
    let sections: [(String, [(String, String)])] = [
      ("ENVIRONMENT", Self.variables.map { (".It Ev \($0)", $1) }),
      ("FILES", Self.files.map { (".It Pa \(ManualText.argument($0))", $1) }),
      ("EXIT STATUS", Self.exitCodes.map { (".It \($0)", $1) }),
    ]
    return sections.flatMap { heading, items in
      list(heading, items.map { [$0] + ManualText.lines($1) })
    }
  }

  private static let variables = [
    ("LEASEBOOK_LEDGER", "The ledger, where --ledger names none."),
    ("LEASEBOOK_LANDLORD", "The landlord that listings and questions are narrowed to, or all."),
    ("LEASEBOOK_RATE", "The rate of present values, where --rate and --curve name none."),
    ("LEASEBOOK_UNIT", "The unit of money in text, where --in names none."),
    ("LEASEBOOK_CONFIG", "The file of settings; /dev/null for none."),
    ("LEASEBOOK_NOW", "The instant that entries are stamped with, such as 2026-11-21T09:30:00Z."),
    ("COLUMNS", "The width of text, where the terminal does not say."),
    ("NO_COLOR", "If set and not empty, text has no colour."),
  ]

  private static let files = [
    ("leasebook.db", "The ledger of this folder."),
    ("leasebook.config.yaml", "The settings of this folder; see `leasebook config`."),
    ("~/.config/leasebook/config.yaml", "The settings of the user."),
  ]

  private static let exitCodes = [
    ("0", "The answer was given."),
    ("1", "A check found faults; they are printed."),
    ("64", "The command line says nothing that can be done."),
    ("65", "A file or a question is wrong."),
    ("66", "A file, a ledger or a deal is not there."),
    ("74", "The ledger or a file could not be read or written."),
  ]
}
