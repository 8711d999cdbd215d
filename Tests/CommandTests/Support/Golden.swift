import Foundation
import Testing

/// Expected output as a file, rewritten only under `UPDATE_GOLDEN=1`.
enum Golden {
  static func expect(_ text: String, equals name: String) throws {
    let file = PackageFolder.goldens.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs; UPDATE_GOLDEN=1 rewrites it")
  }
}
