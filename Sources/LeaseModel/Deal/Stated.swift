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
  /// What a source says, where a solved value stands for it; `nil` of every other value.
  public let disclosed: Value?

  /// Takes the parts as they are.
  public init(_ value: Value, basis: Basis, path: FieldPath, disclosed: Value? = nil) {
    self.value = value
    self.basis = basis
    self.path = path
    self.disclosed = disclosed
  }

  /// The value as its source gives it, or as it stands where no solved one narrows it.
  public var published: Value { disclosed ?? value }

  /// The same place with another value read from it.
  public func map<Other: Sendable>(_ transform: (Value) -> Other) -> Stated<Other> {
    Stated<Other>(
      transform(value), basis: basis, path: path, disclosed: disclosed.map(transform))
  }
}

extension Stated: Equatable where Value: Equatable {}
extension Stated: Hashable where Value: Hashable {}
