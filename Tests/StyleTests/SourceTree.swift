import Foundation

/// The Swift files of the package, read from where this test was compiled.
struct SourceTree: Sendable {
  struct File: Sendable, CustomStringConvertible {
    /// From the package's root, such as `Sources/Valuation/PresentValue.swift`.
    let path: String
    let lines: [String]

    var description: String { path }

    /// The module that a file under `Sources` belongs to.
    var module: String? {
      let parts = path.split(separator: "/")
      return parts.first == "Sources" && parts.count > 2 ? String(parts[1]) : nil
    }

    /// The modules that the file imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 2, words.count > place + 1,
          words[..<place].allSatisfy({ ["public", "package", "@testable"].contains($0) })
        else { return nil }
        return String(words[place + 1])
      }
    }
  }

  let files: [File]

  static let whole = SourceTree(folders: ["Sources", "Tests", "Benchmarks", "Examples", "Fuzzing"])
  static let sources = SourceTree(folders: ["Sources"])

  static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private init(folders: [String]) {
    files = folders.flatMap { folder -> [File] in
      let base = Self.root.appending(path: folder)
      let walk = FileManager.default.enumerator(atPath: base.path)
      let names = (walk?.allObjects as? [String] ?? []).filter { name in
        name.hasSuffix(".swift") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      return names.sorted().compactMap { name in
        guard let text = try? String(contentsOf: base.appending(path: name), encoding: .utf8)
        else { return nil }
        return File(
          path: "\(folder)/\(name)",
          lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      }
    }
  }
}
