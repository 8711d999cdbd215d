/// A piece of a report that stands by itself: a table in text, a sheet in a workbook.
public struct ReportPart: Hashable, Sendable {
  /// What a part is made of.
  public enum Content: Hashable, Sendable {
    case table(Table)
    case properties(PropertyReport)
  }

  /// What a workbook calls its sheet.
  public let name: String
  /// Its rows.
  public let content: Content
  /// Whether people see it, or programs, or both.
  public let audience: Audience

  /// A table.
  public init(_ name: String, _ table: Table, for audience: Audience = .all) {
    self.name = name
    content = .table(table)
    self.audience = audience
  }

  /// What is known of one thing.
  public init(_ name: String, _ properties: PropertyReport, for audience: Audience = .all) {
    self.name = name
    content = .properties(properties)
    self.audience = audience
  }
}

extension ReportPart {
  /// Conventions, dates and counts, one line each.
  var footnotes: [String] {
    switch content {
    case .table(let table): table.footnotes
    case .properties(let properties): properties.footnotes
    }
  }
}

/// A report that is made of tables, so that a workbook can hold it, a sheet a table.
public protocol TabularReport: Sendable {
  /// The report in any format; the style matters for text alone.
  func rendered(as format: OutputFormat, style: TextStyle) -> String

  /// What text shows, in its order, and after that what CSV holds.
  var parts: [ReportPart] { get }

  /// What a workbook has room for beside that, for people; none unless a report says otherwise.
  var furtherParts: [ReportPart] { get throws }

  /// What the figures follow and rest on, a sentence each, as text prints them below.
  var conventions: [String] { get }

  /// What was asked for and is not in the answer, a sentence each; text has it among its conventions,
  /// and programs are told it beside the answer. None unless a report says otherwise.
  var omissions: [String] { get }

  /// The report as JSON Lines: a line for each row of CSV, or the object that JSON has of it.
  var jsonLines: String { get }
}

extension TabularReport {
  /// Nothing beside what text shows and CSV holds.
  public var furtherParts: [ReportPart] { [] }

  /// Everything that was asked for is there.
  public var omissions: [String] { [] }

  /// The elements or rows of JSON, a line each.
  public var jsonLines: String { Reports.jsonLines(rendered(as: .json, style: TextStyle())) }

  /// The footnotes of what people see, each once.
  public var conventions: [String] {
    var seen: [String] = []
    for part in parts where part.audience.includesPeople {
      for note in part.footnotes where !seen.contains(note) { seen.append(note) }
    }
    return seen
  }

  /// What people read, then what programs do; JSON is that of the latter.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: renderJSON(parts)
    }
  }
}

/// The parts for people, one below the other.
func renderText(_ parts: [ReportPart], style: TextStyle) -> String {
  parts.filter(\.audience.includesPeople).map { part in
    switch part.content {
    case .table(let table): renderText(table, style: style)
    case .properties(let properties): renderText(properties, style: style)
    }
  }.joined(separator: "\n")
}

/// The rows that programs get as JSON; an empty array where there are none.
func renderJSON(_ parts: [ReportPart]) -> String {
  switch parts.last(where: { $0.audience.includesPrograms })?.content {
  case .table(let table): renderJSON(table)
  case .properties(let properties): renderJSON(properties)
  case nil: "[]\n"
  }
}

/// The rows that programs get; nothing where there are none.
func renderCSV(_ parts: [ReportPart]) -> String {
  switch parts.last(where: { $0.audience.includesPrograms })?.content {
  case .table(let table): renderCSV(table)
  case .properties(let properties): renderCSV(properties)
  case nil: ""
  }
}
