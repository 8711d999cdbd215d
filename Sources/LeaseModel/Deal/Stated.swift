/// Where a value comes from: a source, our assumption, a tool that solved it, or a scenario.
public enum Basis: String, CaseIterable, Sendable {
  case disclosed
  case solved
  case assumed
  /// Changed by a scenario, in place of what is assumed or solved.
  case scenario
}

/// A value with where it comes from and where it stands in the deal file.
public struct Stated<Value: Sendable>: Sendable {
  /// What was read.
  public let value: Value
  /// Where the value comes from.
  public let basis: Basis
  /// The path without its block, such as `rent.contractValue`.
  public let path: FieldPath

  /// Takes the parts as they are.
  public init(_ value: Value, basis: Basis, path: FieldPath) {
    self.value = value
    self.basis = basis
    self.path = path
  }

  /// The same place with another value read from it.
  public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Stated<Other> {
    Stated<Other>(transform(value), basis: basis, path: path)
  }
}

extension Stated: Equatable where Value: Equatable {}
extension Stated: Hashable where Value: Hashable {}
