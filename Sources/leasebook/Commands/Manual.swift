import ArgumentParser
import Foundation

extension Leasebook {
  /// Of use to those who install the command, and in no help.
  struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "manual",
      abstract: "Write the manual pages of the command and of each verb.",
      shouldDisplay: false)

    @Argument(help: "The folder that they are written into.", completion: .directory)
    var folder: String

    func run() throws {
      let place = URL(filePath: folder)
      try writing(to: folder) {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      }
      for page in ManualPage.all {
        let file = place.appending(path: page.fileName)
        try writing(to: file.path) { try Data(page.text.utf8).write(to: file) }
      }
    }

    /// - Throws: `file.unwritable`, with the system's reason.
    private func writing(to path: String, _ write: () throws -> Void) throws {
      do {
        try write()
      } catch {
        let reason = fileInTheWay.map { "\($0) is no folder" } ?? SystemReason.text(of: error)
        throw CommandProblem.unwritableFile(path, reason: reason)
      }
    }

    /// The folder, or one that it is to stand in, where that is something else.
    private var fileInTheWay: String? {
      var path = folder
      while !path.isEmpty, path != "/" {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
          return isFolder.boolValue ? nil : path
        }
        path = (path as NSString).deletingLastPathComponent
      }
      return nil
    }
  }
}
