import ArgumentParser
import FinanceBasics
import LeaseModel

/// Reads a day of the command line, written `YYYY-MM-DD`, from 1900-01-01 to 2300-12-31.
///
/// - Throws: `ValidationError` that says what is wrong with it.
func readDay(_ text: String) throws -> CalendarDate {
  if let day = CalendarDate(text) {
    guard Deal.days.contains(day) else {
      throw ValidationError(
        "\(text) is not between \(Deal.days.lowerBound) and \(Deal.days.upperBound).")
    }
    return day
  }
  let form = "write one day as YYYY-MM-DD, such as 2027-06-30"
  do throws(DateFault) {
    _ = try StatedDate(reading: text)
  } catch {
    throw ValidationError("\(error.problem); \(form)")
  }
  throw ValidationError("'\(text)' is a period; \(form)")
}
