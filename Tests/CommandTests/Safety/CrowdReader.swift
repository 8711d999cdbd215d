import Foundation
import TestSupport
import Testing

/// A process that asks for lists, terms, projections, balances, proofs and copies, in turn.
struct CrowdReader: CrowdMember {
  /// What an answer says of the state that it was taken from.
  enum Finding: Hashable {
    case deals(Set<String>)
    /// Debits and credits in cents by account.
    case balances([String: [Int]])
    case head(StatedHead)
    /// In USD/kW-month.
    case rate(deal: String, Int)
  }

  struct Answer {
    let verb: String
    let finding: Finding
    /// The last entry that a writer was told of before the question.
    let acknowledged: Int
  }

  private(set) var answers: [Answer] = []
  private let number: Int
  private let folder: ScratchFolder
  private var random: SplitMix64
  private var verb = ""
  private var deal = ""
  private var acknowledged = 0
  private var copies = 0

  private static let verbs = ["list", "show", "project", "balance", "verify", "backup"]

  init(_ number: Int, in folder: ScratchFolder) {
    self.number = number
    self.folder = folder
    random = SplitMix64(seed: 1_000 + UInt64(number))
  }

  mutating func next(acknowledged: Int) throws -> [String] {
    self.acknowledged = acknowledged
    verb = Self.verbs.randomElement(using: &random) ?? "list"
    // The first lease of a writer is there before the readers come.
    deal = "lease-\(Int.random(in: 1...8, using: &random))-1"
    switch verb {
    case "show": return ["show", deal, "--format", "csv"]
    case "project": return ["project", deal, "--by", "total", "--format", "csv"]
    case "verify": return ["verify", "--format", "json"]
    case "backup":
      copies += 1
      return ["backup", copy]
    default: return [verb, "--format", "csv"]
    }
  }

  private var copy: String { "copy-\(number)-\(copies).db" }

  mutating func take(_ run: CommandRun, seconds: Double) throws -> Int? {
    #expect(run.status == 0 && run.errors.isEmpty, "\(verb): \(run.output)\(run.errors)")
    guard run.status == 0 else { return nil }
    let finding = try finding(in: run)
    answers.append(Answer(verb: verb, finding: finding, acknowledged: acknowledged))
    return nil
  }

  private func finding(in run: CommandRun) throws -> Finding {
    switch verb {
    case "list": return .deals(Set(try run.table.column("deal")))
    case "balance": return .balances(try Self.balances(run.table))
    case "verify":
      let object = try run.object
      #expect(object["sound"] as? Bool == true, "\(run.output)")
      return .head(
        StatedHead(
          entries: try #require(object["entries"] as? Int),
          hash: try #require(object["head"] as? String)))
    case "backup":
      defer { try? FileManager.default.removeItem(at: folder.url.appending(path: copy)) }
      return .head(try #require(StatedHead(run.output), "\(run.output)"))
    case "show":
      let stated = run.output.firstMatch(of: /([0-9]+) USD\/kW-month/)
      return .rate(deal: deal, try #require(stated.flatMap { Int($0.1) }, "\(run.output)"))
    default:
      // A megawatt for twelve months: 12,000 USD of rent for each USD/kW-month.
      let cents = try run.table.cents { $0["charge"] ?? "" }["base-rent"] ?? 0
      #expect(cents > 0 && cents.isMultiple(of: 1_200_000), "\(run.output)")
      return .rate(deal: deal, cents / 1_200_000)
    }
  }

  /// The sums of a trial balance, which come to nothing together.
  private static func balances(_ table: CSVTable) throws -> [String: [Int]] {
    var sums: [String: [Int]] = [:]
    var total = 0
    for row in table.rows {
      let (debit, credit) = (try cents(row["debit"]), try cents(row["credit"]))
      #expect(try cents(row["balance"]) == debit - credit)
      total += debit - credit
      sums[row["account"] ?? ""] = [debit, credit]
    }
    #expect(total == 0, "the trial balance is nothing")
    return sums
  }

  private static func cents(_ text: String?) throws -> Int {
    try Cents.reading(try #require(text))
  }
}
