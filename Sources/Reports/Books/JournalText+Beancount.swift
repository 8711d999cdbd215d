import Bookkeeping
import FinanceBasics

extension JournalText {
  /// Accounts are opened on the first day, and each is asserted to stand where it does at the end.
  var beancount: String {
    let lines = entries.map(lines)
    var balances: [String: [Currency: Int64]] = [:]
    for line in lines.joined() {
      balances[line.account, default: [:]][line.currency, default: 0] += line.minorUnits
    }
    guard let first = entries.first?.day, let last = entries.last?.day else { return "" }
    let currencies = Set(entries.map(\.voucher.currency)).sorted { $0.code < $1.code }
    let accounts = balances.keys.sorted()
    let width = accounts.map(\.count).max() ?? 0
    var text = currencies.map { "option \"operating_currency\" \"\($0)\"\n" }.joined() + "\n"
    for account in accounts {
      let codes = (balances[account] ?? [:]).keys.map(\.code).sorted().joined(separator: ",")
      text += "\(first) open \(account) \(codes)\n"
    }
    for (entry, lines) in zip(entries, lines) {
      text += "\n\(entry.day) * \"\(entry.voucher.number)\" \"\(entry.words)\"\n"
      for note in entry.notes { text += "  ; \(note)\n" }
      for line in lines { text += "  \(line.text(width: width))\n" }
    }
    text += "\n"
    for account in accounts {
      for (currency, sum) in (balances[account] ?? [:]).sorted(by: { $0.key.code < $1.key.code }) {
        let line = Line(account: account, minorUnits: sum, currency: currency)
        text += "\(last.adding(days: 1)) balance \(line.text(width: width))\n"
      }
    }
    return text
  }
}
