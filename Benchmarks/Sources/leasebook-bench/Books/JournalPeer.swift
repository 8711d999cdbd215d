import Foundation

/// A program that keeps books in plain text, and what it is asked for a trial balance.
struct JournalPeer {
  let name: String
  let journalFormat: String
  /// The program and its words, the journal's path among them.
  private let words: @Sendable (_ journal: String) -> [String]

  static let all = [
    JournalPeer(name: "ledger", journalFormat: "ledger") {
      [
        "ledger", "-f", $0, "balance", "--flat", "--no-total", "--balance-format",
        "%(account),%(quantity(scrub(display_total)))\n",
      ]
    },
    JournalPeer(name: "hledger", journalFormat: "hledger") {
      ["hledger", "-f", $0, "balance", "--flat", "--no-total", "-O", "csv"]
    },
    JournalPeer(name: "bean-query", journalFormat: "beancount") {
      [
        "bean-query", "-f", "csv", $0,
        "SELECT root(account, 2) AS account, sum(number) AS amount GROUP BY account",
      ]
    },
  ]

  /// Whether the program is on the path.
  var isThere: Bool {
    let program = words("")[0]
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// The sums by account in cents, and the seconds of the whole process.
  func sums(
    of journal: String, scratch: String
  ) throws -> (sums: [String: Int], seconds: Double) {
    let child = try ChildProcess(
      "/usr/bin/env", words(journal), outputPath: "\(scratch)/balance.csv")
    var sums: [String: Int] = [:]
    for line in child.output.split(whereSeparator: \.isNewline) {
      let cells = line.filter { $0 != "\"" && $0 != " " }.split(separator: ",")
      guard cells.count == 2, cells[0].contains(":") else { continue }
      let account = cells[0].split(separator: ":").prefix(2).joined(separator: ":")
      sums[account, default: 0] += Self.cents(cells[1])
    }
    return (sums, child.seconds)
  }

  /// An amount such as `-1234.50` or `1234.50USD` in cents.
  static func cents(_ text: some StringProtocol) -> Int {
    let parts = String(text).filter { $0.isNumber || $0 == "." || $0 == "-" }
      .split(separator: ".", omittingEmptySubsequences: false)
    let fraction =
      parts.count > 1 ? String(parts[1]).padding(toLength: 2, withPad: "0", startingAt: 0) : "00"
    return Int((parts.first ?? "0") + fraction) ?? 0
  }
}
