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
      for page in ManualPage.all {
        let file = URL(filePath: folder).appending(path: page.fileName)
        do {
          try Data(page.text.utf8).write(to: file)
        } catch {
          throw CommandProblem.unwritableFile(file.path, reason: error.localizedDescription)
        }
      }
    }
  }
}
