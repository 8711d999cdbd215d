import FinanceBasics
import LeaseModel

/// Makes drafts from lines such as `("terms.term", "15 years")`, each with the one source.
enum DraftBuilder {
  static let source = Source(id: SourceID("release"), tier: .release)

  static let minimum = [
    ("deal", "one"), ("announced", "2025-12-17"), ("terms.landlord", "hut-8"),
    ("terms.contract.kind", "lease"),
  ]

  /// River Bend as CONVENTIONS §4 works it: 245 MW, 15 years, 7.0 bn USD, 3 % a year.
  static let riverBend =
    minimum + [
      ("terms.criticalIT", "245 MW"), ("terms.term", "15 years"),
      ("terms.delivery.last", "2027-Q4"), ("terms.rent.contractValue", "7.0 bn USD"),
      ("terms.rent.escalator.fixed", "3 %"),
    ]

  static func field(_ path: String, _ text: String, line: Int) -> DealField {
    let block = FieldBlock.allCases.first { path.hasPrefix("\($0.rawValue).") } ?? .head
    let rest = block == .head ? path : String(path.dropFirst(block.rawValue.count + 1))
    return DealField(
      block: block, path: FieldPath(parsing: rest) ?? .root, text: text,
      sources: block == .terms || block == .announcedFigures ? [source.id] : [], line: line,
      column: 1)
  }

  static func draft(_ lines: [(String, String)]) -> DealDraft {
    DealDraft(
      fields: lines.enumerated().map { field($0.element.0, $0.element.1, line: $0.offset + 1) },
      sources: [source], file: "one.yaml")
  }

  static func deal(_ lines: [(String, String)]) throws(Diagnostics) -> Deal {
    try Deal(validating: draft(lines))
  }

  static func amendment(_ lines: [(String, String)]) -> AmendmentDraft {
    let all = [("amends", "one"), ("announced", "2026-02-26")] + lines
    let draft = draft(all)
    return AmendmentDraft(fields: draft.fields, sources: draft.sources, file: "two.yaml")
  }

  /// The codes of what is wrong with a draft, in order.
  static func codes(_ lines: [(String, String)]) -> [String] {
    do throws(Diagnostics) {
      _ = try deal(lines)
      return []
    } catch {
      return error.all.map(\.code)
    }
  }
}
