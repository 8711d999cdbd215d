/// A result that is wrong, so that the time it took means nothing.
struct CheckFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// - Throws: A failure with both values unless they are equal.
  static func expectEqual<Value: Equatable>(
    _ found: Value, _ expected: Value, _ what: String
  ) throws {
    guard found == expected else {
      throw CheckFailure("\(what): found \(found), expected \(expected)")
    }
  }
}
