import Bookkeeping
import Foundation
import LedgerStore

/// The ledger of made-up books in the scratch folder: made once, and there for every later workload.
struct BooksLedger {
  /// The deals without any document.
  let dealsPath: String
  /// The same with all documents.
  let path: String
  let leases: [GeneratedLease]
  /// At least so many.
  let postingCount: Int

  static let program = "leasebook-bench"

  init(scale: Scale) {
    dealsPath = "\(scale.scratch)/books-deals.db"
    path = "\(scale.scratch)/books.db"
    let several = LeaseSet.severalHalls.leases(scale.bookDeals)
    leases = LeaseSet.oneHall.leases(scale.bookDeals).map {
      $0.number % 2 == 0 ? $0 : several[$0.number]
    }
    postingCount = scale.postings
  }

  static func now() throws -> Timestamp {
    guard let now = Timestamp("2026-11-21T09:00:00Z") else { throw CheckFailure("no such instant") }
    return now
  }

  func books() throws -> GeneratedBooks { try GeneratedBooks(leases, postings: postingCount) }

  /// Makes the ledger of deals anew.
  func makeDeals() throws {
    try Self.remove(dealsPath)
    let entries = try DealWorld.registers + leases.map { try $0.record() }
    let now = try Self.now()
    let ledger = try Ledger.create(at: dealsPath, now: now, program: Self.program)
    _ = try ledger.record(entries, recordedAt: now, program: Self.program)
    try ledger.close()
  }

  /// Posts all documents into a fresh copy of the ledger of deals.
  ///
  /// - Parameter recordings: The documents of each recording, which is durable before the next.
  /// - Returns: The head after the last, and the seconds from before the ledger was opened until it
  ///   was closed, by the clock and of the processor.
  func post(
    _ recordings: [[Voucher]]
  ) throws -> (head: ChainHead, seconds: Double, processor: Double) {
    try Self.copy(dealsPath, to: path)
    let now = try Self.now()
    let clock = ContinuousClock()
    let start = clock.now
    let used = ProcessorTime.ofThisProcess
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    for vouchers in recordings {
      _ = try ledger.record(
        vouchers.map { .voucher($0) }, recordedAt: now, program: Self.program)
    }
    let head = try ledger.head()
    try ledger.close()
    return (head, (clock.now - start).inSeconds, ProcessorTime.ofThisProcess - used)
  }

  /// The books of the ledger, which is made where it is not there yet.
  func made() throws -> GeneratedBooks {
    let books = try books()
    if !FileManager.default.fileExists(atPath: path) {
      try makeDeals()
      _ = try post([books.vouchers])
    }
    return books
  }

  static func copy(_ path: String, to target: String) throws {
    try remove(target)
    try FileManager.default.copyItem(atPath: path, toPath: target)
  }

  static func remove(_ path: String) throws {
    for file in ["", "-wal", "-shm"].map({ path + $0 })
    where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
  }
}
