import FinanceBasics
import Testing

@Suite("Units")
struct MeasureUnitTests {
  @Test(
    "read back as they are written",
    arguments: [
      "USD", "EUR/year", "USD/month", "USD/kW-month", "USD/MW-IT-year", "USD/MW-gross-year",
      "USD/MW-IT", "USD/MW-gross", "USD/MW-utility", "USD/MWh", "MW", "%", "shares",
    ])
  func roundTrip(_ text: String) throws {
    #expect(try MeasureUnit(reading: text).description == text)
  }

  @Test(
    "that are misspelt name the nearest",
    arguments: [
      ("USD/kW-mont", "USD/kW-month"), ("usd", "USD"), ("USD/MW-IT-yaer", "USD/MW-IT-year"),
    ])
  func nearest(_ text: String, _ nearest: String) {
    do throws(QuantityFault) {
      let unit = try MeasureUnit(reading: text)
      Issue.record("\(text) was read as \(unit)")
    } catch {
      #expect(error == .unitUnknown(text, nearest: nearest))
    }
  }
}
