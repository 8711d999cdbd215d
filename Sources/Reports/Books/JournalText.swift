public import Bookkeeping
import FinanceBasics
import LeaseModel

/// The books as a journal that another program reads and checks.
///
/// Every commodity and account is declared, transactions go by day, and amounts have two digits.
public struct JournalText: Sendable {
  let entries: [JournalEntry]

  /// - Parameter entries: In the order of the journal.
  public init(_ entries: [JournalEntry]) {
    self.entries = entries
  }

  /// The whole journal, ending in a line end.
  public func rendered(as format: JournalFormat) -> String {
    switch format {
    // Of two ways to declare a commodity this is the one that both programs read.
    case .hledger, .ledger: plainText
    case .beancount: beancount
    case .csv: renderCSV(table)
    }
  }

  /// One posting in an account as journals name it.
  struct Line {
    let account: String
    let minorUnits: Int64
    let currency: Currency

    /// The account in a column, and the amount.
    func text(width: Int) -> String {
      let padding = String(repeating: " ", count: max(0, width - account.count))
      return "\(account)\(padding)  \(plainAmount(minorUnits)) \(currency)"
    }
  }

  func lines(of entry: JournalEntry) -> [Line] {
    entry.postings.map { posting in
      Line(
        account: Self.name(of: posting.account, in: entry.voucher),
        minorUnits: posting.minorUnits, currency: entry.voucher.currency)
    }
  }

  /// The account of the chart with its deal, or the bank with its landlord, below it.
  static func name(of account: Account, in voucher: Voucher) -> String {
    let owner = account == .bank ? voucher.number.landlord.text : voucher.deal.text
    // Ids have small letters only, so that no two become one.
    let words = owner.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "\(account.rawValue):\(words.joined(separator: "-"))"
  }

  private var plainText: String {
    let lines = entries.map(lines)
    let accounts = Set(lines.joined().map(\.account)).sorted()
    let width = accounts.map(\.count).max() ?? 0
    let currencies = Set(entries.map(\.voucher.currency)).sorted { $0.code < $1.code }
    var text = currencies.map {
      "commodity \($0)\n    format 1000.00 \($0)\n"
    }.joined()
    text += "\n" + accounts.map { "account \($0)\n" }.joined()
    for (entry, lines) in zip(entries, lines) {
      text += "\n\(entry.day) * (\(entry.voucher.number)) \(entry.words)\n"
      for note in entry.notes { text += "    ; \(note)\n" }
      for line in lines { text += "    \(line.text(width: width))\n" }
    }
    return text
  }

  private var table: Table {
    Table(
      columns: [
        Column("day", "Day", .date), Column("document", "Document", .text),
        Column("kind", "Kind", .text), Column("landlord", "Landlord", .text),
        Column("deal", "Deal", .text), Column("account", "Account", .text),
        Column("debit", "Debit", .amount), Column("credit", "Credit", .amount),
        Column("amount", "Amount", .amount), Column("currency", "Currency", .text),
        Column("reference", "Reference", .text),
      ],
      rows: entries.flatMap { entry in
        entry.postings.map { posting in
          let voucher = entry.voucher
          return Row([
            .date(entry.day), .text(voucher.number.description), .text(voucher.kindWords),
            .text(voucher.number.landlord.text), .text(voucher.deal.text),
            .text(posting.account.rawValue), .amount(max(posting.minorUnits, 0)),
            .amount(max(-posting.minorUnits, 0)), .amount(posting.minorUnits),
            .text(voucher.currency.code), voucher.reference.map { .text($0) } ?? .blank,
          ])
        }
      })
  }
}

extension JournalEntry {
  /// What the transaction is, in words that no journal takes for something else.
  var words: String {
    let reference = voucher.reference.map { " \($0)" } ?? ""
    return Self.harmless("\(voucher.kindWords) \(voucher.deal)\(reference)")
  }

  /// What the lines of the document are for; of the day on which it is posted alone.
  var notes: [String] {
    guard day == voucher.day else { return [] }
    let reason = voucher.reason.map { ["because of " + Self.harmless($0)] } ?? []
    return reason
      + voucher.lines.map { line in
        let parts = [
          line.key.item.rawValue, line.key.hall, line.key.month.description, line.clause ?? "",
          line.about.map { "about \($0)" } ?? "", plainAmount(line.minorUnits),
        ]
        return parts.filter { !$0.isEmpty }.map(Self.harmless).joined(separator: ", ")
      }
  }

  /// Letters, digits and a few signs: colons, semicolons, quotes and brackets mean something.
  private static func harmless(_ text: String) -> String {
    let kept = text.map { character -> Character in
      character.isLetter || character.isNumber || "-_.#/+".contains(character) ? character : " "
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }
}
