import Testing

/// The verbs of the books: their help, their examples, and what they refuse.
@Suite("Verbs of the books")
struct BooksGoldenTests {
  static let verbs = [
    "bill", "charge", "credit", "receive", "refund", "write-off", "reverse", "true-up",
    "document", "balance", "register", "statement", "arrears", "deposits", "journal",
  ]

  @Test("help of each verb is the golden one", arguments: verbs)
  func help(_ verb: String) throws {
    let run = try SampleBook.ask(verb, "--help")
    try Golden.expect(run.output, equals: "help-\(verb).txt")
    #expect(run.lines.allSatisfy { $0.count <= 80 })
  }

  @Test("help of the command names every verb")
  func wholeHelp() throws {
    let run = try SampleBook.ask("--help")
    for verb in Self.verbs {
      #expect(run.lines.contains { $0.hasPrefix("  \(verb) ") }, "\(verb)")
    }
  }

  /// With half a year of River Bend billed, and a part of it paid.
  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "--through", "2027-12-31", "hut8-river-bend")
    try folder.succeed("receive", "hut8-river-bend", "1,000,000", "--on", "2027-07-05")
    try folder.succeed(
      "receive", "hut8-river-bend", "6,272,767.72", "--on", "2027-08-01", "--invoice",
      "hut-8-2027-0003")
    return folder
  }

  /// With River Bend billed and paid through August, 209,092.26 and twice 6,272,767.72, and a credit
  /// of 1,000,000.
  private static func folderWithCredit() throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "--through", "2027-08-01", "hut8-river-bend")
    try folder.succeed("receive", "hut8-river-bend", "13,754,627.70", "--on", "2027-08-01")
    return folder
  }

  @Test("each verb's examples run on billed samples as they are written", arguments: verbs)
  func examples(_ verb: String) throws {
    let help = try SampleBook.ask(verb, "--help").output
    let examples = help.matches(of: /Example: (leasebook [^\n]*(\n(?! *Example:)[^\n]+)*)/)
    #expect(!examples.isEmpty)
    for example in examples {
      let line = example.output.1.split(separator: "\n").joined(separator: " ")
      let folder = try verb == "refund" ? Self.folderWithCredit() : Self.folder()
      if verb == "true-up" {
        // The terms estimate nothing, and leave it to an invoice by hand.
        try folder.succeed(
          "charge", "hut8-river-bend", "1,200,000", "--on", "2027-12-31", "--as", "recovery",
          "--reason", "estimate of 2027")
      }
      let run = try ShellLine(line).run(in: folder)
      #expect(run.status == 0, "\(line): \(run.errors)")
      #expect(run.errors.isEmpty)
    }
  }

  static let refused: [(line: String, status: Int32, words: String)] = [
    ("bill", 64, "--through <date>"),
    ("bill --through 2027-02-30", 64, "2027-02-30"),
    ("bill --through 2027-12-31 hut8-river-bent", 66, "hut8-river-bend"),
    ("bill --through 2027-12-31 bitdeer-tydal", 65, "criticalIT"),
    ("receive hut8-river-bend 1000", 64, "--on <date>"),
    ("receive hut8-river-bend 10.005 --on 2027-07-01", 64, "whole cents"),
    ("receive hut8-river-bend 1e9 --on 2027-07-01", 64, "1e9"),
    ("receive hut8-river-bend 0 --on 2027-07-01", 65, "above zero"),
    ("receive hut8-river-bend 99999999999999999999 --on 2027-07-01", 64, "no amount"),
    ("receive hut8-river-bent 1000 --on 2027-07-01", 66, "hut8-river-bend"),
    ("receive hut8-river-bend 5 --on 2027-07-01 --invoice hut-8-2027-0099", 66, "0099"),
    ("receive hut8-river-bend 5 --on 2027-07-01 --invoice hut-8-2027-R0001", 65, "receipt"),
    ("write-off hut-8-2027-0004 9,000,000 --on 2028-01-01 --reason x", 65, "6272767.72 USD"),
    ("write-off hut-8-2027-0001 --on 2028-01-01 --reason x", 65, "nothing of hut-8-2027-0001"),
    ("reverse hut-8-2027-0001 --on 2028-01-01 --reason x", 65, "never undone"),
    ("reverse hut-8-2027-R0001 --on 2027-07-04 --reason x", 65, "2027-07-05 or a later day"),
    ("credit hut-8-2027-0004 5 --on 2027-12-01", 64, "--reason <text>"),
    ("credit hut-8-2027-0004 9,000,000 --on 2027-12-01 --reason x", 65, "6272767.72 USD"),
    ("credit hut-8-2027-0004 5 --line 3 --on 2027-12-01 --reason x", 65, "one line"),
    ("credit hut-8-2027-0004 5 --on 2027-01-01 --reason x", 65, "or a later day"),
    ("credit hut-8-2027-R0001 5 --on 2027-12-01 --reason x", 65, "receipt"),
    ("credit hut-8-2027-0099 5 --on 2027-12-01 --reason x", 66, "0099"),
    ("credit hut-8-2027-0004 5 --beyond --on 2027-12-01 --reason x", 64, "one --line"),
    ("charge hut8-river-bend 5 --on 2027-12-01 --reason x --as deposit", 65, "never charged"),
    ("charge hut8-river-bend 5 --on 2027-12-01 --reason x --as rent", 64, "rent"),
    ("charge hut8-river-bend 5 --on 2027-12-01 --reason x --hall attic", 65, "attic"),
    ("charge hut8-river-bend 5 --on 2027-12-01 --due 2027-11-01 --reason x", 65, "2027-12-01"),
    ("charge hut8-river-bend 0 --on 2027-12-01 --reason x", 65, "above zero"),
    ("document hut-8-2027-0099", 66, "0099"),
    ("deposits", 64, "--on <date>"),
    ("refund hut8-river-bend 1,000,000.00 --on 2027-08-01", 65, "no credit"),
    ("true-up hut8-river-bend 0 5 --on 2028-01-01", 64, "'0'"),
    ("true-up hut8-river-bend 2020 5 --on 2028-01-01", 65, "another year"),
    ("receive hut8-river-bend 5 --on 1899-12-31", 64, "1900-01-01 and 2300-12-31"),
    ("bill --through 2301-01-01", 64, "1900-01-01 and 2300-12-31"),
    ("register cash", 64, "Assets:Bank"),
    ("statement fluidstak", 66, "fluidstack"),
    ("arrears", 64, "--on <date>"),
    ("journal --to quickbooks", 64, "'hledger', 'ledger', 'beancount' or 'csv'"),
    ("balance --ledger missing.db", 66, "leasebook init"),
  ]

  @Test("a credit is paid back to its last cent and no further")
  func refunds() throws {
    let folder = try Self.folderWithCredit()
    let run = try folder.run("refund", "hut8-river-bend", "1,000,000.01", "--on", "2027-08-02")
    #expect(run.status == 65)
    #expect(run.errors.contains("fix: write 1000000.00 USD or less"))
    try folder.succeed("refund", "hut8-river-bend", "1,000,000.00", "--on", "2027-08-02")
  }

  @Test("what cannot be booked is refused with a way out, and changes nothing")
  func refusals() throws {
    let folder = try Self.folder()
    let ledger = try folder.bytes(of: "leasebook.db")
    for example in Self.refused {
      let run = try folder.run(example.line.split(separator: " ").map(String.init))
      #expect(run.status == example.status, "\(example.line): \(run.errors)")
      #expect(run.output.isEmpty && run.errors.contains(example.words), "\(run.errors)")
      #expect(try folder.bytes(of: "leasebook.db") == ledger, "\(example.line)")
    }
  }
}
