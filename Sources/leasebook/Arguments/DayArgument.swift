import ArgumentParser
import FinanceBasics

/// Reads a day of the command line, written `YYYY-MM-DD`.
///
/// - Throws: `ValidationError` that says what is wrong with it.
func readDay(_ text: String) throws -> CalendarDate {
  if let day = CalendarDate(text) { return day }
  let form = "write one day as YYYY-MM-DD, such as 2027-06-30"
  do throws(DateFault) {
    _ = try StatedDate(reading: text)
  } catch {
    throw ValidationError("\(error.problem); \(form)")
  }
  throw ValidationError("'\(text)' is a period; \(form)")
}
