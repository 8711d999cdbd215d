import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A deal at the start, with new assumptions under its old terms, and at the end.
struct DealTransition {
  /// `nil` where the start does not have the deal.
  let before: DealCashFlows?
  /// The old terms with the new assumptions; `nil` where the start does not have the deal.
  let middle: DealCashFlows?
  /// `nil` where the end does not have the deal.
  let after: DealCashFlows?
  /// Whether the middle may differ from the start.
  let hasNewAssumptions: Bool
  /// Whether the end may differ from the middle.
  let hasNewTerms: Bool
  /// `nil` where nothing differs.
  let change: DealChange?

  /// - Precondition: One of the states has the deal.
  /// - Throws: `NotProjectable` or a `ProjectionProblem` of either state.
  init(
    from old: AnalysedDeal?, to new: AnalysedDeal?, case projectionCase: ProjectionCase
  ) throws {
    before = try old.map { try DealCashFlows($0, case: projectionCase) }
    after = try new.map { try DealCashFlows($0, case: projectionCase) }
    guard let old, let new else {
      middle = before
      hasNewAssumptions = false
      hasNewTerms = true
      change =
        old.map { DealChange($0.deal.id, .disappears) }
        ?? new.map { DealChange($0.deal.id, .appears) }
      return
    }
    let difference = DealDifference(from: old, to: new)
    let mixed = difference.needsSplit ? difference.middle(case: projectionCase) : nil
    let isSplit = !difference.needsSplit || mixed != nil
    middle = difference.hasNewTerms ? mixed ?? before : after
    hasNewAssumptions = difference.hasNewAssumptions && isSplit
    hasNewTerms = difference.hasNewTerms
    change = difference.change(isSplit: isSplit)
  }
}

/// What differs in a deal that both states have.
private struct DealDifference {
  let old: AnalysedDeal
  let new: AnalysedDeal
  /// One a version of the end; `nil` of a version from before the first of the start.
  let versions: [VersionChanges?]

  init(from old: AnalysedDeal, to new: AnalysedDeal) {
    self.old = old
    self.new = new
    versions = new.versions.map { version in
      old.versions.last { $0.effective <= version.effective }
        .map { VersionChanges(from: $0, to: version) }
    }
  }

  /// Whether what is assumed of the deal, or what it is projected with, differs.
  var hasNewAssumptions: Bool {
    versions.contains { $0?.assumptions.isEmpty == false } || !delayed.isEmpty
      || old.series != new.series
  }

  /// Whether terms differ, or the days that versions with the same fields govern.
  var hasNewTerms: Bool {
    versions.contains { $0?.terms.isEmpty == false }
      || !hasNewAssumptions && old.versions.map(\.effective) != new.versions.map(\.effective)
  }

  var needsSplit: Bool { hasNewAssumptions && hasNewTerms }

  /// The halls that are late otherwise, by their names at the end where it has them.
  private var delayed: [String] {
    let names = (new.deal.hallNames + old.deal.hallNames).distinct
    let late = names.filter { old.delay(of: $0) != new.delay(of: $0) }
    let known = late.filter(new.deal.hallNames.contains)
    return known.isEmpty ? late : known
  }

  /// The old terms with all that is assumed at the end; `nil` where the two do not go together.
  func middle(case projectionCase: ProjectionCase) -> DealCashFlows? {
    let isRestated = versions.contains { $0?.assumptions.isEmpty == false }
    let mixed =
      isRestated
      ? zip(versions, new.versions).compactMap { changes, version in
        changes.map { try? $0.oldTermsWithNewAssumptions() } ?? version
      } : old.versions
    guard !isRestated || mixed.count == new.versions.count else { return nil }
    return try? DealCashFlows(
      AnalysedDeal(
        versions: mixed, firstAnnounced: old.firstAnnounced, series: new.series,
        delays: new.delays(of: mixed.flatMap(\.hallNames).distinct)), case: projectionCase)
  }

  /// What differs between the versions in force; `nil` where nothing does.
  func change(isSplit: Bool) -> DealChange? {
    let inForce = VersionChanges(from: old.deal, to: new.deal)
    let assumptions =
      names(of: inForce.assumptions, notIn: inForce.terms)
      + delayed.map { "delay of \($0)" } + series.map { "series \($0)" }
    let terms = names(of: inForce.terms)
    guard !assumptions.isEmpty || !terms.isEmpty else { return nil }
    return DealChange(
      new.deal.id, isSplit ? .changes : .inseparable, assumptions: assumptions, terms: terms)
  }

  /// The paths in words, but for names of elements; those that moved to other paths once.
  private func names(of paths: [FieldPath], notIn others: [FieldPath] = []) -> [String] {
    paths.filter { !others.contains($0) }.map(\.description)
      .filter { !$0.hasSuffix("].name") }.distinct
  }

  /// The series with other values that the deal names.
  private var series: [String] {
    let named = Set((old.deal.fields + new.deal.fields).map(\.text))
    return Set(old.series.keys).union(new.series.keys).sorted()
      .filter { named.contains($0) && old.series[$0] != new.series[$0] }
  }
}

extension AnalysedDeal {
  /// How late a hall is; one that the deal does not have is as late as all of its halls are alike.
  fileprivate func delay(of hall: String) -> Delay {
    let own = deal.hallNames
    if own.contains(hall) { return delays[hall, default: .none] }
    let all = Set(own.map { delays[$0, default: .none] })
    return all.count == 1 ? all.first ?? .none : .none
  }

  /// How late halls are, by their names; those that are on time are left out.
  fileprivate func delays(of halls: [String]) -> [String: Delay] {
    Dictionary(halls.map { ($0, delay(of: $0)) }) { first, _ in first }
      .filter { $0.value != .none }
  }
}
