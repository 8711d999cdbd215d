import FinanceBasics
import LedgerStore
import Reports
import Spreadsheets

extension ListingOptions {
  /// Asks a ledger for a listing, and prints it or writes it where it is asked for; a workbook says
  /// on which entries, files and publications it rests.
  ///
  /// - Throws: As for one that is made without.
  func print(
    of ledger: LedgerOptions, _ asOf: AsOfOptions,
    _ ask: (LedgerView) throws -> any TabularReport
  ) throws {
    try checkDestination()
    guard format == .workbook else { return try print(try ask(LedgerView(ledger))) }
    let (report, notes) = try WorkbookAnswer(of: ledger, asOf).answered(ask)
    try write(report, notes: notes)
  }

  /// Makes a listing, and prints it or writes it where it is asked for; a workbook says what text
  /// says below it.
  ///
  /// - Parameter ledger: What the listing is of; `nil` where it asks no ledger.
  /// - Throws: `output.terminal` before anything is asked; what the listing meets; what writing
  ///   meets.
  func print(of ledger: LedgerOptions?, _ make: () throws -> any TabularReport) throws {
    try checkDestination()
    let report = try make()
    guard format == .workbook else { return try print(report) }
    let head = try ledger.map { try Ledger.reading($0.path) { try $0.head() } }
    try write(
      report,
      notes: WorkbookNotes(
        question: Leasebook.question, program: Leasebook.program,
        head: head.map { WorkbookNotes.Head(entry: $0.count, hash: $0.hash) },
        conventions: report.conventions))
  }

  /// Prints a listing, or writes it, as text.
  func print(_ report: any TabularReport) throws {
    guard case .printed(let format) = format else { return }
    let text = try format.text(in: unit, isFile: output != nil, lines: report.jsonLines) {
      report.rendered(as: $0, style: $1)
    }
    if let output {
      try FileReplacement(of: output).put(Array(text.utf8))
    } else {
      try StandardOutput.print(text)
    }
    try format.tellNotice()
    format.tell(omissions: report.omissions)
  }

  /// Writes a listing as a workbook, which has below it what is left out.
  func write(_ report: any TabularReport, notes: WorkbookNotes) throws {
    try write(try Workbook(report, title: notes.question, notes: notes))
  }

  /// Writes a workbook where it is asked for.
  func write(_ workbook: Workbook) throws {
    let bytes = try workbook.bytes()
    if let output {
      try FileReplacement(of: output).put(bytes)
    } else {
      try StandardOutput.write(bytes)
    }
    try EffectiveLine.tellNotice()
  }

  /// Refuses to send a workbook to a terminal.
  ///
  /// - Throws: `output.terminal`.
  func checkDestination() throws {
    guard format == .workbook, output == nil, Surroundings.isTerminal else { return }
    throw TerminalProblem()
  }
}

/// A workbook that would go to the terminal.
struct TerminalProblem: Diagnostic {
  var code: String { "output.terminal" }
  var problem: String { "a workbook is no text that a terminal can show" }
  var location: DiagnosticLocation { .unknown }
  var remedy: String { "add --output FILE, or send it to a file with >" }
  var kind: DiagnosticKind { .usage }
}

extension Leasebook {
  /// The verbs whose answers a workbook can hold, in the order of the help.
  static let listingVerbs = [
    "list", "rent-roll", "show", "history", "series", "project", "value", "compare", "balance",
    "register", "statement", "arrears", "deposits",
  ]

  /// What was asked, settings included, as a shell takes it: without where the answer goes and
  /// which file is asked.
  static var question: String {
    var words: [String] = []
    let line = try? EffectiveLine.current.get()
    var rest = (line?.arguments ?? Surroundings.arguments)[...]
    while let word = rest.popFirst() {
      if ["--format", "--output", "--ledger"].contains(word) {
        rest = rest.dropFirst()
      } else if !["--format=", "--output=", "--ledger="].contains(where: word.hasPrefix) {
        words.append(word)
      }
    }
    return (["leasebook"] + words.map(VerbQuestion.quoted)).joined(separator: " ")
  }
}
