import GRDB

extension Row {
  /// The text of a column that is never NULL in a ledger that is whole.
  func text(_ index: Int) throws -> String {
    guard let text = self[index] as String? else { throw unreadable(index) }
    return text
  }

  /// The integer of a column that is never NULL in a ledger that is whole.
  func integer(_ index: Int) throws -> Int {
    guard let integer = self[index] as Int? else { throw unreadable(index) }
    return integer
  }

  private func unreadable(_ index: Int) -> UnreadableValue {
    let names = Array(columnNames)
    return UnreadableValue(entry: nil, column: names[index], text: "NULL")
  }
}
