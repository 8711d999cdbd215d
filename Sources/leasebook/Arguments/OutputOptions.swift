import ArgumentParser
import Reports

/// How a listing is printed.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("text, csv, json, jsonl or markdown.", valueName: "format"))
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
}
