import Analysis
import FinanceBasics
import LeaseModel

/// A deal with solved fields in place of what is assumed at or beside their paths.
struct SolvedDeal {
  private(set) var solved: [SolvedField] = []
  private var displaced: [FieldPath] = []

  /// Puts a field in, and takes away what is assumed or solved at a path, which may be a whole list.
  mutating func set(_ path: String, _ text: String, displacing other: String? = nil) {
    guard let place = FieldPath(parsing: path) else { return }
    displace(other ?? path)
    solved.removeAll { $0.path == place }
    solved.append(SolvedField(path: place, text: text))
  }

  /// Takes away what is assumed or solved at a path and below it.
  mutating func displace(_ path: String) {
    if let place = FieldPath(parsing: path), !displaced.contains(place) { displaced.append(place) }
  }

  /// The deal that results; `nil` where it would not be one.
  func deal(from base: AnalysedDeal) -> AnalysedDeal? {
    let kept = base.deal.fields.filter { field in
      switch field.block {
      case .head, .terms, .announcedFigures: true
      case .assumptions, .solved, .scenario:
        !displaced.contains { field.path.isAt(orBelow: $0) }
          && !solved.contains { $0.path == field.path }
      }
    }
    let added = solved.map {
      DealField(block: .solved, path: $0.path, text: $0.text, line: 0, column: 0)
    }
    let draft = DealDraft(fields: kept + added, sources: base.deal.sources)
    guard let deal = Deal.checked(draft).deal else { return nil }
    let restated = base.restated(as: deal)
    return restated.resolved == nil ? nil : restated
  }
}
