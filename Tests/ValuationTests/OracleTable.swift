import FinanceBasics
import Foundation

/// The rows of a CSV oracle in Oracles/discounting, each a value by its column's name.
struct OracleTable {
  /// Reads a file without quotes; an absent file has no rows, which a test of counts notices.
  static func rows(_ name: String) -> [[String: String]] {
    guard
      let url = Bundle.module.url(
        forResource: name, withExtension: "csv", subdirectory: "Oracles/discounting"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Dictionary(zip(lines.first ?? [], line), uniquingKeysWith: { first, _ in first })
    }
  }

  /// `date:amount` pairs with semicolons between them.
  static func flows(_ text: String?) -> [DatedFlow] {
    (text ?? "").split(separator: ";").compactMap { pair in
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let amount = Double(parts[1]) else { return nil }
      return DatedFlow(date: day(String(parts[0])), amount: amount)
    }
  }

  static func number(_ text: String?) -> Double { text.flatMap(Double.init) ?? .nan }
}
