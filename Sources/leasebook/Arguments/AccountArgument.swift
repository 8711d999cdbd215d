import ArgumentParser
import Bookkeeping

/// Reads an account of the chart by its name or by the end of it: `receivables`.
///
/// - Throws: `ValidationError` that lists the accounts.
func readAccount(_ text: String) throws -> Account {
  let wanted = text.lowercased()
  let found = Account.allCases.first { account in
    let name = account.rawValue.lowercased()
    return name == wanted || name.hasSuffix(":\(wanted)")
  }
  if let found { return found }
  let names = Account.allCases.map(\.rawValue).joined(separator: ", ")
  throw ValidationError("'\(text)' is no account of the chart: \(names)")
}
