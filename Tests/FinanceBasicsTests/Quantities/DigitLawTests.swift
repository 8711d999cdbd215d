import FinanceBasics
import Testing

/// Numbers of 1 to 200 digits, in every form in which a file may hold them.
@Suite("Texts of many digits")
struct DigitLawTests {
  private static let dimensions = Dimension.allCases

  /// Digits alone, with a point, with commas, with a sign, and what is no number for it.
  private static func forms(of count: Int) -> [String] {
    let digits = String(repeating: "9", count: count)
    let zeros = String(repeating: "0", count: count)
    let groups = String(digits.enumerated().flatMap { $0.offset % 3 == 0 ? [",", "9"] : ["9"] })
    return [
      digits, "1\(zeros)", zeros, "-\(digits)", "--\(digits)", "\(digits).\(digits)",
      "0.\(zeros)1", "\(digits).", ".\(digits)", String(groups.dropFirst()), "\(digits),000",
      "\(digits)-\(digits)", "\(digits)e\(digits)", "\(digits) \(digits)",
      "\(digits) bn", "about \(digits)", "up to 0.\(digits)", "\(digits) to \(digits)",
      "\(digits).\(digits) bn", "\(digits) - 0.\(digits)", "0.\(digits) + \(digits) bn",
    ]
  }

  @Test("are figures or faults with a remedy, of whatever measure", arguments: 1...200)
  func figures(_ count: Int) {
    for dimension in Self.dimensions {
      let unit = dimension.example.split(separator: " ").last.map(String.init) ?? ""
      for text in Self.forms(of: count) {
        let whole = dimension == .number ? text : "\(text) \(unit)"
        do throws(QuantityFault) {
          let figure = try Figure(reading: whole, as: dimension)
          #expect(!(figure.high < figure.low))
          // What was read can be used: two such numbers have a product, and it a sum.
          let product = figure.point * figure.point
          #expect(!(product + product < .zero))
        } catch {
          #expect(!error.problem.isEmpty && !error.remedy.isEmpty, "\(whole)")
        }
      }
    }
  }

  /// 10¹⁵ is the bound of money, so that 15 nines are within it and 16 are not.
  @Test("are beyond the bound of money from 16 digits on", arguments: 1...200)
  func bound(_ count: Int) {
    let text = "\(String(repeating: "9", count: count)) USD"
    do throws(QuantityFault) {
      let figure = try Figure(reading: text, as: .money)
      #expect(count <= 15)
      #expect(figure.point.description + " USD" == text)
    } catch {
      #expect(count >= 16)
      #expect(error.code == "figure.out-of-bounds")
    }
  }

  @Test("are dates, lengths and decimals, or none", arguments: 1...200)
  func others(_ count: Int) {
    for text in Self.forms(of: count) {
      #expect(CalendarDate(text) == nil && YearMonth(text) == nil)
      #expect(StatedDate(text) == nil || count <= 4)
      for unit in ["years", "months", "days", "years \(text) months"] {
        let length = Tenor("\(text) \(unit)")
        #expect(length.map { ($0.months ?? 0) <= Tenor.maximumMonths } ?? true)
      }
      guard let value = ExactDecimal(text) else { continue }
      #expect(ExactDecimal(value.description) == value)
    }
  }
}
