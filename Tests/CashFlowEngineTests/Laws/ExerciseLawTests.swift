import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Renewals that are exercised, and stays that are facts, on generated leases.
@Suite("Exercised renewals of generated leases")
struct ExerciseLawTests {
  private static let seeds = 0..<100 as Range<UInt64>

  /// Leases with renewals, each with the number of them that are exercised.
  private static func leases(_ seed: UInt64) -> [(lease: Lease, count: Int)] {
    var generator = TestSupport.LeaseGenerator(seed: seed)
    var random = SplitMix64(seed: seed ^ 0xE8E2)
    return (0..<12).compactMap { _ in
      let lease = generator.lease().changing { $0.termination = nil }
      guard !lease.renewals.isEmpty else { return nil }
      return (lease, Int(random.next() % UInt64(lease.renewals.count)) + 1)
    }
  }

  private static func exercised(
    _ lease: Lease, _ count: Int, probability: ExactDecimal? = nil
  ) -> Lease {
    lease.changing { parts in
      parts.renewals = parts.renewals.enumerated().map { place, option in
        RenewalOption(
          months: option.months, rent: option.rent,
          probability: place < count ? probability ?? option.probability : option.probability,
          notice: option.notice, isExercised: place < count && probability == nil)
      }
    }
  }

  private static func cells(_ lease: Lease, _ projectionCase: ProjectionCase) -> [Cell]? {
    guard let projection = try? project(lease, case: projectionCase) else { return nil }
    var cells: [Cell] = []
    projection.forEachCell { cells.append($0) }
    return cells
  }

  @Test("the base case is the full case of a lease with these renewals alone", arguments: seeds)
  func base(_ seed: UInt64) {
    for (lease, count) in Self.leases(seed) {
      let alone = lease.changing { parts in
        parts.renewals = Array(parts.renewals.prefix(count))
        parts.holdover = nil
      }
      #expect(Self.cells(Self.exercised(lease, count), .base) == Self.cells(alone, .full))
    }
  }

  @Test("in the expected case they are certain, in the full case as any other", arguments: seeds)
  func others(_ seed: UInt64) {
    for (lease, count) in Self.leases(seed) {
      let exercised = Self.exercised(lease, count)
      let certain = Self.exercised(lease, count, probability: .one)
      #expect(Self.cells(exercised, .expected) == Self.cells(certain, .expected))
      #expect(Self.cells(exercised, .full) == Self.cells(lease, .full))
    }
  }

  @Test("a stay that is a fact follows them in every case, and no other renewal", arguments: seeds)
  func stay(_ seed: UInt64) {
    for (lease, count) in Self.leases(seed) {
      guard let holdover = lease.holdover else { continue }
      let assumed = lease.changing { $0.renewals = Array($0.renewals.prefix(count)) }
      let certain = Self.exercised(lease, count).changing { parts in
        parts.holdover = Holdover(
          share: holdover.share, length: holdover.length, isCertain: true)
      }
      let expected = Self.cells(assumed, .full)
      for projectionCase in ProjectionCase.allCases {
        #expect(Self.cells(certain, projectionCase) == expected)
      }
    }
  }

  @Test("the second path derives every cent of them", arguments: 0..<30 as Range<UInt64>)
  func derived(_ seed: UInt64) {
    for (place, (lease, count)) in Self.leases(seed).enumerated() {
      let exercised = Self.exercised(lease, count).changing { parts in
        guard let holdover = parts.holdover, place % 2 == 0 else { return }
        parts.holdover = Holdover(
          share: holdover.share, length: holdover.length, isCertain: true)
      }
      let projectionCase = ProjectionCase.allCases[place % 3]
      guard let cells = try? DerivedCells(exercised, case: projectionCase) else { continue }
      let first = cells.differences.prefix(3)
      #expect(cells.differences.isEmpty, "lease \(place), \(projectionCase): \(first)")
    }
  }
}
