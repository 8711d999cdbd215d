import FinanceBasics
import Foundation

/// Where the one file of settings is looked for.
enum SettingsPlace {
  /// In the folder of work; it wins over the user's own.
  static let here = "leasebook.config.yaml"
  static let variable = "LEASEBOOK_CONFIG"

  /// The user's own, wherever he works.
  ///
  /// Source: XDG Base Directory Specification, 0.8: a relative path is to be ignored.
  static var ofUser: String? {
    let stated = Surroundings.value(of: "XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = stated ?? Surroundings.value(of: "HOME").map { $0 + "/.config" }
    return base.map { $0 + "/leasebook/config.yaml" }
  }

  /// The file that is read: the one that the environment names, else the first that is there.
  ///
  /// - Throws: `setting.file-missing`.
  static var file: String? {
    get throws {
      let files = FileManager.default
      if let named = Surroundings.value(of: variable) {
        guard files.fileExists(atPath: named) else {
          throw CommandProblem.noSettingsFile(named, variable: variable)
        }
        return named
      }
      return [here, ofUser].compactMap { $0 }.first { files.fileExists(atPath: $0) }
    }
  }

  /// What the file holds; the null device holds nothing, and stands for no settings at all.
  ///
  /// - Throws: `file.unreadable`.
  static func bytes(of file: String) throws(Diagnostics) -> [UInt8] {
    guard file != "/dev/null" else { return [] }
    do {
      return try InputFiles.contents(of: file)
    } catch let problem as any Diagnostic {
      throw Diagnostics([problem])
    } catch {
      throw Diagnostics([CommandProblem.unreadableFile(file, reason: "the system gives no reason")])
    }
  }

  /// A path that a file names: from the file's folder, or from the user's after `~/`.
  static func path(_ text: String, beside file: String) -> String {
    if text.hasPrefix("~/"), let home = Surroundings.value(of: "HOME") {
      return home + text.dropFirst()
    }
    guard !text.hasPrefix("/"), let end = file.lastIndex(of: "/") else { return text }
    return String(file[...end]) + text
  }
}
