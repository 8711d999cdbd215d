import Foundation
import Testing

/// Eight writers and eight readers at one ledger, for a minute.
///
/// `LEASEBOOK_CROWD_SECONDS` sets how long.
@Suite("Eight writers and eight readers at once", .serialized)
struct CrowdTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["LEASEBOOK_CROWD_SECONDS"].flatMap { Double($0) } ?? 60

  @Test("lose nothing and tear nothing")
  func crowd() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    // The landlord and the tenant of all leases.
    try folder.succeed("record", "samples/books/maple-court.yaml")
    var crowd = try Crowd(writers: 8, readers: 8, in: folder)
    try crowd.run(for: Self.seconds)
    try folder.succeed("verify")
    try folder.succeed("export", "out")
    let states = try RecordedStates(folder)
    checkWrites(crowd, states)
    checkAnswers(crowd, states)
    report(crowd, states)
  }

  /// Each acknowledged write is there once, and nothing else is.
  private func checkWrites(_ crowd: Crowd, _ states: RecordedStates) {
    let all = crowd.writers.flatMap(\.acknowledged)
    // The parties and their lease were recorded first, at once.
    #expect(states.boundaries.count == 1 + all.count)
    #expect(Set(all.map(\.head)).count == all.count, "no two writes have one place in the chain")
    for write in all {
      #expect(states.has(write.head), "\(write.operation) is in the chain")
      switch write.operation {
      case .record(let deal): #expect(states.count(ofDeal: deal) == 1)
      case .receive(_, let reference): #expect(states.references[reference] == 1)
      case .bill, .correct: break
      }
    }
  }

  /// Each answer is that of one state, no older than what was acknowledged before the question, nor
  /// than the same reader's answer before.
  private func checkAnswers(_ crowd: Crowd, _ states: RecordedStates) {
    var versions: [String: [(entry: Int, rate: Int)]] = [:]
    for write in crowd.writers.flatMap(\.acknowledged) {
      switch write.operation {
      case .record(let deal):
        versions[deal, default: []].append((write.head.entries, CrowdWriter.firstRate))
      case .correct(let deal, _, let rate):
        versions[deal, default: []].append((write.head.entries, rate))
      case .bill, .receive: break
      }
    }
    for reader in crowd.readers {
      var floor = 0
      for answer in reader.answers {
        let possible = states.states(of: answer.finding, versions: versions)
        #expect(!possible.isEmpty, "\(answer.verb) gave the answer of no state")
        let oldest = max(floor, answer.acknowledged)
        let state = possible.first { $0 >= oldest }
        #expect(state != nil, "\(answer.verb) forgot what was acknowledged by entry \(oldest)")
        floor = state ?? floor
      }
    }
  }

  private func report(_ crowd: Crowd, _ states: RecordedStates) {
    let answers = crowd.readers.flatMap(\.answers)
    let verbs = Dictionary(grouping: answers, by: \.verb).sorted { $0.key < $1.key }
      .map { "\($0.value.count) \($0.key)" }.joined(separator: ", ")
    let writes = crowd.writers.map(\.acknowledged.count)
    let waits = crowd.writers.reduce(0) { $0 + $1.waitsInVain }
    print(
      "eight writers and eight readers for \(Int(Self.seconds)) seconds: "
        + "\(writes.reduce(0, +)) writes acknowledged (\(writes.min() ?? 0) to "
        + "\(writes.max() ?? 0) a writer), \(states.count) entries, \(answers.count) answers "
        + "(\(verbs)), \(waits) waits beyond \(Int(CrowdWriter.busySeconds)) seconds")
    #expect(writes.allSatisfy { $0 > 0 } && verbs.isEmpty == false)
  }
}
