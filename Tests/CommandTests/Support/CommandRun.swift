import Foundation
import Testing

/// What a run of the command left behind.
struct CommandRun: Sendable {
  /// `nil` where a signal ended it.
  let status: Int32?
  let signal: Int32?
  let outputBytes: Data
  let errorBytes: Data

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// The output as CSV.
  var table: CSVTable {
    get throws { try CSVTable(output) }
  }

  /// The output as a JSON array of objects.
  var objects: [[String: Any]] {
    get throws { try #require(try Self.json(outputBytes) as? [[String: Any]]) }
  }

  /// The output as one JSON object.
  var object: [String: Any] {
    get throws { try #require(try Self.json(outputBytes) as? [String: Any]) }
  }

  /// The codes of diagnostics in text, in order.
  static func codes(in text: String) -> [String] {
    text.matches(of: /error\[([a-z0-9.-]+)\]/).map { String($0.output.1) }
  }

  /// The objects of diagnostics in JSON.
  static func diagnostics(in data: Data) throws -> [[String: Any]] {
    try #require(try json(data) as? [[String: Any]])
  }

  private static func json(_ data: Data) throws -> Any {
    try JSONSerialization.jsonObject(with: data)
  }
}
