import CashFlowEngine
import FinanceBasics
import Interchange
import LeaseModel
import Valuation

/// A deal that was read without a fault: what must hold of it whatever it says.
struct FuzzedDeal {
  private let deal: Deal
  private let series: [String: IndexSeries]

  init(_ deal: Deal, series: [String: IndexSeries]) {
    self.deal = deal
    self.series = series
  }

  /// Writes it and reads that again, resolves it, and projects and values it in each case.
  func run() {
    readAgain()
    project(deal, delays: [:])
  }

  /// Projects what a scenario makes of it, with the scenario's delays.
  func run(under scenario: Scenario) {
    do {
      project(try deal.applying(scenario), delays: scenario.delays(of: deal))
    } catch {
      precondition(!error.rendered.isEmpty, "a refusal says why")
    }
  }

  private func project(_ deal: Deal, delays: [String: Delay]) {
    do {
      let resolved = try deal.resolvedLease(series: series, delays: delays)
      precondition(resolved.remarks.allSatisfy { !$0.description.isEmpty }, "remarks are sentences")
      for projectionCase in ProjectionCase.allCases { project(resolved.lease, projectionCase) }
    } catch {
      precondition(!error.diagnostics.rendered.isEmpty, "a refusal says why")
    }
  }

  /// What is written of a deal is a deal file again.
  private func readAgain() {
    let text = DealFileWriter().text(of: deal)
    let file = DealFileBatch.File(path: "written.yaml", bytes: Array(text.utf8))
    do {
      _ = try DealFileBatch(reading: [file], references: .whereDefined)
    } catch {
      preconditionFailure("a written deal is read again, but:\n\(error.rendered)\n\(text)")
    }
  }

  private func project(_ lease: Lease, _ projectionCase: ProjectionCase) {
    do {
      let projection = try CashFlowEngine.project(lease, case: projectionCase)
      precondition(projection.warnings.allSatisfy { !$0.description.isEmpty }, "so are warnings")
      value(projection, on: lease.firstCommencement)
    } catch {
      precondition(!error.problem.isEmpty && !error.remedy.isEmpty, "a refusal says why")
    }
  }

  /// Cells sum to their totals, and are worth something finite.
  private func value(_ projection: Projection, on date: CalendarDate) {
    var flows: [DatedFlow] = []
    var sum: Int64 = 0
    projection.forEachCell { cell in
      sum += cell.minorUnits
      flows.append(
        DatedFlow(
          date: cell.due, amount: Double(cell.minorUnits), accrualMonth: cell.month))
    }
    let totals = Charge.allCases.reduce(Int64(0)) { $0 + projection.total(of: $1) }
    precondition(sum == totals, "cells sum to the totals of their charges")
    do {
      let value = try presentValue(of: flows, on: date, rate: 0.08, convention: .actual365)
      precondition(value.amount.isFinite, "a value is finite")
    } catch {
      preconditionFailure("posted flows have a value, but: \(error.problem)")
    }
  }
}
