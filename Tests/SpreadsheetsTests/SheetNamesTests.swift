import Testing

@testable import Spreadsheets

@Suite("Names of sheets")
struct SheetNamesTests {
  @Test(
    "are what a workbook may hold",
    arguments: [
      ("Cash flows", "Cash flows"), ("a/b\\c:d*e?f[g]h", "a b c d e f g h"), ("", "Sheet"),
      ("'quoted'", "quoted"), ("History", "Sheet"),
      // 31 characters.
      ("Grid of terawulf-lake-mariner-cb3-cb4", "Grid of terawulf-lake-mariner-c"),
    ])
  func valid(_ wanted: String, _ name: String) {
    var names = SheetNames()
    #expect(names.name(for: wanted) == name)
  }

  @Test("differ in more than case")
  func unique() {
    var names = SheetNames()
    let given = ["Data", "data", "Data", String(repeating: "x", count: 40)].map {
      names.name(for: $0)
    }
    #expect(given == ["Data", "data 2", "Data 3", String(repeating: "x", count: 31)])
    #expect(
      names.name(for: String(repeating: "X", count: 31)) == String(repeating: "X", count: 29) + " 2"
    )
  }
}

@Suite("References to cells")
struct CellReferenceTests {
  @Test(
    "count columns in letters",
    arguments: [
      (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
      (16_383, "XFD"),  // the last column of a sheet
    ])
  func letters(_ column: Int, _ letters: String) {
    #expect(CellReference.letters(column) == letters)
    #expect(CellReference(row: 6, column: column).fixed == "$\(letters)$7")
  }
}
