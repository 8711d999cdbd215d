import FinanceBasics
import LeaseModel

/// What the values of a lever are, and thereby how they are read, stepped and bounded.
enum LeverKind: Hashable, Sendable {
  /// A figure of any of these measures.
  case figure([Dimension])
  /// A percentage from 0 to 100.
  case share
  /// Calendar months or days; a delay may be negative, a length may not.
  case time(isDelay: Bool)
  case date
  case count(ClosedRange<Int>)
  /// A plain factor above zero.
  case factor

  /// `nil` of fields that hold no number and no day.
  init?(_ kind: FieldKind) {
    switch kind {
    case .figure(let dimensions): self = .figure(dimensions)
    case .share: self = .share
    case .length: self = .time(isDelay: false)
    case .date, .choiceOrDate, .dateOrLeaseYear: self = .date
    case .count(let bounds): self = .count(bounds)
    case .multiplier: self = .factor
    default: return nil
    }
  }
}

extension FieldPath {
  /// The path without the names of its elements, as the catalog of fields has it.
  var catalogPattern: String {
    var pattern = ""
    for step in steps {
      switch step {
      case .key(let name): pattern += pattern.isEmpty ? name : ".\(name)"
      case .element: pattern += "[]"
      }
    }
    return pattern
  }

  /// The outermost list above whose elements have numbers instead of names; `nil` where none is.
  ///
  /// A scenario replaces such a list as a whole.
  var numberedList: FieldPath? {
    var path = FieldPath.root
    for step in steps {
      switch step {
      case .key(let name): path = path.key(name)
      case .element(let name):
        let named = FieldCatalog.definition("\(path.catalogPattern)[].name", in: .terms)
        if named == nil { return path }
        path = path.element(name)
      }
    }
    return nil
  }
}
