extension Value {
  /// What people read in a column of a kind, amounts in currency units to the cent.
  package func shownText(in kind: ColumnKind) -> String {
    CellText(self, in: kind, scale: AmountScale(.units, largest: .max), isASCII: false).sentence
  }

  /// The words, or `nil` for what is not words, without what no terminal and no cell may hold.
  package var words: String? {
    guard case .text(let text) = content else { return nil }
    return plain(text + (mark ?? ""), isASCII: false, keepsLines: true)
  }
}

extension Table {
  /// The line that states the currency of amounts in units; `nil` where there is none to state.
  package var currencyStatement: String? {
    amounts.isEmpty
      ? nil
      : AmountScale(.units, largest: .max).statement(in: currency, isRounded: false)
  }
}
