import FinanceBasics
import LeaseModel
import Testing

@Suite("Fields of many digits")
struct DigitLawTests {
  /// A field of each kind of the catalog, which reads its text by a grammar of its own.
  private static let fields: [FieldDefinition] = {
    var seen: Set<FieldKind> = []
    return FieldCatalog.all.filter { field in
      (field.section == .terms || field.section == .announcedFigures)
        && seen.insert(field.kind).inserted
    }
  }()

  @Test("are read or refused with a remedy, whatever the field takes", arguments: 1...200)
  func anyField(_ count: Int) {
    let digits = String(repeating: "8", count: count)
    let forms = [
      digits, "-\(digits)", "0.\(digits)", "\(digits).\(digits)", "\(digits),\(digits)",
      "\(digits)-\(digits)", "1-\(digits)", "year \(digits)", "\(digits) %", "\(digits) years",
      "2027-\(digits)", "\(digits)-06-30", "2027-Q\(digits)", "12-\(digits)",
    ]
    for field in Self.fields {
      let path = "\(field.blocks[0].rawValue).\(field.pattern.replacing("[]", with: "[1]"))"
      for text in forms {
        do throws(Diagnostics) {
          _ = try DraftBuilder.deal(DraftBuilder.minimum + [(path, text)])
        } catch {
          #expect(error.all.allSatisfy { !$0.problem.isEmpty && !$0.remedy.isEmpty })
        }
      }
    }
  }

  /// Hall 1 costs 10¹⁵ USD/MW × 9 MW, hall 2 has 12 digits behind the point of both its factors:
  /// the sum of the two would take 16 digits before the point and 24 behind it.
  @Test("at their bounds make a lease without harm")
  func products() throws {
    let deal = try DraftBuilder.deal(
      DraftBuilder.riverBend.filter { $0.0 != "terms.criticalIT" } + [
        ("terms.halls[1].name", "1"), ("terms.halls[1].criticalIT", "9 MW"),
        ("terms.halls[1].capitalCost", "999999999999999 USD/MW-IT"),
        ("terms.halls[2].name", "2"), ("terms.halls[2].criticalIT", "99999.333333333333 MW"),
        ("terms.halls[2].capitalCost", "999999.333333333333 USD/MW-IT"),
      ])
    let cost = try #require(try deal.lease().capital?.cost)
    guard case .total(let total) = cost else {
      Issue.record("the halls' costs were not added")
      return
    }
    // 8,999,999,999,999,991 and 99,999.333333333333 × 999,999.333333333333 = 99,999,266,667.1 are the two.
    #expect(total.description.hasPrefix("9000099999266658.1"))
  }
}
