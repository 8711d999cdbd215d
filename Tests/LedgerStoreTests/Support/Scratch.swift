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

  /// The same with a series and a scenario recorded after it, as entries 6 and 7, with small books of
  /// every kind of document, and with a kept run; its path.
  func fullLedger(_ name: String = "test.db") throws -> String {
    let ledger = try Ledger.open(at: try recordedLedger(name), mode: .readWrite)
    _ = try ledger.record(
      [try Sample.series(), Sample.scenario()], recordedAt: .at("2026-02-12T09:00:00Z"),
      program: "test 1")
    // Invoices first: what they say comes first in the order of kinds too.
    for voucher in try Sample.vouchers() {
      _ = try ledger.record(
        [.voucher(voucher)], recordedAt: .at("2028-04-30T09:00:00Z"), program: "test 1")
    }
    _ = try Sample.keep(try Sample.question(of: ledger), in: ledger)
    try ledger.close()
    return path(name)
  }

  /// What `verify` finds in a full ledger that was changed behind its back, triggers and all put
  /// back afterwards.
  func faults(after sql: String) throws -> [LedgerFault] {
    let path = try fullLedger()
    let queue = try foreign(path)
    try queue.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: sql)
      for trigger in triggers { try database.execute(sql: trigger["sql"]) }
    }
    try queue.close()
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    return try ledger.verify().faults
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
