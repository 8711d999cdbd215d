import Foundation
import TestSupport
import Testing

/// A process that records leases, bills them, takes money in and puts the rent right, in turn.
struct CrowdWriter: CrowdMember {
  enum Operation: Hashable {
    case record(deal: String)
    case bill(deal: String, month: Int)
    case receive(deal: String, reference: String)
    case correct(deal: String, entry: Int, rate: Int)
  }

  /// A write that the command said it had made.
  struct Acknowledged {
    let operation: Operation
    let head: StatedHead
  }

  private(set) var acknowledged: [Acknowledged] = []
  /// How often another writer held the ledger for longer than a writer waits.
  private(set) var waitsInVain = 0
  private let number: Int
  private let folder: ScratchFolder
  private var random: SplitMix64
  private var pending: Operation?
  /// The lease that is written to: a year of rent, its last version and the month billed last.
  private var lease: (deal: String, entry: Int, rate: Int, month: Int)?
  private var leases = 0
  private var payments = 0

  /// What a writer waits before it gives up.
  static let busySeconds = 5.0
  /// Of a new lease, in USD/kW-month; a correction adds one.
  static let firstRate = 100

  init(_ number: Int, in folder: ScratchFolder) {
    self.number = number
    self.folder = folder
    random = SplitMix64(seed: UInt64(number))
  }

  mutating func next(acknowledged: Int) throws -> [String] {
    let operation = pending ?? choose()
    pending = operation
    switch operation {
    case .record(let deal):
      try write(deal, rate: Self.firstRate)
      return ["record", "\(deal).yaml"]
    case .bill(let deal, let month):
      return ["bill", "--through", "2027-\(month < 10 ? "0" : "")\(month)-01", deal]
    case .receive(let deal, let reference):
      return ["receive", deal, "1,000", "--on", "2027-01-15", "--reference", reference]
    case .correct(let deal, let entry, let rate):
      try write(deal, rate: rate)
      return ["correct", deal, "\(deal).yaml", "--entry", "\(entry)", "--reason", "now \(rate)"]
    }
  }

  /// Of seven commands a new lease, three bills, two payments and a correction.
  private mutating func choose() -> Operation {
    let choice = Int.random(in: 0..<7, using: &random)
    guard let lease, choice > 0, lease.month < 12 else {
      leases += 1
      return .record(deal: "lease-\(number)-\(leases)")
    }
    switch choice {
    case 1...3: return .bill(deal: lease.deal, month: lease.month + 1)
    case 4...5:
      payments += 1
      return .receive(deal: lease.deal, reference: "wire-\(number)-\(payments)")
    default: return .correct(deal: lease.deal, entry: lease.entry, rate: lease.rate + 1)
    }
  }

  mutating func take(_ run: CommandRun, seconds: Double) throws -> Int? {
    guard run.status == 0, let operation = pending else {
      waitsInVain += 1
      #expect(CommandRun.codes(in: run.errors) == ["ledger.locked"], "\(run.output)\(run.errors)")
      #expect(seconds >= Self.busySeconds, "a writer waits before it gives up")
      return nil
    }
    let head = try #require(StatedHead(run.output), "\(run.output)")
    acknowledged.append(Acknowledged(operation: operation, head: head))
    pending = nil
    switch operation {
    case .record(let deal): lease = (deal, head.entries, Self.firstRate, 0)
    case .bill(_, let month): lease?.month = month
    case .receive: break
    case .correct(_, _, let rate):
      lease?.entry = head.entries
      lease?.rate = rate
    }
    return head.entries
  }

  /// A lease of a megawatt for 2027.
  private func write(_ deal: String, rate: Int) throws {
    try folder.write(
      """
      deal: \(deal)
      announced: 2026-11-16
      source: lease
      terms:
        landlord: maple-trust
        tenant: cedar-compute
        contract: {kind: lease, structure: triple-net}
        status: signed
        criticalIT: 1 MW
        term: 1 year
        rentCommencement: 2027-01-01
        rent: {rate: \(rate) USD/kW-month}
        billing: {timing: in advance}
      sources:
        lease: {kind: release, date: 2026-11-16, title: An invented lease}

      """, to: "\(deal).yaml")
  }
}
