import FinanceBasics
import Foundation
import GRDB
import LeaseModel

@testable import LedgerStore

/// A folder of a test, removed with it.
final class Scratch {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/ledger-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// A new ledger, open for writing.
  func ledger(_ name: String = "test.db") throws -> Ledger {
    try Ledger.create(at: path(name), now: .at("2026-01-01T09:00:00Z"), program: "test 1")
  }

  /// A ledger with two parties, a site and River Bend, closed; its path.
  func recordedLedger(_ name: String = "test.db") throws -> String {
    let ledger = try ledger(name)
    _ = try ledger.record(
      Sample.riverBendBatch, recordedAt: .at("2026-01-02T09:00:00Z"), program: "test 1")
    try ledger.close()
    return path(name)
  }

  /// A connection as any other program would open one, without our settings.
  func foreign(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}

extension Timestamp {
  static func at(_ text: String) -> Timestamp {
    guard let instant = Timestamp(text) else { preconditionFailure("\(text) is no instant") }
    return instant
  }
}

extension CalendarDate {
  static func on(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return date
  }
}
