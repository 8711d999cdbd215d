/// One of many processes at one ledger: it gives command after command, and judges each answer.
protocol CrowdMember {
  /// The arguments of the next command.
  ///
  /// - Parameter acknowledged: The last entry of which a writer was told by now.
  mutating func next(acknowledged: Int) throws -> [String]

  /// Takes what became of the command.
  ///
  /// - Returns: The last entry that the answer acknowledges, of a command that wrote.
  mutating func take(_ run: CommandRun, seconds: Double) throws -> Int?
}

/// What a line such as `the ledger now has 8 entries` and the head below it say.
struct StatedHead: Hashable {
  let entries: Int
  let hash: String

  /// `nil` for an output that states none.
  init?(_ output: String) {
    guard let count = output.firstMatch(of: /([0-9]+) entr(?:y|ies)/), let entries = Int(count.1),
      let head = output.firstMatch(of: /head\s+([0-9a-f]{64})/)
    else { return nil }
    self.init(entries: entries, hash: String(head.1))
  }

  init(entries: Int, hash: String) {
    self.entries = entries
    self.hash = hash
  }
}
