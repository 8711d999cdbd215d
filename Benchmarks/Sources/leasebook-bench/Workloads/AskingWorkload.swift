import FinanceBasics
import Foundation

/// Questions to the ledger of a million postings, and the next documents into it, each a whole process.
struct AskingWorkload {
  private let program: String
  private let ledger: BooksLedger
  private let scratch: String
  private let repetitions: Int

  /// Source: issue 5, "Speed".
  private static let aim = 50.0

  init(program: String, scale: Scale) {
    self.program = program
    ledger = BooksLedger(scale: scale)
    scratch = scale.scratch
    repetitions = scale.repetitions
  }

  /// A command and what it is to print in any case.
  private struct Question {
    let words: [String]
    let holds: String
    var isAimed = false
  }

  func asked() throws -> Outcome {
    let books = try ledger.made()
    // What is recorded here must be in no later run.
    let path = "\(scratch)/asked.db"
    try BooksLedger.copy(ledger.path, to: path)
    let (day, year) = (books.lastDay, books.lastDay.year)
    let questions = [
      Question(words: ["list"], holds: "\(ledger.leases.count) deals", isAimed: true),
      Question(words: ["show", "deal-7"], holds: "deal-7", isAimed: true),
      Question(words: ["balance"], holds: "all that is posted", isAimed: true),
      Question(words: ["balance", "--on", "\(year - 3)-06-15"], holds: "posted through"),
      Question(words: ["balance", "--by-deal"], holds: "deal-7"),
      Question(words: ["balance", "deal-7"], holds: "landlord-8", isAimed: true),
      Question(words: ["register", "receivables", "deal-7"], holds: "deal-7"),
      Question(words: ["statement", "deal-7"], holds: "deal-7"),
      Question(words: ["statement", "tenant-8", "--on", "\(day)"], holds: "Tenant 8"),
      Question(words: ["arrears", "deal-7", "--on", "\(day)"], holds: "Open invoices"),
    ]
    var measurements = try questions.map { try measured($0, path) }
    let next = day.adding(days: 31)
    measurements += try [
      measured(
        "receive",
        Array(7..<7 + repetitions).map {
          ["receive", "deal-\($0)", "1,000,000", "--on", "\(next)"]
        }, holds: "Received", path),
      measured(
        "bill",
        Array(7..<7 + repetitions).map {
          ["bill", "deal-\($0)", "--through", "\(next)"]
        }, holds: "Billed through", path),
    ]
    try BooksLedger.remove(path)
    return Outcome(measurements: measurements)
  }

  private func measured(_ question: Question, _ path: String) throws -> Measurement {
    try measured(
      question.words.joined(separator: " "),
      Array(repeating: question.words, count: repetitions + 1), holds: question.holds,
      isAimed: question.isAimed, path)
  }

  /// Runs commands one after the other; the first of several equal ones is not counted.
  private func measured(
    _ name: String, _ commands: [[String]], holds text: String, isAimed: Bool = false,
    _ path: String
  ) throws -> Measurement {
    var seconds: [Double] = []
    for words in commands {
      let child = try ChildProcess(
        program, words + ["--ledger", path], outputPath: "\(scratch)/printed.txt")
      guard child.output.contains(text) else {
        throw CheckFailure("\(words.joined(separator: " ")) printed no \(text): \(child.output)")
      }
      seconds.append(child.seconds)
    }
    if Set(commands).count == 1 { seconds.removeFirst() }
    return Measurement(
      name, "on the ledger of \(ledger.postingCount.grouped) postings, a whole process",
      Times(seconds), scale: 1_000, unit: "ms", aim: isAimed ? Self.aim : nil)
  }
}
