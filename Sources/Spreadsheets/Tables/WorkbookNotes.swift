import FinanceBasics
import Reports

/// What a workbook says of itself: the question, the ledger, what it rests on, the conventions.
public struct WorkbookNotes: Hashable, Sendable {
  /// The verb with its options, as a shell takes them.
  public let question: String
  /// The program with its version.
  public let program: String
  /// The number and the hash of the last entry that the answer rests on; `nil` without a ledger.
  public let head: Head?
  /// What the figures follow, a sentence each, in the order of the report.
  public let conventions: [String]
  /// What was read, a row each.
  public let inputs: [Input]
  /// Where it was published, a row each.
  public let sources: [Source]

  /// The end of a ledger's chain.
  public struct Head: Hashable, Sendable {
    /// From 1.
    public let entry: Int
    /// SHA-256 in hexadecimal.
    public let hash: String

    /// Takes the parts as given.
    public init(entry: Int, hash: String) {
      self.entry = entry
      self.hash = hash
    }
  }

  /// One entry of the ledger, or one file, behind the figures.
  public struct Input: Hashable, Sendable {
    /// What it is, such as `deal`.
    public let kind: String
    /// What it is called.
    public let subject: String
    /// The entry that holds it; `nil` of a file.
    public let entry: Int?
    /// SHA-256 of the document in hexadecimal; `nil` where there is none.
    public let document: String?

    /// Takes the parts as given.
    public init(kind: String, subject: String, entry: Int?, document: String?) {
      self.kind = kind
      self.subject = subject
      self.entry = entry
      self.document = document
    }
  }

  /// One publication behind a deal's terms, or behind a series.
  public struct Source: Hashable, Sendable {
    /// The deal or the series that names it.
    public let subject: String
    /// Its name there.
    public let name: String
    /// Filing, release, press or aggregator.
    public let tier: String
    /// When it was published; empty where nobody says.
    public let date: String
    /// Its title, or where it is to be found.
    public let place: String

    /// Takes the parts as given.
    public init(subject: String, name: String, tier: String, date: String, place: String) {
      self.subject = subject
      self.name = name
      self.tier = tier
      self.date = date
      self.place = place
    }
  }

  /// Takes the parts as given.
  public init(
    question: String, program: String, head: Head?, conventions: [String], inputs: [Input] = [],
    sources: [Source] = []
  ) {
    self.question = question
    self.program = program
    self.head = head
    self.conventions = conventions
    self.inputs = inputs
    self.sources = sources
  }
}

extension WorkbookNotes {
  private static let labelWidth = 24.0
  private static let widths = [labelWidth, 34.0, 12.0, 14.0, 70.0]

  /// The notes as the last sheet of a workbook.
  var sheet: Worksheet {
    var rows: [[SheetCell]] = [[.text("Notes", .title)], []]
    rows.append([.text("Question", Self.label), .text(question)])
    rows.append([.text("Answered by", Self.label), .text(program)])
    if let head {
      rows.append([
        .text("Ledger", Self.label), .text("entry \(head.entry), head \(head.hash)"),
      ])
    }
    rows += section("Conventions", conventions)
    rows += section("How to read the sheets", Self.reading)
    if !inputs.isEmpty {
      rows += table(
        ["Rests on", "Subject", "Entry", "", "Document, SHA-256"],
        inputs.map { input in
          [
            .text(input.kind), .text(input.subject),
            input.entry.map { .number(Double($0), .count) } ?? .blank, .blank,
            .text(input.document ?? ""),
          ]
        })
    }
    if !sources.isEmpty {
      rows += table(
        ["Published on", "Source", "Tier", "Date", "Where"],
        sources.map { source in
          [
            .text(source.subject), .text(source.name), .text(source.tier), day(source.date),
            .text(source.place, CellStyle().with { $0.wraps = true }),
          ]
        })
    }
    return Worksheet(name: "Notes", rows: rows, columnWidths: Self.widths)
  }

  /// A day as a date; what is stated less exactly in words.
  private func day(_ stated: String) -> SheetCell {
    let style = CellStyle().with {
      $0.numberFormat = "yyyy-mm-dd"
      $0.alignment = .left
    }
    return CalendarDate(stated).map { .date($0, style) } ?? .text(stated)
  }

  private static let label = CellStyle().with { $0.isBold = true }

  private static let reading = [
    "Money is a number in currency units, exact to the cent; percentages are fractions shown with %.",
    "Days are dates, and an empty cell is unknown or does not apply: it is never zero.",
    "A sheet with keys as its headings holds the rows of --format csv, for pivot tables.",
  ]

  /// Sentences beside their heading, each in lines that fit the sheet.
  private func section(_ heading: String, _ sentences: [String]) -> [[SheetCell]] {
    let lines = sentences.flatMap { sentence in
      wrapped(plain(sentence, isASCII: false), to: Int(Self.widths.dropFirst().reduce(0, +)))
    }
    guard !lines.isEmpty else { return [] }
    return [[]]
      + lines.enumerated().map { place, line in
        [place == 0 ? .text(heading, Self.label) : .blank, .text(line)]
      }
  }

  private func table(_ headings: [String], _ rows: [[SheetCell]]) -> [[SheetCell]] {
    [[], headings.map { .text($0, .heading) }] + rows
  }
}
