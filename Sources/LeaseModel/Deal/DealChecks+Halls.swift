import FinanceBasics

extension DealValidation {
  /// A hall that is assumed beside disclosed ones is one of them, or complete in itself.
  ///
  /// A misspelt name would otherwise add a hall to those that the terms list. A hall of its own has
  /// its load and its date assumed, and no disclosed hall of nearly its name lacks either.
  mutating func checkHallNames(_ deal: DealTerms) {
    let listed = Set(names(in: .terms))
    guard !listed.isEmpty else { return }
    let halls = Dictionary(
      deal.halls.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    for name in names(in: .assumptions) + names(in: .solved) where !listed.contains(name) {
      guard seen.insert(name).inserted else { continue }
      let near = nearestName(to: name, among: listed.sorted())
      let isNearComplete = near.flatMap { halls[$0] }?.isComplete ?? true
      guard halls[name]?.isComplete != true || !isNearComplete else { continue }
      let path = FieldPath(known: "halls").element(name)
      report(DealFault.hallNotListed(name, nearest: near), at: path)
    }
  }

  private func names(in block: FieldBlock) -> [String] {
    fields.compactMap { field in
      guard field.block == block, let first = field.path.elements.first, first.list == "halls"
      else { return nil }
      return first.element
    }
  }
}

extension HallTerms {
  /// Whether the load and the day on which the hall begins are known.
  fileprivate var isComplete: Bool {
    criticalIT != nil && (readyForService != nil || rentCommencement != nil)
  }
}
