import FinanceBasics
import Foundation
import TestSupport
import Testing

/// The terms as of any two days are what the amendments known by then say, in whatever order they were
/// recorded, and however they were corrected.
@Suite("Terms on any day")
struct AmendmentLawTests {
  private struct Change {
    let name: String
    let announced: Int
    var effective: Int
    var rate: Int?
    var tenant: String?

    var body: String {
      let terms = [
        rate.map { "rent: {rate: \($0) USD/kW-month}" }, tenant.map { "tenant: \($0)" },
      ]
      return "terms: {\(terms.compactMap(\.self).joined(separator: ", "))}"
    }
  }

  /// A lease, and what was agreed of it; days count from 1 January 2026.
  private struct Story {
    let lease: SmallLease
    var random: SplitMix64
    var changes: [Change] = []

    init(seed: UInt64) throws {
      lease = try SmallLease(tenants: (0..<5).map { "t\($0)" })
      random = SplitMix64(seed: seed)
      var announced: Set<Int> = []
      let count = 2 + pick(4)
      while announced.count < count { announced.insert(10 + pick(190)) }
      for (place, day) in announced.enumerated() {
        let setsRate = pick(10) < 7
        changes.append(
          Change(
            name: "a\(place)", announced: day, effective: pick(300),
            rate: setsRate ? 90 + place : nil,
            tenant: !setsRate || pick(10) < 6 ? "t\(place % 5)" : nil))
      }
    }

    mutating func pick(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    static func text(_ day: Int) -> String {
      "\(YearMonth(year: 2026, month: 1).firstDay.adding(days: day))"
    }

    func write(_ change: Change, as name: String) throws {
      try lease.write(
        name, announced: Self.text(change.announced), effective: Self.text(change.effective),
        change.body)
    }

    mutating func record() throws {
      changes.shuffle(using: &random)
      for change in changes { try write(change, as: change.name) }
      let files = changes.map { "\($0.name).yaml" }
      if pick(3) == 0 {
        let run = try lease.folder.run(["record"] + files)
        #expect(run.status == 0, "\(run.errors)")
      } else {
        for file in files { try lease.folder.succeed("record", file) }
      }
    }

    /// Puts one of the amendments right: its rate or its tenant, and often its day.
    mutating func correct(_ number: Int) throws {
      let place = pick(changes.count)
      let old = changes[place]
      if pick(10) < 6 { changes[place].effective = pick(300) }
      if changes[place].rate != nil {
        changes[place].rate = 120 + number
      } else {
        changes[place].tenant = "t"
        changes[place].rate = 110 + number
      }
      try write(changes[place], as: "c\(number)")
      let history = try lease.folder.run("history", "d", "--format", "csv").table
      let corrected = try Set(history.column("corrects"))
      // Of its versions the first is that of its own day.
      let entry = history.rows.first { row in
        row["known"] == Self.text(old.announced) && row["effective"] == Self.text(old.effective)
          && row["name"] == old.name && !corrected.contains(row["entry"] ?? "")
      }.flatMap { $0["entry"] }
      try lease.folder.succeed(
        "correct", "d", "c\(number).yaml", "--entry", #require(entry), "--reason", "misread")
      changes[place] = Change(
        name: "c\(number)", announced: old.announced, effective: changes[place].effective,
        rate: changes[place].rate, tenant: changes[place].tenant)
    }

    /// Of the amendments known by a day and in force on another each says what it changes, the later
    /// announced over the earlier.
    func terms(knownOn known: Int, effectiveOn day: Int) -> [String] {
      var terms = (rate: 100, tenant: "t")
      for change in changes.sorted(by: { $0.announced < $1.announced })
      where change.announced <= known && change.effective <= day {
        terms = (change.rate ?? terms.rate, change.tenant ?? terms.tenant)
      }
      return ["\(terms.rate) USD/kW-month", terms.tenant]
    }
  }

  @Test("follow from what was known, and verify finds it so", arguments: 0..<6 as Range<UInt64>)
  func story(_ seed: UInt64) throws {
    var story = try Story(seed: seed)
    try story.record()
    for number in 0..<(seed % 3) { try story.correct(Int(number)) }
    try story.lease.folder.succeed("verify")
    let known = story.changes.map(\.announced) + [0, 400]
    let days = story.changes.map(\.effective) + story.changes.map { max(0, $0.effective - 1) }
    for _ in 0..<8 {
      let (known, day) = (known[story.pick(known.count)], days[story.pick(days.count)])
      let shown = try story.lease.folder.run(
        "show", "d", "--known-on", Story.text(known), "--effective-on", Story.text(day),
        "--format", "csv"
      ).table
      let found = ["rent.rate", "tenant"].map { path in
        shown.rows.first { $0["section"] == "terms" && $0["key"] == path }?["value"]
      }
      #expect(
        found == story.terms(knownOn: known, effectiveOn: day),
        "known on day \(known), effective on day \(day): \(story.changes)")
    }
  }
}
