import Foundation
import Testing

/// Late interest by the command, on Maple Court: 2,000,000.00 a month in advance from July 2027, a
/// deposit of 2,000,000.00 with the first, 12 % a year after 5 days of grace.
@Suite("Late interest by the command")
struct LateInterestCommandTests {
  private static func folder(withoutRule: Bool = false) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    let file = folder.url.appending(path: "samples/books/maple-court.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !withoutRule || !$0.contains("payment:") }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "maple-court.yaml")
    try folder.succeed("record", "maple-court.yaml")
    return folder
  }

  /// Another rate from 16 August 2027, a Monday, on.
  private static func amend(_ folder: ScratchFolder, rate: String) throws {
    try folder.write(
      """
      amends: maple-court
      announced: 2027-08-10
      effective: 2027-08-16
      source: letter
      terms: {payment: {lateInterest: {rate: \(rate)}}}
      sources:
        letter: {kind: release, date: 2027-08-10}

      """, to: "rate.yaml")
    try folder.succeed("record", "rate.yaml")
  }

  /// The interest that billing through a day charges and takes back, by the invoice that bore it.
  private static func interest(
    _ folder: ScratchFolder, through day: String
  ) throws -> [String: Int] {
    let table = try folder.run(
      ["bill", "--through", day, "--late-interest", "--format", "csv"]
    ).table
    return try table.rows.filter { $0["item"] == "late-interest" }.reduce(into: [:]) { sums, row in
      let about = String((row["about"] ?? "").suffix(4))
      sums[about, default: 0] += try Cents.reading(try #require(row["amount"]))
    }
  }

  /// 4,000,000.00 from 1 July: 31 days to the end of July, 46 to 15 August, and 46 more to the end of
  /// September.
  @Test("an amended rate is for its own days: what was billed before it is not billed again")
  func amended() throws {
    let folder = try Self.folder()
    // 4,000,000 × 31 × 0.12 ÷ 365
    #expect(try Self.interest(folder, through: "2027-07-31") == ["0001": 40_767_12])
    try Self.amend(folder, rate: "24 %")
    #expect(try Self.interest(folder, through: "2027-07-31").isEmpty)
    #expect(
      try Self.interest(folder, through: "2027-09-30") == [
        // 4,000,000 × (46 × 0.12 + 46 × 0.24) ÷ 365 = 181,479.45, less 40,767.12
        "0001": 140_712_33,
        // 2,000,000 × (15 × 0.12 + 46 × 0.24) ÷ 365, and 2,000,000 × 30 × 0.24 ÷ 365
        "0003": 70_356_16, "0004": 39_452_05,
      ])
    #expect(try folder.run("verify").status == 0)
  }

  @Test(
    "a lower rate is for its own days too, and one where there was none charges nothing before it")
  func lowered() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2027-07-31")
    try Self.amend(folder, rate: "6 %")
    // 4,000,000 × (46 × 0.12 + 46 × 0.06) ÷ 365
    #expect(try Self.interest(folder, through: "2027-09-30")["0001"] == 90_739_73)
    let new = try Self.folder(withoutRule: true)
    try new.succeed("bill", "--through", "2027-07-31")
    try Self.amend(new, rate: "24 %")
    #expect(try Self.interest(new, through: "2027-08-15").isEmpty)
    // 4,000,000 × 0.24 ÷ 365 and 2,000,000 × 0.24 ÷ 365, of the one day
    #expect(
      try Self.interest(new, through: "2027-08-16") == ["0001": 2_630_14, "0002": 1_315_07])
  }

  @Test("what is over of a payment pays what is older, and no interest runs on it")
  func over() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2027-09-30")
    try folder.succeed(
      "receive", "maple-court", "6,000,000", "--on", "2027-07-02", "--invoice",
      "maple-trust-2027-0002")
    // 2,000,000 × 30 × 0.12 ÷ 365 of September alone.
    #expect(try Self.interest(folder, through: "2027-09-30") == ["0003": 19_726_03])
    let statement = try folder.run("statement", "maple-court", "--on", "2027-09-30").output
    #expect(statement.contains("balance     2,019,726.03 USD\n  of it late  2,000,000.00 USD"))
  }

  @Test("credit that waits is shown, and taken off what is late")
  func waits() throws {
    let folder = try Self.folder()
    try folder.succeed("receive", "maple-court", "500,000", "--on", "2027-07-02")
    let statement = try folder.run("statement", "maple-court", "--on", "2027-07-31").output
    #expect(statement.contains("in your favour     500,000.00 USD"))
    #expect(statement.contains("credit that waits  500,000.00 USD"))
    let arrears = try folder.run("arrears", "--on", "2027-07-31", "--format", "csv").table
    #expect(arrears.rows.map { $0["balance"] } == ["-500000.00"])
    #expect(arrears.rows.map { $0["age"] } == ["credit"])
    try folder.succeed("bill", "--through", "2027-07-31")
    let open = try folder.run("arrears", "--on", "2027-07-31", "--format", "csv").table
    #expect(open.rows.map { $0["balance"] } == ["3500000.00"])
  }

  @Test("interest that a payment entered late makes too much is credited to its own invoice")
  func enteredLate() throws {
    let folder = try Self.folder()
    #expect(try Self.interest(folder, through: "2027-07-31") == ["0001": 40_767_12])
    // Within the grace.
    try folder.succeed("receive", "maple-court", "4,000,000", "--on", "2027-07-02")
    #expect(try Self.interest(folder, through: "2027-07-31") == ["0001": -40_767_12])
    #expect(try Self.interest(folder, through: "2027-07-31").isEmpty)
    let note = try folder.run("document", "maple-trust-2027-C0001", "--format", "csv").table
    #expect(note.rows.map { $0["item"] } == ["late-interest", "applied"])
    #expect(
      note.rows.map { $0["about"] } == ["maple-trust-2027-0001", "maple-trust-2027-0002"])
    let interest = try folder.run("document", "maple-trust-2027-0002", "--format", "csv").table
    #expect(interest.rows.map { $0["left"] } == ["0.00", ""])
    #expect(try folder.run("arrears", "--on", "2027-12-31", "--format", "csv").table.rows.isEmpty)
    #expect(try folder.run("verify").status == 0)
  }

  /// August is owed for 19 of 31 days: 1,225,806.46 of 2,000,000.00, posted by hall. From 16 August to
  /// 31 December are 138 days. Of July's 4,000,000.00 the deposit is given back on 20 August: 4 days
  /// of the whole, 134 of a half.
  @Test("rent that was credited because it was never owed bears no interest")
  func neverOwed() throws {
    let folder = try Self.folder(withoutRule: true)
    try folder.succeed("bill", "--through", "2027-07-31")
    try Self.amend(folder, rate: "24 %")
    try folder.succeed("bill", "--through", "2027-08-31")
    try folder.succeed(
      "withdraw", "maple-court", "--on", "2027-08-20", "--reason", "it burnt down", "--source",
      "letter")
    #expect(
      try Self.interest(folder, through: "2027-12-31") == [
        // (4,000,000 × 4 + 2,000,000 × 134) × 0.24 ÷ 365
        "0001": 186_739_73,
        // 1,225,806.46 × 138 × 0.24 ÷ 365
        "0002": 111_229_34,
      ])
  }

  @Test(
    "a refund that a reversal opens again is late from its own day, in arrears as in statements")
  func refundOpen() throws {
    let folder = try Self.folder()
    try folder.succeed("receive", "maple-court", "500,000", "--on", "2027-06-01")
    try folder.succeed("refund", "maple-court", "500,000", "--on", "2027-06-10")
    try folder.succeed(
      "reverse", "maple-trust-2027-R0001", "--on", "2027-06-20", "--reason", "bounced")
    let arrears = try folder.run("arrears", "--on", "2027-06-30", "--format", "csv").table
    #expect(arrears.rows.map { $0["due"] } == ["2027-06-10"])
    #expect(arrears.rows.map { $0["days_late"] } == ["20"])
  }

  @Test("what a reversal opens is settled by credit that waits, and verify makes both again")
  func reopened() throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2027-07-31")
    try folder.succeed("receive", "maple-court", "4,000,000", "--on", "2027-07-01")
    try folder.succeed("receive", "maple-court", "300,000", "--on", "2027-07-02")
    try folder.succeed(
      "reverse", "maple-trust-2027-R0001", "--on", "2027-07-10", "--reason", "bounced")
    let arrears = try folder.run("arrears", "--on", "2027-07-10", "--format", "csv").table
    #expect(arrears.rows.map { $0["balance"] } == ["3700000.00"])
    #expect(try folder.run("verify").status == 0)
    // It was paid until it bounced: 3,700,000 × 22 × 0.12 ÷ 365 from 10 to 31 July.
    #expect(try Self.interest(folder, through: "2027-07-31") == ["0001": 26_761_64])
    #expect(try folder.run("verify").status == 0)
  }

  static let refused: [(arguments: [String], status: Int32, words: String)] = [
    (["receive", "maple-court", "-5", "--on", "2027-07-01"], 64, "'-5' is below zero"),
    (
      ["refund", "--on", "2027-07-01", "maple-court", "-5,000.00"], 64, "'-5,000.00' is below zero"
    ),
    (["receive", "maple-court", "0", "--on", "2027-07-01"], 65, "an amount above zero"),
    (
      ["receive", "maple-court", "5", "--on", "2027-07-01", "--reference", " "], 64,
      "leave it out where there is none"
    ),
    (
      ["refund", "maple-court", "5", "--on", "2027-07-01", "--reference", ""], 64,
      "leave it out where there is none"
    ),
    (
      ["reverse", "maple-trust-2027-R0001", "--on", "2027-07-20", "--reason", ""], 64,
      "a sentence that says why"
    ),
    (
      ["write-off", "maple-trust-2027-0001", "--on", "2027-07-20", "--reason", ""], 64,
      "a sentence that says why"
    ),
    (
      ["write-off", "maple-trust-2027-0001", "--on", "2027-07-20", "--reason", "small"], 65,
      "see what settled it with `leasebook document maple-trust-2027-0001`"
    ),
  ]

  @Test("what cannot be booked is refused in plain words, and changes nothing", arguments: refused)
  func refusal(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let folder = try Self.folder()
    try folder.succeed("bill", "--through", "2027-07-31")
    try folder.succeed("receive", "maple-court", "4,000,000", "--on", "2027-07-01")
    let bytes = try folder.bytes(of: "leasebook.db")
    let run = try folder.run(arguments)
    #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
  }

  /// Rent of 200,000.00 from 1 February; each day of delay is a day's rent, 200,000 × 12 ÷ 365 =
  /// 6,575.34, so that 10 days leave 134,246.58 of February, and 20 days 68,493.15. At 36.5 % a day
  /// costs a thousandth.
  @Test(
    "an allowance that turns out to be more was never owed, in one correction or in two",
    arguments: [["2026-01-12"], ["2026-01-17", "2026-01-12"]])
  func allowance(_ guaranteed: [String]) throws {
    let terms = { (day: String) in
      "payment: {lateInterest: {rate: 36.5 %}}\n"
        + "  lateDelivery: {guaranteed: \(day), ladder: [{fromDay: 1, daysOfRent: 1}]}"
    }
    let folder = try ScratchFolder()
    try folder.succeed("init")
    let file = { (day: String) in
      SmallLease.file(terms(day)).replacing(
        "rentCommencement: 2026-01-01", with: "rentCommencement: 2026-02-01")
    }
    try folder.write(file("2026-01-22"), to: "d.yaml")
    try folder.succeed("record", "d.yaml")
    try folder.succeed("bill", "--through", "2026-02-28")
    for (place, day) in guaranteed.enumerated() {
      let entry = try folder.run("history", "d", "--format", "csv").table.column("entry").last
      try folder.write(file(day), to: "right-\(place).yaml")
      try folder.succeed(
        "correct", "d", "right-\(place).yaml", "--entry", try #require(entry), "--reason", "x")
      try folder.succeed("bill", "--through", "2026-02-28")
    }
    #expect(
      try Self.interest(folder, through: "2026-03-31") == [
        // 68,493.15 × 0.001 × 59 days, and 200,000 × 0.001 × 31
        "0001": 4_041_10, "0002": 6_200_00,
      ])
    try folder.succeed("verify")
  }
}
