import Foundation
import GRDB
import LeaseModel
import TestSupport
import Testing

@testable import LedgerStore

/// Single bits of a ledger's file turned over, by seed; with `LEASEBOOK_FLIPS=all` a bit of every byte.
@Suite("A flipped byte")
struct FlippedByteTests {
  /// The file of a ledger with every kind of entry, made once.
  static let file: Data? = {
    guard let scratch = try? Scratch(), let path = try? scratch.fullLedger() else { return nil }
    return try? Data(contentsOf: URL(filePath: path))
  }()

  /// What the ledger answers: every row of every table, then what its own readings make of them.
  private static func answers(_ path: String) throws -> [String] {
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    defer { try? ledger.close() }
    let rows = try ledger.connection.read { database in
      try ImmutabilityTests.tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }
      }
    }
    let early = AsOf(knownOn: .on("2026-01-31"), recordedBy: .sequence(5))
    return rows + [
      "\(try ledger.snapshot())", "\(try ledger.snapshot(early))",
      "\(try ledger.history(of: DealID("hut8-river-bend")))", "\(try ledger.partyHistory())",
      "\(try ledger.siteHistory())", "\(try ledger.seriesHistory())",
      "\(try ledger.vouchers())", "\(try ledger.dealBalances())", "\(try ledger.head())",
    ]
  }

  private static let whole: [String]? = {
    guard let file, let scratch = try? Scratch() else { return nil }
    let path = scratch.path("whole.db")
    guard (try? file.write(to: URL(filePath: path))) != nil else { return nil }
    return try? answers(path)
  }()

  /// How many bytes one test flips, each in a file of its own.
  private static let flipsATest = 10

  /// The bytes that a test flips.
  private static func places(_ seed: UInt64, in file: Data) -> [(offset: Int, bit: UInt8)] {
    if ProcessInfo.processInfo.environment["LEASEBOOK_FLIPS"] == "all" {
      return stride(from: Int(seed), to: file.count, by: seeds.count).map { offset in
        (offset, UInt8(1 << (offset % 8)))
      }
    }
    var random = SplitMix64(seed: seed)
    return (0..<flipsATest).map { _ in
      (Int(random.next() % UInt64(file.count)), UInt8(1 << (random.next() % 8)))
    }
  }

  private static let seeds = 0..<40 as Range<UInt64>

  @Test("anywhere in the file is found or refused, or changes no answer", arguments: seeds)
  func found(_ seed: UInt64) throws {
    let file = try #require(Self.file)
    let whole = try #require(Self.whole)
    let scratch = try Scratch()
    let path = scratch.path("flipped.db")
    for (offset, bit) in Self.places(seed, in: file) {
      var bytes = file
      bytes[offset] ^= bit
      try bytes.write(to: URL(filePath: path))
      do {
        let ledger = try Ledger.open(at: path, mode: .readOnly)
        let isSound = try ledger.verify().isSound
        try ledger.close()
        if isSound {
          #expect(try Self.answers(path) == whole, "byte \(offset), bit \(bit)")
        } else {
          // What was found may also be asked, and answered or refused in words.
          _ = try Ledger.open(at: path, mode: .readOnly).snapshot()
        }
      } catch is LedgerProblem {
        // Told in words; nothing was answered.
      }
      for name in scratch.files { try? FileManager.default.removeItem(atPath: scratch.path(name)) }
    }
  }
}
