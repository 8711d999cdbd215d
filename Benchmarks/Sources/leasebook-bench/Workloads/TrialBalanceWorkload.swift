import Bookkeeping
import Foundation

/// The trial balance of a million postings from a cold start, beside ledger, hledger and beancount.
///
/// Each reads the journal that `leasebook journal` writes of the same ledger, and each sum is compared
/// with that of the postings as they were made. A program that is not there is left out.
struct TrialBalanceWorkload {
  private let program: String
  private let ledger: BooksLedger
  private let scratch: String
  private let repetitions: Int

  /// Source: issue 5, "Speed": so many times faster than the program.
  private static let aims = ["ledger": 5.0, "hledger": 25.0]
  /// The other programs take seconds, so that one run tells enough.
  private static let peerRepetitions = 1

  init(program: String, scale: Scale) {
    self.program = program
    ledger = BooksLedger(scale: scale)
    scratch = scale.scratch
    repetitions = scale.repetitions
  }

  func balanced() throws -> Outcome {
    let expected = try ledger.made().sums
    var measurements: [Measurement] = []
    let ours = try times(repetitions) {
      try ourSums(["balance"])
    } expecting: {
      expected
    }
    let byDeal = try times(repetitions) {
      try ourSums(["balance", "--by-deal"])
    } expecting: {
      expected
    }
    var fastest: [Double] = []
    for peer in JournalPeer.all where peer.isThere {
      let journal = "\(scratch)/journal.\(peer.journalFormat)"
      let writing = try write(peer.journalFormat, to: journal)
      let theirs = try times(Self.peerRepetitions) {
        try peer.sums(of: journal, scratch: scratch)
      } expecting: {
        expected
      }
      measurements += [
        Measurement(
          "journal --to \(peer.journalFormat)", "all postings, a whole process", writing, unit: "s"),
        Measurement(peer.name, "the trial balance of that journal", theirs, scale: 1, unit: "s"),
        Measurement(
          "\(peer.name) ÷ balance", "how many times faster", theirs.median / ours.median,
          unit: "times"),
        Measurement(
          "\(peer.name) ÷ balance --by-deal", "how many times faster",
          theirs.median / byDeal.median, unit: "times"),
      ]
      if let aim = Self.aims[peer.name] { fastest.append(theirs.median / aim) }
    }
    let aim = fastest.min()
    let what = "of \(ledger.postingCount.grouped) postings, a whole process"
    return Outcome(
      measurements: [
        Measurement("balance", what, ours, scale: 1, unit: "s", aim: aim),
        Measurement("balance --by-deal", what, byDeal, scale: 1, unit: "s", aim: aim),
      ] + measurements)
  }

  private func times(
    _ repetitions: Int, _ run: () throws -> (sums: [String: Int], seconds: Double),
    expecting expected: () -> [String: Int]
  ) throws -> Times {
    var seconds: [Double] = []
    for _ in 0..<max(1, repetitions) {
      let (sums, time) = try run()
      try CheckFailure.expectEqual(sums, expected(), "the trial balance")
      seconds.append(time)
    }
    return Times(seconds)
  }

  /// By account, in cents.
  private func ourSums(_ words: [String]) throws -> (sums: [String: Int], seconds: Double) {
    let child = try ChildProcess(
      program, words + ["--ledger", ledger.path, "--format", "csv"],
      outputPath: "\(scratch)/printed.txt")
    let lines = child.output.split(separator: "\n").dropFirst()
    var sums: [String: Int] = [:]
    for cells in lines.map({ $0.split(separator: ",", omittingEmptySubsequences: false) })
    where cells.count == 6 && !cells[1].isEmpty {
      sums[String(cells[1]), default: 0] += JournalPeer.cents(cells[5])
    }
    return (sums, child.seconds)
  }

  /// The seconds that it takes to write the journal.
  private func write(_ format: String, to path: String) throws -> Double {
    try ChildProcess(
      program, ["journal", "--to", format, "--ledger", ledger.path], outputPath: path
    ).seconds
  }
}

extension GeneratedBooks {
  /// What stands in each account of the chart, in cents.
  fileprivate var sums: [String: Int] {
    var sums: [String: Int] = [:]
    for posting in recordings.joined().flatMap(\.postings) {
      sums[posting.account.rawValue, default: 0] += Int(posting.minorUnits)
    }
    return sums
  }
}
