import ArgumentParser
import Reports

/// How a listing is printed, or written as a file.
struct ListingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("text, csv, json, jsonl, markdown or xlsx.", valueName: "format"))
  var format: ListingFormat = .printed(.text)

  @Option(
    help: ArgumentHelp(
      "Write it to this file, all at once, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "The unit of money in text: units, thousands, millions or billions. Default: what fits.",
      valueName: "unit"))
  var unit: AmountUnit?

  func validate() throws {
    guard output != "" else {
      throw ValidationError("--output takes the path of a file, and what was given is empty.")
    }
  }
}

/// A form in which a listing is printed, or a workbook.
enum ListingFormat: Hashable, ExpressibleByArgument {
  case printed(PrintedFormat)
  case workbook

  static let workbookName = "xlsx"

  init?(argument: String) {
    if argument == Self.workbookName {
      self = .workbook
    } else if let format = PrintedFormat(rawValue: argument) {
      self = .printed(format)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    PrintedFormat.allCases.map(\.rawValue) + [workbookName]
  }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  var defaultValueDescription: String {
    switch self {
    case .printed(let format): format.rawValue
    case .workbook: Self.workbookName
    }
  }
}
