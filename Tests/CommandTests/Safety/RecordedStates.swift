import Foundation
import Testing

/// Every state that a ledger ever had, by its last entry, told from an export of it.
struct RecordedStates {
  /// The last entry of each recording, in order: nothing was ever to be seen between two of them.
  let boundaries: [Int]
  private let heads: [Int: String]
  /// The first entry of each deal, in order.
  private let deals: [(entry: Int, deal: String)]
  /// The states by their trial balances.
  private let balances: [[String: [Int]]: [Int]]
  /// How often each reference of a payment is in the books.
  let references: [String: Int]

  /// - Parameter folder: Holds the folder `out` of an export.
  init(_ folder: ScratchFolder) throws {
    func table(_ name: String) throws -> [[String: String]] {
      try CSVTable(String(decoding: folder.bytes(of: "out/tables/\(name).csv"), as: UTF8.self)).rows
    }
    func number(_ row: [String: String], _ column: String) throws -> Int {
      try #require(row[column].flatMap { Int($0) }, "a number in \(column)")
    }
    let entries = try table("entry")
    var last: [Int: Int] = [:]
    var heads: [Int: String] = [:]
    for row in entries {
      let sequence = try number(row, "sequence")
      heads[sequence] = row["hash"]
      last[try number(row, "recording"), default: 0] = sequence
    }
    self.heads = heads
    boundaries = last.values.sorted()
    deals = try entries.filter { $0["kind"] == "deal" && $0["number"] == "1" }.map {
      (try number($0, "sequence"), $0["subject"] ?? "")
    }
    var references: [String: Int] = [:]
    for row in try table("voucher") { references[row["reference"] ?? "", default: 0] += 1 }
    self.references = references
    let postings = try table("posting").map { row in
      (try number(row, "entry"), row["account"] ?? "", try number(row, "amount"))
    }
    balances = Self.balances(postings.sorted { $0.0 < $1.0 }, at: boundaries)
  }

  private static func balances(
    _ postings: [(entry: Int, account: String, amount: Int)], at boundaries: [Int]
  ) -> [[String: [Int]]: [Int]] {
    var sums: [String: [Int]] = [:]
    var states: [[String: [Int]]: [Int]] = [:]
    var rest = postings[...]
    for boundary in boundaries {
      while let posting = rest.first, posting.entry <= boundary {
        var sum = sums[posting.account] ?? [0, 0]
        sum[posting.amount > 0 ? 0 : 1] += abs(posting.amount)
        sums[posting.account] = sum
        rest.removeFirst()
      }
      states[sums, default: []].append(boundary)
    }
    return states
  }

  /// How many entries there are.
  var count: Int { boundaries.last ?? 0 }

  /// How often a deal was recorded for the first time.
  func count(ofDeal deal: String) -> Int {
    deals.count { $0.deal == deal }
  }

  /// Whether a head is that of a state.
  func has(_ head: StatedHead) -> Bool {
    heads[head.entries] == head.hash && boundaries.contains(head.entries)
  }

  /// The states, in order, whose answer is the one that was found.
  ///
  /// - Parameter versions: The entries of each version of each lease, in order, with its rate.
  func states(
    of finding: CrowdReader.Finding, versions: [String: [(entry: Int, rate: Int)]]
  ) -> [Int] {
    switch finding {
    case .head(let head): return has(head) ? [head.entries] : []
    case .balances(let sums): return balances[sums] ?? []
    case .deals(let found):
      guard Set(deals.prefix(found.count).map(\.deal)) == found else { return [] }
      return states(
        from: deals.prefix(found.count).last?.entry, to: deals.dropFirst(found.count).first?.entry)
    case .rate(let deal, let rate):
      let all = versions[deal] ?? []
      guard let index = all.firstIndex(where: { $0.rate == rate }) else { return [] }
      return states(from: all[index].entry, to: all.dropFirst(index + 1).first?.entry)
    }
  }

  private func states(from first: Int?, to end: Int?) -> [Int] {
    boundaries.filter { $0 >= first ?? 0 && $0 < end ?? .max }
  }
}
