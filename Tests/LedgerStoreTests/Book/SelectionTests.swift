import FinanceBasics
import LeaseModel
import Testing

@testable import LedgerStore

/// One deal, recorded in this order:
///
///     entry 5  original    effective 2025-01-10  known 2025-01-10  value 1
///     entry 6  amendment   effective 2026-07-01  known 2026-03-01  value 2
///     entry 7  amendment   effective 2025-06-01  known 2025-05-01  value 3   (a late entry)
///     entry 8  correction  effective 2026-08-01  known 2026-03-01  value 4   of entry 6
///     entry 9  withdrawal  effective 2027-01-01  known 2026-12-01
@Suite("Versions by their three dates")
struct SelectionTests {
  static let deal = DealID("hut8-river-bend")

  private func ledger(_ scratch: Scratch) throws -> Ledger {
    let ledger = try scratch.ledger()
    func record(_ entries: [NewEntry], on day: String) throws {
      _ = try ledger.record(entries, recordedAt: .at("\(day)T12:00:00Z"), program: "test 1")
    }
    let parties = Array(Sample.riverBendBatch.dropFirst())
    let first = Sample.version(effective: "2025-01-10", known: "2025-01-10", value: 1)
    try record(parties + [.deal(first)], on: "2026-01-01")
    try record(
      [
        .deal(
          Sample.version(
            change: .amendment, effective: "2026-07-01", known: "2026-03-01", value: 2))
      ], on: "2026-03-02")
    try record(
      [
        .deal(
          Sample.version(
            change: .amendment, effective: "2025-06-01", known: "2025-05-01", value: 3))
      ], on: "2026-04-01")
    try record(
      [
        .deal(
          Sample.version(
            change: .correction(of: 6), effective: "2026-08-01", known: "2026-03-01", value: 4))
      ], on: "2026-05-01")
    let end = VersionRecord.withdrawal(
      of: Self.deal, effective: .on("2027-01-01"), known: .on("2026-12-01"), reason: "cancelled")
    try record([.deal(end)], on: "2026-12-02")
    return ledger
  }

  struct Question: CustomTestStringConvertible, Sendable {
    var known: String?
    var effective: String?
    var recorded: AsOf.RecordedBy?
    /// The entry that answers; `nil` for none.
    let answer: Int?
    let why: String
    var testDescription: String { why }
  }

  static let questions = [
    Question(answer: nil, why: "withdrawn at the end"),
    Question(known: "2026-11-30", answer: 8, why: "before the withdrawal was known"),
    Question(known: "2026-02-28", answer: 7, why: "known then, though recorded later"),
    Question(known: "2025-04-30", answer: 5, why: "only the original was known"),
    Question(known: "2025-01-09", answer: nil, why: "nothing was known"),
    Question(
      known: "2026-02-28", recorded: .sequence(6), answer: 5,
      why: "what was answered before the late entry is answered again"),
    Question(recorded: .sequence(6), answer: 6, why: "before it was corrected"),
    Question(recorded: .sequence(5), answer: 5, why: "the first recording"),
    Question(recorded: .sequence(4), answer: nil, why: "before the deal was recorded"),
    Question(
      recorded: .instant(.at("2026-03-02T12:00:00Z")), answer: 6, why: "an instant, included"),
    Question(
      recorded: .instant(.at("2026-03-02T11:59:59Z")), answer: 5, why: "a second before"),
    Question(
      recorded: .instant(.end(of: .on("2026-04-01"))), answer: 6, why: "the end of a day"),
    Question(effective: "2025-01-09", answer: nil, why: "before the first takes effect"),
    Question(effective: "2025-01-10", answer: 5, why: "on the effective date"),
    Question(effective: "2025-05-31", answer: 5, why: "the day before the next"),
    Question(effective: "2025-06-01", answer: 7, why: "the late entry, from its own date"),
    Question(effective: "2026-07-15", answer: 7, why: "the corrected entry is passed over"),
    Question(
      effective: "2026-07-15", recorded: .sequence(7), answer: 6,
      why: "the corrected entry, as it was answered then"),
    Question(effective: "2026-08-01", answer: 8, why: "the correction, from its own date"),
    Question(effective: "2026-12-31", answer: 8, why: "the last day"),
    Question(effective: "2027-01-01", answer: nil, why: "withdrawn"),
    Question(
      known: "2025-12-31", effective: "2026-12-31", answer: 7,
      why: "the future as it was known at the end of 2025"),
  ]

  @Test("answer every question as of known, effective and recorded", arguments: questions)
  func answers(_ question: Question) throws {
    let ledger = try ledger(try Scratch())
    let book = try ledger.snapshot(
      AsOf(
        knownOn: question.known.map { .on($0) }, effectiveOn: question.effective.map { .on($0) },
        recordedBy: question.recorded))
    #expect(book.deal(Self.deal)?.inForce?.entry == question.answer)
    let alone = try ledger.snapshot(book.asOf, of: [Self.deal])
    #expect(alone.deal(Self.deal)?.inForce?.entry == question.answer)
    #expect(alone.head == book.head)
  }

  @Test("tile the days from the first effective date to the withdrawal")
  func spans() throws {
    let ledger = try ledger(try Scratch())
    let timeline = try #require(try ledger.snapshot().deal(Self.deal))
    #expect(timeline.spans.map(\.version.entry) == [5, 7, 8])
    #expect(
      timeline.spans.map(\.days) == [
        .on("2025-01-10")..<CalendarDate.on("2025-06-01"),
        .on("2025-06-01")..<CalendarDate.on("2026-08-01"),
        .on("2026-08-01")..<CalendarDate.on("2027-01-01"),
      ])
    #expect(timeline.isWithdrawn)
    #expect(timeline.candidates.map(\.entry) == [5, 6, 7, 8, 9])
  }

  @Test("with one effective date, the one known later counts, then the one recorded later")
  func ties() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let amendments = [
      Sample.version(change: .amendment, known: "2026-02-01", value: 2),
      Sample.version(change: .amendment, known: "2026-01-01", value: 3),
      Sample.version(change: .amendment, known: "2026-02-01", value: 4),
    ]
    for (index, amendment) in amendments.enumerated() {
      _ = try ledger.record(
        [.deal(amendment)], recordedAt: .at("2026-03-01T10:00:00Z"), program: "test 1")
      let chosen = try ledger.snapshot().deal(Self.deal)
      // Entry 6 is known later than entry 7; entry 8 as late as 6, and recorded after it.
      #expect(chosen?.inForce?.entry == [6, 6, 8][index])
      #expect(chosen?.spans.map(\.version.entry) == [[6, 6, 8][index]])
    }
  }

  @Test("of a deal that is not there, name the nearest")
  func noSuchDeal() throws {
    let ledger = try ledger(try Scratch())
    let error = #expect(throws: QueryProblem.self) {
      try ledger.history(of: DealID("hut8-riverbend"))
    }
    #expect(error == .noSuchDeal(DealID("hut8-riverbend"), nearest: "hut8-river-bend"))
    #expect(throws: QueryProblem.noSuchEntry(99, count: 9)) { try ledger.version(entry: 99) }
  }
}
