import ArgumentParser
import Foundation

/// The files and folders that a word may mean, where names of the ledger may stand as well.
enum CompletionPaths {
  private static let mostPaths = 1000

  /// In order, folders with a stroke at their end; what stands in the one folder that is left too,
  /// so that no shell takes it for the end of the word.
  static func all(beginning start: String, extensions: [String]) -> [String] {
    let found = entries(beginning: start, extensions: extensions)
    // What is a folder bash sees by itself.
    guard CompletionShell.requesting != .bash else {
      return found.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    }
    guard found.count == 1, let folder = found.first, folder.hasSuffix("/") else { return found }
    return found + entries(beginning: folder, extensions: extensions)
  }

  private static func entries(beginning start: String, extensions: [String]) -> [String] {
    let end = start.lastIndex(of: "/").map { start.index(after: $0) } ?? start.startIndex
    let (folder, name) = (String(start[..<end]), String(start[end...]))
    let place = folder.isEmpty ? "." : ShellGrammar.plain.value(of: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let isHiddenWanted = name.hasPrefix(".")
    let entries = names.filter { $0.hasPrefix(name) && $0.hasPrefix(".") == isHiddenWanted }
      .sorted().compactMap { entry -> String? in
        if isFolder(place + "/" + entry) { return folder + entry + "/" }
        return extensions.contains { entry.hasSuffix("." + $0) } ? folder + entry : nil
      }
    return Array(entries.prefix(mostPaths))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
