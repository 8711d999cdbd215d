import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore

extension GeneratedLease {
  /// The version that records the deal, with its file and what the engine derives from it.
  ///
  /// - Throws: What is wrong with the fields or the lease, which is a fault of the generator.
  func record() throws -> NewEntry {
    let fields = fields
    let deal = try Deal(fields: fields, sources: [DealWorld.release])
    let projection = try project(lease)
    let derived = DerivedFigures(
      engine: "leasebook-bench",
      halls: projection.lease.halls.map {
        .init(
          name: $0.name, criticalIT: $0.criticalIT, baseTerm: $0.baseTerm, firstMonthRent: nil)
      }, totalContractValue: projection.contractValue)
    return .deal(
      VersionRecord(
        deal, change: .original, document: Self.document("deal-\(number).yaml", of: fields),
        derived: derived))
  }

  /// A file of about the length of a real one: each leaf on a line, with its block and its path.
  private static func document(_ name: String, of fields: [DealField]) -> Document {
    var text = ""
    for field in fields {
      text += "\(field.block.rawValue).\(field.path): {value: \(field.text), source: release}\n"
    }
    return Document(name: name, bytes: Array(text.utf8))
  }
}
