/// The place of a cell, written as spreadsheet programs do.
public struct CellReference: Hashable, Sendable {
  /// From 0.
  public let row: Int
  /// From 0.
  public let column: Int

  /// A place by its row and column, both from 0.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Such as `B7`, which moves with a formula that is copied.
  public var text: String { "\(Self.letters(column))\(row + 1)" }

  /// Such as `$B$7`, which does not.
  public var fixed: String { "$\(Self.letters(column))$\(row + 1)" }

  /// The letters of a column: `A` for 0, `AA` for 26.
  public static func letters(_ column: Int) -> String {
    var rest = column
    var letters = ""
    while rest >= 0 {
      letters = "\(Character(Unicode.Scalar(UInt8(65 + rest % 26))))" + letters
      rest = rest / 26 - 1
    }
    return letters
  }
}
