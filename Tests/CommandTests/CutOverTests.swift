import Foundation
import Testing

/// `project --actuals-through` on all samples, billed as projected, and on Maple Court, whose books
/// differ from its terms.
@Suite("Projections with actuals")
struct CutOverTests {
  private static let billed = Result { () throws -> ScratchFolder in
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "--through", "2028-12-31")
    return folder
  }

  private static func rows(
    _ folder: ScratchFolder, _ arguments: [String], column: String = "amount"
  ) throws -> [String: Int] {
    var rows: [String: Int] = [:]
    for row in try folder.run(arguments + ["--format", "csv"]).table.rows {
      let key = ["period_start", "landlord", "deal", "hall", "charge"].map { row[$0] ?? "" }
      let cents = try Cents.reading(try #require(row[column]))
      rows[key.joined(separator: "|"), default: 0] += cents
    }
    return rows
  }

  static let questions: [[String]] = [
    ["--by", "month", "--group-by", "deal,hall,charge"],
    ["--by", "quarter", "--group-by", "landlord,charge", "--dates", "cash"],
    ["--by", "fiscal-year", "--fiscal-year-end", "06-30", "--group-by", "deal"],
    ["--by", "month", "--from", "2027-03-10", "--through", "2028-08-20"],
    ["--by", "total", "--case", "expected"],
  ]

  @Test(
    "billed as projected, every table is that of the projection alone, at every cut-over",
    arguments: questions)
  func equal(_ question: [String]) throws {
    let folder = try Self.billed.get()
    let plain = try Self.rows(folder, ["project"] + question)
    #expect(!plain.isEmpty)
    for day in ["2026-12-31", "2027-08-15", "2028-12-31"] {
      let arguments = ["project", "--actuals-through", day] + question
      #expect(try Self.rows(folder, arguments) == plain, "\(day)")
      #expect(try Self.rows(folder, arguments, column: "without_books") == plain, "\(day)")
    }
  }

  @Test("what the books have and what is projected are told apart, and come to the amount")
  func parts() throws {
    let folder = try Self.billed.get()
    let question = ["project", "--actuals-through", "2028-06-30", "--by", "month"]
    let amounts = try Self.rows(folder, question)
    let billed = try Self.rows(folder, question, column: "billed")
    let projected = try Self.rows(folder, question, column: "projected")
    #expect(amounts == billed.merging(projected, uniquingKeysWith: +))
    // Tenants of the samples pay in advance: what is earned by June is due by then.
    let late = projected.filter { $0.key.hasSuffix("base-rent") && $0.value != 0 }
    #expect(!late.isEmpty && late.allSatisfy { "2028-07-01" <= $0.key })
    let early = billed.filter { $0.key.hasSuffix("base-rent") && $0.value != 0 }
    #expect(!early.isEmpty && early.allSatisfy { $0.key < "2028-07-01" })
  }

  /// 2 × 1,000,000.00 a month from July 2027, in September 2 × 950,000.00; a credit of 250,000.00 of
  /// August, and a charge of 48,200.50; October is billed, and not November.
  @Test("credits, charges and amended rent are actuals, what is unbilled is missing")
  func documents() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples/books/maple-court.yaml")
    try folder.succeed("bill", "--through", "2027-10-31")
    try folder.succeed("record", "samples/books/maple-court-rent.yaml")
    try folder.succeed("bill", "--through", "2027-10-31")
    try folder.succeed(
      "credit", "maple-trust-2027-0002", "250,000", "--line", "1", "--on", "2027-10-02",
      "--reason", "outage")
    try folder.succeed(
      "charge", "maple-court", "48,200.50", "--on", "2027-10-05", "--reason", "fit-out")
    let question = [
      "project", "--by", "month", "--through", "2027-12-31", "--actuals-through", "2027-11-30",
    ]
    let amounts = try Self.rows(folder, question)
    #expect(
      amounts == [
        "2027-07-01||||base-rent": 2_000_000_00, "2027-07-01||||deposit": 2_000_000_00,
        "2027-08-01||||base-rent": 1_750_000_00, "2027-09-01||||base-rent": 1_900_000_00,
        "2027-10-01||||base-rent": 1_900_000_00, "2027-10-01||||other-income": 48_200_50,
        "2027-11-01||||base-rent": 0, "2027-12-01||||base-rent": 1_900_000_00,
      ])
    let text = try folder.run(question)
    #expect(
      text.output.contains("billed 9,598,200.50 USD")
        && text.output.contains("difference -2,101,799.50"))
    #expect(text.output.contains("base-rent -2,150,000.00, other-income 48,200.50"))
    // As recorded before the amendment and the documents by hand: July to October as first billed.
    let before = try Self.rows(folder, question + ["--recorded-by", "7"])
    #expect(before["2027-08-01||||base-rent"] == 2_000_000_00)
    #expect(before["2027-09-01||||base-rent"] == 2_000_000_00)
  }

  @Test("what does not go together is refused")
  func refused() throws {
    let folder = try Self.billed.get()
    let run = try folder.run(
      "project", "--actuals-through", "2027-12-31", "--side-by-side", "--delay", "hall 1=30d")
    #expect(run.status == 64 && run.errors.contains("--actuals-through"))
    #expect(try folder.run("project", "--actuals-through", "soon").status == 64)
  }
}
