import Analysis
import FinanceBasics
import LeaseModel

/// A deal with stand-ins for what it leaves wholly open, so that it can be projected.
///
/// A stand-in is no assumption: what it stands for is free in every search.
struct DealCompletion {
  /// What can be projected; `nil` where more is missing than stand-ins can be made for.
  private(set) var deal: AnalysedDeal?
  private(set) var isRentOpen = false
  private(set) var isGrowthOpen = false
  /// Whether no day is known on which a hall begins.
  private(set) var areDatesOpen = false
  /// The problems that no stand-in mends, in words.
  private(set) var missing: [String] = []

  init(_ asked: AnalysedDeal) {
    var fields: [DealField] = []
    guard case .failure(let failure) = asked.resolution else {
      deal = asked
      return
    }
    for fault in failure.faults {
      switch fault {
      case .rentMissing(let path) where path == "rent":
        isRentOpen = true
        fields.append(Self.field("rent.rate", "100 USD/kW-month"))
      case .escalatorMissing(let path):
        isGrowthOpen = true
        fields.append(Self.field("\(path).fixed", "3 %"))
      case .deliveryMissing(nil):
        areDatesOpen = true
        fields.append(Self.field("delivery.last", "\(asked.deal.announced.last)"))
      default: missing.append("\(fault.problem): \(fault.remedy)")
      }
    }
    guard missing.isEmpty else { return }
    let draft = DealDraft(fields: asked.deal.fields + fields, sources: asked.deal.sources)
    guard let whole = Deal.checked(draft).deal else {
      missing = failure.faults.map(\.problem)
      return
    }
    let completed = asked.restated(as: whole)
    if completed.resolved == nil { missing = failure.faults.map(\.problem) }
    deal = completed.resolved == nil ? nil : completed
  }

  private static func field(_ path: String, _ text: String) -> DealField {
    DealField(
      block: .scenario, path: FieldPath(parsing: path) ?? .root, text: text, line: 0, column: 0)
  }
}
