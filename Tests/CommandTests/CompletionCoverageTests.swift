import Foundation
import Testing

/// Every value that a command line takes, by the help that the command tells of itself.
@Suite("Completion of every value")
struct CompletionCoverageTests {
  /// An argument or an option with a value, as `--experimental-dump-help` tells it.
  struct Value: Sendable, CustomTestStringConvertible {
    let verb: String
    /// As the script of a shell asks for it: `--landlord` or `positional@0`.
    let name: String
    /// What the help calls the value.
    let valueName: String
    /// `list`, `file`, `directory` or `custom`; `nil` where nothing is offered.
    let completion: String?
    /// What a list offers.
    let choices: [String]
    let isEnumeration: Bool

    var testDescription: String { "\(verb) \(name) <\(valueName)>" }
  }

  /// Of every verb but `help`, which is of the parser and completed by the scripts.
  static let values: [Value] = (try? dumped()) ?? []

  private static func dumped() throws -> [Value] {
    let dump = try ScratchFolder().succeed("--experimental-dump-help").object
    let command = try #require(dump["command"] as? [String: Any])
    let verbs = try #require(command["subcommands"] as? [[String: Any]])
    return try verbs.flatMap { verb -> [Value] in
      let name = try #require(verb["commandName"] as? String)
      guard name != "help" else { return [] }
      var place = 0
      return try (verb["arguments"] as? [[String: Any]] ?? []).compactMap { argument in
        let kind = try #require(argument["kind"] as? String)
        guard kind != "flag" else { return nil }
        let option = (argument["preferredName"] as? [String: Any])?["name"] as? String
        defer { place += option == nil ? 1 : 0 }
        let completion = argument["completionKind"] as? [String: Any]
        let list = completion?["list"] as? [String: Any]
        return Value(
          verb: name, name: option.map { "--" + $0 } ?? "positional@\(place)",
          valueName: try #require(argument["valueName"] as? String),
          completion: completion?.keys.first ?? argument["completionKind"] as? String,
          choices: list?["values"] as? [String] ?? [],
          isEnumeration: argument["allValues"] != nil)
      }
    }
  }

  /// Values that nobody can know before they are written: numbers, days, amounts, sentences.
  private static let open: Set = [
    "date", "dates", "month", "year", "years", "time", "number", "levels", "percent", "rate",
    "spread", "money", "amount", "sum", "actual", "MW", "MM-DD", "count x years", "text", "why",
    "hash", "changes", "from..to", "value",
  ]

  /// Names that are given here for the first time, so that none is known.
  private static let new: Set = [
    "new positional@0", "reconcile --id", "reconcile --source", "withdraw --source",
    "project --as", "value --as", "compare --as",
  ]

  @Test("there is something to test: every verb with all that it takes")
  func dump() throws {
    #expect(Self.values.count > 250)
    #expect(Set(Self.values.map(\.verb)).count == 41, "38 verbs of the help, and 3 besides")
  }

  @Test("names, files and choices are offered, whatever is new included", arguments: values)
  func coverage(_ value: Value) {
    let isFree =
      Self.open.contains(value.valueName) && !value.isEnumeration
      || Self.new.contains("\(value.verb) \(value.name)")
    if !isFree { #expect(value.completion != nil, "nothing is offered") }
    // In fish a list is divided at its spaces.
    #expect(value.choices.allSatisfy { !$0.contains(" ") })
  }

  /// The samples with documents and a run in the books.
  private static let book = Result {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "--through", "2027-08-31", "hut8-river-bend")
    let question = ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"]
    let kept = try folder.run(question + ["--keep"])
    try #require(kept.status == 0)
    try folder.succeed("record", "samples/scenarios")
    return folder
  }

  @Test(
    "what the ledger or the format knows is offered, each time something that begins as written",
    arguments: values.filter { $0.completion == "custom" })
  func offers(_ value: Value) throws {
    let folder = try Self.book.get()
    // Of two runs the second is asked for behind the flag, as `diff` takes them.
    let isOtherRun = value.verb == "diff" && value.name == "positional@1"
    let words = ["leasebook", value.verb] + (isOtherRun ? ["--runs", "value-1"] : []) + [""]
    let request = ["---completion", value.verb, "--", value.name, "\(words.count - 1)"]
    let all = try folder.run(request + ["0"] + words).lines
    #expect(!all.isEmpty)
    let first = try #require(all.first)
    let start = String(first.prefix(2))
    let narrow = try folder.run(request + ["2"] + words.dropLast() + [start]).lines
    #expect(narrow.contains(first))
    #expect(narrow.allSatisfy { $0.hasPrefix(start) })
  }
}
