import FinanceBasics
import LeaseModel

/// The elements of the lists of one version that have no names, by what tells them apart: a loan by
/// its instrument, a guarantee by its guarantor, a step by its day.
///
/// Two versions may number the same element otherwise.
struct ListElements {
  /// The element as it is written, such as `financing[2]`, and as it is told apart.
  private var labels: [String: String] = [:]
  /// The written number of each element by its list as written and its label.
  private var numbers: [String: String] = [:]
  private let written: Set<String>

  /// The keys that tell elements apart, the first that an element has.
  private static let keys = [
    "instrument", "guarantor", "holder", "kind", "years", "from", "year", "month", "date",
    "fromDay", "path", "length",
  ]

  init(_ fields: [DealField]) {
    var texts: [String: [String: String]] = [:]
    var elements: [(list: String, number: String)] = []
    for field in fields {
      for (list, number) in Self.numbered(field.path) {
        let element = "\(list)[\(number)]"
        if texts[element] == nil { elements.append((list, number)) }
        let key = String(field.path.description.dropFirst(element.count + 1))
        texts[element, default: [:]][key] = field.text
      }
    }
    var seen: [String: Int] = [:]
    for (list, number) in elements {
      let element = "\(list)[\(number)]"
      guard let text = Self.keys.lazy.compactMap({ texts[element]?[$0] }).first else { continue }
      let count = seen["\(list)[\(text)", default: 0] + 1
      seen["\(list)[\(text)"] = count
      let label = count == 1 ? text : "\(text), \(count)"
      labels[element] = label
      numbers["\(list)[\(label)]"] = number
    }
    written = Set(elements.map { "\($0.list)[\($0.number)]" })
  }

  /// The lists that a path goes through whose elements have numbers, the outermost first.
  private static func numbered(_ path: FieldPath) -> [(list: String, number: String)] {
    var found: [(list: String, number: String)] = []
    var above = FieldPath.root
    for step in path.steps {
      switch step {
      case .key(let name): above = above.key(name)
      case .element(let name):
        if Int(name) != nil { found.append((above.description, name)) }
        above = above.element(name)
      }
    }
    return found
  }

  /// A path with every element as it is told apart, by which two versions are compared.
  func compared(_ path: FieldPath) -> String { rewritten(path) { labels[$0] } }

  /// A path with the numbers of its elements, but for those that another version numbers otherwise.
  func shown(_ path: FieldPath, beside other: ListElements) -> String {
    rewritten(path) { element in
      guard let label = labels[element], let opening = element.lastIndex(of: "[") else {
        return nil
      }
      let number = element[opening...].dropFirst().dropLast()
      let elsewhere = other.numbers["\(element[..<opening])[\(label)]"]
      let isAlike = elsewhere.map { $0 == number } ?? !other.written.contains(element)
      return isAlike ? nil : label
    }
  }

  /// - Parameter label: Of an element as it is written; `nil` where it keeps its number.
  private func rewritten(_ path: FieldPath, _ label: (String) -> String?) -> String {
    guard path.description.utf8.contains(UInt8(ascii: "[")) else { return path.description }
    var above = FieldPath.root
    var text = ""
    for step in path.steps {
      switch step {
      case .key(let name):
        above = above.key(name)
        text += text.isEmpty ? name : ".\(name)"
      case .element(let name):
        above = above.element(name)
        text += "[\((Int(name) == nil ? nil : label(above.description)) ?? name)]"
      }
    }
    return text
  }
}
