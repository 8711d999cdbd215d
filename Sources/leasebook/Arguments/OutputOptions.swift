import ArgumentParser
import Reports

/// How a listing is printed.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format: OutputFormat = .text

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The unit of money in text: units, thousands, millions or billions. Default: what fits.",
      valueName: "unit"))
  var unit: AmountUnit?
}
