import FinanceBasics
import Interchange
import LeaseModel
import Reports

/// What `check` found in files without faults: what each holds, and whether it can be projected.
struct CheckReport {
  private let batch: DealFileBatch

  init(_ batch: DealFileBatch) {
    self.batch = batch
  }

  func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: batch.items.compactMap(line).joined() + summary
    case .csv: renderCSV(DiagnosticReport([]))
    case .json: renderJSON(DiagnosticReport([]))
    }
  }

  private func line(of item: Recordable) -> String? {
    switch item {
    case .party, .site: nil
    case .series(let series, let file, _): "\(file.file): \(SeriesSummary(series).sentence)\n"
    case .scenario(let scenario, let file): "\(file.file): scenario \(scenario.id)\n"
    case .deal(let deal, let file): "\(file.file): \(deal.id)\(state(of: deal))\n"
    case .amendment(let draft, let deal, let file):
      "\(file.file): \(draft.name ?? "amendment") of \(deal.id)\(state(of: deal))\n"
    }
  }

  private func state(of deal: Deal) -> String {
    do throws(NotProjectable) {
      _ = try deal.lease(series: batch.book.indexSeries)
      return ""
    } catch {
      let missing = error.faults.map(\.problem).joined(separator: "; ")
      return ": can be recorded, but not projected: \(missing)"
    }
  }

  private var summary: String {
    let count = batch.files.count
    return "\(count) \(count == 1 ? "file" : "files"), no fault\n"
  }
}
