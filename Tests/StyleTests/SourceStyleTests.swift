import Testing

/// The limits of the house style that the formatter does not hold.
@Suite("Source style")
struct SourceStyleTests {
  /// Lines of a file, comments included.
  private static let maximumFileLines = 400
  /// Lines of a function's body.
  private static let maximumFunctionLines = 70

  @Test("the tree was found")
  func treeIsFound() {
    #expect(SourceTree.sources.files.count > 50)
  }

  @Test("a file is short enough to be read at once", arguments: SourceTree.whole.files)
  func fileLength(_ file: SourceTree.File) {
    #expect(file.lines.count <= Self.maximumFileLines + 1)
  }

  @Test("a function is short enough to be read at once", arguments: SourceTree.whole.files)
  func functionLength(_ file: SourceTree.File) {
    for (line, length) in functionLengths(in: file.lines) {
      #expect(length <= Self.maximumFunctionLines, "\(file.path):\(line) has \(length) lines")
    }
  }

  @Test("no source traps on a value that input can reach", arguments: SourceTree.sources.files)
  func noTraps(_ file: SourceTree.File) {
    for banned in ["try!", "as!", "fatalError(", "TODO", "FIXME", "@unchecked Sendable"] {
      #expect(!file.lines.contains { $0.contains(banned) }, "\(file.path) has \(banned)")
    }
  }

  /// What each module may import beside the standard library: the arrows point down only.
  private static let allowed: [String: Set<String>] = [
    "FinanceBasics": [],
    "Valuation": ["FinanceBasics", "Synchronization", "Glibc", "Musl", "Darwin"],
    "LeaseModel": ["FinanceBasics"],
    "CashFlowEngine": ["FinanceBasics", "LeaseModel", "Synchronization"],
    "Bookkeeping": ["FinanceBasics", "LeaseModel", "CashFlowEngine"],
    "Analysis": ["FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation"],
    "Reconciliation": ["FinanceBasics", "LeaseModel", "CashFlowEngine", "Analysis"],
    "Interchange": ["FinanceBasics", "LeaseModel", "Yams", "Foundation"],
    "LedgerStore": [
      "FinanceBasics", "LeaseModel", "Bookkeeping", "GRDB", "GRDBSQLite", "Crypto", "Foundation",
      "Dispatch", "Synchronization",
    ],
    "Reports": [
      "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis", "Bookkeeping",
      "Reconciliation", "Foundation",
    ],
    "Spreadsheets": [
      "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis", "Reports",
      "CXlsxWriter", "Foundation",
    ],
  ]

  @Test("modules import downwards only", arguments: SourceTree.sources.files)
  func imports(_ file: SourceTree.File) {
    guard let module = file.module, let allowed = Self.allowed[module] else { return }
    let stray = Set(file.imports).subtracting(allowed)
    #expect(stray.isEmpty, "\(file.path) imports \(stray.sorted())")
  }

  /// The first line and the length of every function of a formatted file, by indentation.
  private func functionLengths(in lines: [String]) -> [(line: Int, length: Int)] {
    var lengths: [(Int, Int)] = []
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }
      let rest = line.dropFirst(indent.count)
      let words = rest.split(separator: " ", maxSplits: 5)
      guard words.contains(where: { $0 == "func" || $0.hasPrefix("init(") }),
        !rest.hasPrefix("//"), !line.hasSuffix("}")
      else { continue }
      let closing = "\(indent)}"
      guard let end = lines[index...].firstIndex(of: closing) else { continue }
      lengths.append((index + 1, end - index + 1))
    }
    return lengths
  }
}
