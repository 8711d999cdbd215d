import FinanceBasics
import Foundation

/// The rows of a vector file of this target, each a value by its column's name.
struct VectorTable {
  let rows: [[String: String]]

  /// Reads a CSV file without quotes; an absent file has no rows, which a test of counts notices.
  init(_ name: String, in folder: String) {
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "csv", subdirectory: folder),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else {
      rows = []
      return
    }
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = lines.first ?? []
    rows = lines.dropFirst().map { line in
      Dictionary(zip(header, line), uniquingKeysWith: { first, _ in first })
    }
  }
}

/// A day that the vectors are known to hold, from ISO 8601.
func vectorDay(_ text: String?) -> CalendarDate {
  guard let date = text.flatMap(CalendarDate.init) else {
    preconditionFailure("no such day: \(text ?? "none")")
  }
  return date
}
