import CashFlowEngine
import Foundation
import LeaseModel
import LedgerStore

/// Deals into a fresh ledger, and out of it again.
struct LedgerWorkload {
  /// Every second one with several halls.
  private let generated: [GeneratedLease]
  /// The ledger is made again for each.
  private let repetitions: Int
  private let path: String

  private static let program = "leasebook-bench"
  /// One recording takes seconds, so that few of them tell enough.
  private static let maximumRepetitions = 3

  init(scale: Scale) {
    let several = LeaseSet.severalHalls.leases(scale.deals)
    generated = LeaseSet.oneHall.leases(scale.deals).map {
      $0.number % 2 == 0 ? $0 : several[$0.number]
    }
    repetitions = min(scale.repetitions, Self.maximumRepetitions)
    path = "\(scale.scratch)/bench.db"
  }

  /// All deals in one call, durable at its end.
  func recorded() throws -> Outcome {
    let entries = try DealWorld.registers + generated.map { try $0.record() }
    guard let now = Timestamp("2026-11-21T09:00:00Z") else { throw CheckFailure("no such instant") }
    let (head, times) = try timed(repetitions: repetitions, "the head of the ledger") {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
      let ledger = try Ledger.create(at: path, now: now, program: Self.program)
      let outcome = try ledger.record(entries, recordedAt: now, program: Self.program)
      try ledger.close()
      return outcome.head
    }
    try CheckFailure.expectEqual(head.count, entries.count, "recorded entries")
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let fields = generated.reduce(0) { $0 + $1.fields.count }
    let perDeal = "\(fields / generated.count) fields a deal"
    return Outcome(
      measurements: [
        Measurement(
          "record", "\(generated.count.grouped) deals into a fresh ledger, \(perDeal)",
          times, scale: 1, unit: "s"),
        Measurement(
          "record", "the same, by deal", times, scale: 1e6 / Double(generated.count),
          unit: "µs a deal"),
        Measurement("record", "the ledger's file", Double(size) / 1e6, unit: "MB"),
        Measurement("record", "peak memory, deals included", peakMegabytes(), unit: "MB"),
      ])
  }

  /// The ledger that `recorded()` left: read whole, then made into deals and checked.
  func loaded() throws -> Outcome {
    let (hash, loading) = try timed(repetitions: repetitions, "the head of the ledger") {
      try load().head.hash
    }
    let book = try load()
    let memory = peakMegabytes()
    let (_, rebuilding) = try timed(repetitions: repetitions, "the number of deals") {
      try rebuilt(book).count
    }
    let (isSound, verifying) = try timed(repetitions: 1, "soundness") {
      let ledger = try Ledger.open(at: path, mode: .readOnly)
      let report = try ledger.verify(head: hash)
      try ledger.close()
      return report.isSound
    }
    guard isSound else { throw CheckFailure("the ledger is not sound") }
    try check(rebuilt(book), in: book)
    let each = 1e6 / Double(generated.count)
    return Outcome(
      measurements: [
        Measurement("load", "open, read the whole book, close", loading, scale: 1, unit: "s"),
        Measurement("load", "the same, by deal", loading, scale: each, unit: "µs a deal"),
        Measurement("load", "peak memory with the book", memory, unit: "MB"),
        Measurement(
          "rebuild", "checked deals from their fields", rebuilding, scale: each,
          unit: "µs a deal"),
        Measurement(
          "verify", "the whole chain, every row and document", verifying, scale: each,
          unit: "µs a deal"),
      ])
  }

  private func load() throws -> Book {
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    let book = try ledger.snapshot()
    try ledger.close()
    return book
  }

  private func rebuilt(_ book: Book) throws -> [Deal] {
    try book.dealsInForce.map { try Deal(fields: $0.fields, sources: $0.sources) }
  }

  /// Checks that what came out projects to what went in.
  private func check(_ deals: [Deal], in book: Book) throws {
    try CheckFailure.expectEqual(deals.count, generated.count, "deals that were loaded")
    let byID = Dictionary(uniqueKeysWithValues: deals.map { ($0.id, $0) })
    for generated in generated {
      let id = generated.lease.id
      guard let lease = try byID[id]?.lease() else { throw CheckFailure("\(id) was not loaded") }
      let total = try project(lease).contractValue
      try CheckFailure.expectEqual(
        total, project(generated.lease).contractValue, "contract value of \(id)")
      try CheckFailure.expectEqual(
        book.deal(id)?.inForce?.derived?.totalContractValue, total, "derived value of \(id)")
    }
  }
}
