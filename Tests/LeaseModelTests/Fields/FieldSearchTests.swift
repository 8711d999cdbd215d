import LeaseModel
import Testing

@Suite("Search of fields")
struct FieldSearchTests {
  @Test(
    "finds one field by its path, with or without block, brackets and elements",
    arguments: [
      "terms.halls[].criticalIT", "halls[hall 1].criticalIT", "halls.criticalIT",
      "assumptions.halls.criticalit",
    ])
  func path(_ text: String) {
    #expect(FieldSearch(text).fields.map(\.fullPattern) == ["terms.halls[].criticalIT"])
  }

  @Test("lists what stands below a group, and nothing else")
  func group() {
    let found = FieldSearch("renewals").fields
    #expect(found.count > 3)
    #expect(found.allSatisfy { $0.pattern.hasPrefix("renewals") })
    #expect(FieldSearch("sites").fields.allSatisfy { $0.section == .sites })
  }

  @Test("lists every field of a name that stands in several places")
  func name() {
    let found = Set(FieldSearch("contractValue").fields.map(\.fullPattern))
    #expect(found.contains("terms.rent.contractValue"))
    #expect(found.contains("terms.periods[].rent.contractValue"))
    #expect(found.contains("announcedFigures.contractValue"))
  }

  @Test(
    "names the nearest where there is none",
    arguments: [("rent.escalatr.fixed", "rent.escalator.fixed"), ("tennant", "tenant")])
  func misspelt(_ text: String, _ meant: String) {
    let search = FieldSearch(text)
    #expect(search.fields.isEmpty)
    #expect(search.nearest == meant)
  }

  @Test("has nothing to say of what is like no field")
  func nonsense() {
    #expect(FieldSearch("zzzzzzzzzzzz").nearest == nil)
    #expect(FieldSearch("").fields.count == FieldCatalog.all.count)
  }
}
