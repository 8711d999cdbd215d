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
    case .deal(let deal, let file): "\(file.file): \(deal.id)\(state(of: deal))\n"
    case .amendment(let draft, let deal, let file):
      "\(file.file): \(draft.name ?? "amendment") of \(deal.id)\(state(of: deal))\n"
    }
  }

  private func state(of deal: Deal) -> String {
    do throws(NotProjectable) {
      _ = try deal.lease()
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
