import ArgumentParser
import Bookkeeping
import FinanceBasics

/// Reads an account of the chart by its name or by the end of it: `receivables`.
///
/// - Throws: `ValidationError` with the nearest account, or with all of them.
func readAccount(_ text: String) throws -> Account {
  let wanted = text.lowercased()
  let found = Account.allCases.first { account in
    let name = account.rawValue.lowercased()
    return name == wanted || name.hasSuffix(":\(wanted)")
  }
  if let found { return found }
  let names = Account.allCases.map(\.rawValue)
  let ends = names.map { String($0.drop { $0 != ":" }.dropFirst()) }
  let nearest = nearestName(to: text, among: ends + names)
  let way =
    nearest.map { "; write \($0), if that is what is meant" }
    ?? ": " + names.joined(separator: ", ")
  throw ValidationError("'\(text)' is no account of the chart\(way)")
}
