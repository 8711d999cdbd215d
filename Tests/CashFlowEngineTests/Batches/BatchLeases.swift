import FinanceBasics
import LeaseModel
import TestSupport

@testable import CashFlowEngine

/// Leases for batches: of every certified kind, and some of every other mechanism.
enum BatchLeases {
  /// More than two chunks.
  static let all: [Lease] = {
    var certified = CertifiedLeaseGenerator(seed: 20_261_121)
    var others = TestSupport.LeaseGenerator(seed: 7)
    return (0..<620).compactMap { number in
      let lease = number % 20 == 0 ? others.lease() : certified.lease()
      return (try? project(lease, case: .expected)) == nil ? nil : lease
    }
  }()

  /// The cells of all leases in each case, worked out once.
  private static let cellsByCase: [ProjectionCase: Result<[[Cell]], any Error>] = {
    var cells: [ProjectionCase: Result<[[Cell]], any Error>] = [:]
    for projectionCase in ProjectionCase.allCases {
      cells[projectionCase] = Result { try all.map { try project($0, case: projectionCase).cells } }
    }
    return cells
  }()

  /// The cells of all leases.
  static func cells(case projectionCase: ProjectionCase) throws -> [[Cell]] {
    try cellsByCase[projectionCase]?.get() ?? []
  }
}

/// 8 % a year from the day on which some of the leases have already been paid.
enum BatchRate {
  static let valuationDate = day("2028-03-17")

  /// 1.08^(−days ÷ 365), by repeated roots: no logarithm is needed where two days are compared.
  static func factor(_ paid: CalendarDate) -> Double {
    power(1.08, -Double(valuationDate.days(until: paid)) / 365)
  }

  static let discounting = BatchDiscounting(to: valuationDate, through: month("2052-12")) {
    paid, _ in
    factor(paid)
  }
}
