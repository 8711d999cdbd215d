import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

extension LedgerReading {
  /// The versions of a party or a site, as recorded in order; `nil` where the id is of neither, and
  /// where a deal has it too.
  ///
  /// What holds since ever has no dates.
  func registered(_ id: String, _ asOf: AsOfOptions) throws -> [HistoryReport.Version]? {
    try reading { ledger -> [HistoryReport.Version]? in
      guard try ledger.snapshot(AsOf(), of: [DealID(id)]).deals.isEmpty else { return nil }
      let parties = try ledger.partyHistory().filter { $0.thing.id.text == id }
      let sites = try ledger.siteHistory().filter { $0.thing.id.text == id }
      guard !parties.isEmpty || !sites.isEmpty else { return nil }
      return parties.filter { asOf.includes($0.known, $0.effective, entry: $0.entry) }
        .map { HistoryReport.Version($0, kind: "party", facts: $0.thing.facts) }
        + sites.filter { asOf.includes($0.known, $0.effective, entry: $0.entry) }
        .map { HistoryReport.Version($0, kind: "site", facts: $0.thing.facts) }
    }
  }
}

extension HistoryReport.Version {
  fileprivate init<Thing>(
    _ version: RegisteredVersion<Thing>, kind: String, facts: [(key: String, text: String?)]
  ) {
    self.init(
      entry: version.entry, number: version.number, change: kind, name: facts[0].text,
      reason: nil, effective: version.effective, known: version.known,
      recorded: version.recordedAt.description, file: version.fileName, hash: version.hash,
      fields: facts.compactMap { fact in
        fact.text.map {
          DealField(
            block: .terms, path: FieldPath.root.key(fact.key), text: $0, line: 0, column: 0)
        }
      })
  }
}

extension Party {
  /// The keys of a file of parties with their texts, the name first.
  fileprivate var facts: [(key: String, text: String?)] {
    [
      ("name", name), ("aliases", aliases.isEmpty ? nil : aliases.joined(separator: ", ")),
      ("ticker", ticker), ("shares", shares.map { "\($0)" }), ("parent", parent?.text),
      ("role", role), ("note", note),
    ]
  }
}

extension Site {
  /// The keys of a file of sites with their texts, the name first.
  fileprivate var facts: [(key: String, text: String?)] {
    [
      ("name", name), ("locality", locality), ("region", region), ("country", country),
      ("landlord", landlord?.text), ("campus", campus?.text), ("powerMarket", powerMarket),
      ("note", note),
    ]
  }
}
