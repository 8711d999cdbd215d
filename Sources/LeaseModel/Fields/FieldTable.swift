import FinanceBasics

/// The fields of one part of a deal by path, read, with the elements of every list.
struct FieldTable {
  struct Entry {
    let value: FieldValue
    /// The place of the field among those of the deal.
    let index: Int
    let basis: Basis
    let text: String
    /// What the terms say, where a solved value narrows it.
    var disclosed: FieldValue?
  }

  private var entries: [Entry] = []
  /// Where the entry of each path is.
  private var places: [String: Int] = [:]
  /// The names of the elements of each list, in the order of the file.
  private(set) var elements: [String: [String]] = [:]

  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  /// The entry at a path.
  subscript(path: String) -> Entry? { places[path].map { entries[$0] } }

  /// Every path, in the order of the file.
  var paths: [String] { places.sorted { $0.value < $1.value }.map(\.key) }

  mutating func insert(_ entry: Entry, at path: FieldPath) {
    places[path.description] = entries.count
    entries.append(entry)
    note(elementsOf: path)
  }

  /// Adds the list elements that a path goes through.
  mutating func note(elementsOf path: FieldPath) {
    guard path.description.utf8.contains(UInt8(ascii: "[")) else { return }
    for (list, element) in path.elements {
      if elements[list]?.last == element { continue }
      if elements[list]?.contains(element) == true { continue }
      elements[list, default: []].append(element)
    }
  }

  /// The paths of the elements of a list, such as `halls[hall 1]`, in the order of the file.
  func elementPaths(of list: String) -> [String] {
    (elements[list] ?? []).map { "\(list)[\($0)]" }
  }

  func has(_ path: String) -> Bool { places[path] != nil }

  /// Whether a path says something, be it malformed: `none` does not.
  func states(_ path: String) -> Bool {
    guard let place = places[path] else { return false }
    if case .none = entries[place].value { return false }
    return true
  }

  /// Whether any field stands at a path or below it.
  func holds(below path: String) -> Bool {
    let above = FieldPath(known: path)
    return places.keys.contains { FieldPath(known: $0).isAt(orBelow: above) }
  }

  private func stated<Value: Sendable>(
    _ path: String, _ read: (FieldValue) -> Value?
  ) -> Stated<Value>? {
    guard let place = places[path], let value = read(entries[place].value) else { return nil }
    return Stated(
      value, basis: entries[place].basis, path: FieldPath(known: path),
      disclosed: entries[place].disclosed.flatMap(read))
  }

  func text(_ path: String) -> Stated<String>? {
    stated(path) { if case .text(let text) = $0 { text } else { nil } }
  }

  func identifier<Thing>(_ path: String) -> Stated<Identifier<Thing>>? {
    stated(path) { if case .text(let text) = $0 { Identifier<Thing>(text) } else { nil } }
  }

  func choice<Word: RawRepresentable & Sendable>(_ path: String) -> Stated<Word>?
  where Word.RawValue == String {
    stated(path) { if case .text(let text) = $0 { Word(rawValue: text) } else { nil } }
  }

  /// A field that says yes or no.
  func flag(_ path: String) -> Stated<Bool>? {
    text(path)?.map { $0 == "yes" }
  }

  func figure(_ path: String) -> Stated<Figure>? {
    stated(path) { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  func date(_ path: String) -> Stated<StatedDate>? {
    stated(path) { if case .date(let date) = $0 { date } else { nil } }
  }

  func length(_ path: String) -> Stated<Tenor>? {
    stated(path) { if case .length(let length) = $0 { length } else { nil } }
  }

  func count(_ path: String) -> Stated<Int>? {
    stated(path) { if case .count(let count) = $0 { count } else { nil } }
  }

  func multiplier(_ path: String) -> ExactDecimal? {
    if case .multiplier(let factor) = self[path]?.value { factor } else { nil }
  }

  func leaseYears(_ path: String) -> Range<Int>? {
    if case .leaseYears(let years) = self[path]?.value { years } else { nil }
  }

  func leaseYear(_ path: String) -> Stated<Int>? {
    stated(path) { if case .leaseYear(let year) = $0 { year } else { nil } }
  }
}
