import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation
import Testing

@Suite("Overview") struct Overview {
  static func text(_ r: QuantityRange) -> String {
    switch r {
    case .amount(let l, let h, let u): "\(l)…\(h) \(u)"
    case .months(let l, let h): "\(l)…\(h) months"
    case .days(let f, let l): "\(f)…\(l)"
    }
  }
  static func text(_ v: QuantityValue?) -> String {
    switch v {
    case .amount(let a)?: a.formatted(fractionDigits: 3)
    case .months(let m)?: "\(m) months"
    case .day(let d)?: "\(d)"
    case nil: "-"
    }
  }
  static func show(_ o: ReconciliationOutcome) {
    print(
      "==== \(o.deal.deal.id) \(o.verdict) boxes \(o.search.boxes) undecided \(o.search.undecided)")
    for f in o.figures {
      print(
        "  \(f.figure.kind) '\(f.figure.text)' \(text(f.figure.range)) = \(text(f.computed)) \(f.agrees.map { "\($0)" } ?? f.missing ?? "") \(f.gap.map { $0.formatted(fractionDigits: 0) } ?? "")"
      )
    }
    for (name, c) in [("conflict", o.conflict), ("why", o.whyNotAsWritten)] {
      for set in c?.sets ?? [] {
        print(
          "  \(name): "
            + set.map {
              "\($0.figure.kind) → \(text($0.nearest)) (\($0.relativeMove.map { $0.formatted(fractionDigits: 5) } ?? "-"))"
            }.joined(separator: "; "))
      }
    }
    for f in o.families {
      print(
        "  family: \(f.departures.map(\.description)) rent \(text(f.rentPerKilowattMonth.range))")
      for t in f.freeTerms { print("     \(t.name) \(text(t.range))") }
      print(
        "     witness: " + f.witness.solved.map { "\($0.path): \($0.text)" }.joined(separator: "; ")
      )
    }
    for n in o.notes { print("  note \(n.subject): \(n)") }
  }
  @Test(arguments: SampleReconciliation.ids) func show(_ id: String) throws {
    let clock = ContinuousClock()
    var o: ReconciliationOutcome?
    let deal = try SampleReconciliation.deal(id)
    let partners = try SampleReconciliation.ids.filter { $0 != id }.map {
      try SampleReconciliation.deal($0)
    }
    let t = clock.measure { o = reconcile(ReconciliationQuestion(deal, partners: partners)) }
    if let o { Self.show(o); print("  time \(t)") }
  }
  @Test func first() throws {
    for id in [
      "cipher-barber-lake", "hut8-river-bend", "hut8-beacon-point", "terawulf-lake-mariner-cb3-cb4",
    ] {
      print("FIRST VERSION")
      Self.show(reconcile(ReconciliationQuestion(try SampleReconciliation.deal(id, versions: 1))))
    }
  }
}
