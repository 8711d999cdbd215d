import CashFlowEngine
import FinanceBasics

extension Projection {
  /// The posted cells of a charge, by hall and month.
  func cells(of charge: Charge) -> [Cell] { cells.filter { $0.charge == charge } }

  /// The posted amounts of a charge, by hall and month.
  func amounts(of charge: Charge) -> [Int64] { cells(of: charge).map(\.minorUnits) }

  /// The days on which a charge is paid, by hall and month.
  func dueDays(of charge: Charge) -> [String] { cells(of: charge).map(\.due.description) }
}
