import FinanceBasics
import LeaseModel
import Testing

@Suite("Catalogue of fields")
struct FieldCatalogTests {
  @Test("names each field once")
  func uniqueness() {
    let names = FieldCatalog.all.map { "\($0.section.rawValue) \($0.pattern)" }
    #expect(Set(names).count == names.count)
  }

  @Test("explains each field in one sentence")
  func summaries() {
    for field in FieldCatalog.all {
      #expect(field.summary.hasSuffix("."), "\(field.fullPattern)")
      #expect(!field.example.isEmpty, "\(field.fullPattern)")
    }
  }

  @Test("gives an example that the field itself takes", arguments: FieldCatalog.all.indices)
  func examples(_ index: Int) {
    let field = FieldCatalog.all[index]
    guard field.section == .terms || field.section == .announcedFigures else { return }
    let path = field.pattern.replacing("[]", with: "[1]")
    let block = field.blocks[0].rawValue
    let faults = DraftBuilder.codes(DraftBuilder.minimum + [("\(block).\(path)", field.example)])
    let ofGroups = [
      "field.missing", "term.expiry-missing", "periods.not-tiling", "field.doubled",
      "field.in-two-blocks", "take-or-pay.without-ramp", "billing.calendar-missing",
      "tariff.shares-alone", "renewals.not-there",
    ]
    #expect(faults.filter { !ofGroups.contains($0) } == [], "\(field.fullPattern)")
  }

  @Test("finds the place of a field that stands elsewhere")
  func place() {
    #expect(FieldCatalog.place(of: "contractvalue", in: .terms) == "rent.contractValue")
    #expect(FieldCatalog.place(of: "nonsense", in: .terms) == nil)
  }
}
