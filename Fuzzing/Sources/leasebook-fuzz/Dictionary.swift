import FinanceBasics
import LeaseModel

/// What a mutation may put in as a whole: names of fields, choices, units, scalars that are read.
func dictionaryWords() -> [String] {
  var words: Set<String> = [
    "\u{1E}", "\u{1D}", "\n  ", "\n    - ", ": {", "}", "]", "none", "not disclosed",
  ]
  for field in FieldCatalog.all {
    words.insert(field.example)
    for name in field.pattern.split(separator: ".") {
      let isList = name.hasSuffix("[]")
      words.insert("\(isList ? name.dropLast(2) : name):\(isList ? " [{" : " ")")
    }
    if case .choice(let choices) = field.kind { words.formUnion(choices) }
  }
  words.formUnion(Dimension.allCases.map(\.example))
  words.formUnion(["about ", "over ", "up to ", " bn USD", " M USD", " MW", " %", "USD/kW-month"])
  words.formUnion([
    "scenario: ", "delays: {", "all: 6 months", "deals: {", "series: ", "columns: {",
  ])
  words.formUnion([
    "frequency: monthly", "frequency: dated", "price index", "2026-01,", "2026-01-31,",
  ])
  words.formUnion(["USD/MW-IT-year", "USD/year", "USD/month", "USD/MWh", "2028-02-29", "2027-Q2"])
  return words.sorted()
}

/// A word as libFuzzer's dictionary has it: in quotes, what is not plain text as `\xAB`.
func dictionaryLine(_ word: String) -> String {
  let text = word.utf8.prefix(60).map { byte in
    let isPlain = (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
    if isPlain { return String(UnicodeScalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.count == 1 ? "0" : "") + digits
  }
  return "\"\(text.joined())\""
}
