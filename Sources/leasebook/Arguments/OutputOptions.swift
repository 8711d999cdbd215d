import ArgumentParser
import Reports

/// How a report is printed that no workbook holds.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "text, csv, json, jsonl or markdown. Default: text.", valueName: "format"),
    completion: .list(PrintedFormat.allCases.map(\.rawValue)), transform: PrintedFormat.read)
  var format: PrintedFormat = .text

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The unit of money in text: units, thousands, millions or billions. Default: what fits.",
      valueName: "unit"))
  var unit: AmountUnit?
}

/// A form in which a command prints what it found.
enum PrintedFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json
  /// JSON with an element a line, for long listings.
  case jsonl
  /// Text whose tables a page shows as tables.
  case markdown

  /// Reads a format of a verb that writes no workbook.
  ///
  /// - Throws: `ValidationError` that names the verbs that do.
  static func read(_ text: String) throws -> PrintedFormat {
    if let format = PrintedFormat(rawValue: text) { return format }
    let names = allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError(
      text == ListingFormat.workbookName
        ? "This answer is no table that a workbook holds; take one of \(names). "
          + "Workbooks are written by \(Leasebook.listingVerbs.joined(separator: ", "))."
        : "'\(text)' is no format; write one of \(names).")
  }
}
