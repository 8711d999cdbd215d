import Foundation
import Testing

/// Ledgers that the user may not write, not read, or not get at.
///
/// The superuser may do all of it, so its tests run the command as nobody.
@Suite(
  "A ledger of somebody else",
  .enabled(if: geteuid() != 0 || PackageFolder.program("setpriv") != nil, "setpriv is missing"))
struct PermissionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// Of the folder and of the ledger in it.
    let folder, file: Int
    var hasLog = false
    /// What `list` and `bill` end with; `nil` for an answer.
    let reading, writing: String?
    /// What the message of the reader says, else the writer's.
    let finding: String
  }

  static let cases = [
    Case(
      testDescription: "a folder and a file that may be read", folder: 0o555, file: 0o444,
      reading: nil, writing: "ledger.read-only", finding: "cannot be written"),
    Case(
      testDescription: "a folder that may be read, with a file of one's own", folder: 0o555,
      file: 0o666, reading: nil, writing: "ledger.read-only", finding: "cannot be written"),
    Case(
      testDescription: "a file that may be read, in a folder of one's own", folder: 0o777,
      file: 0o444, reading: nil, writing: "ledger.read-only", finding: "cannot be written"),
    Case(
      testDescription: "a file that may not be read", folder: 0o755, file: 0o000,
      reading: "ledger.cannot-read", writing: "ledger.read-only",
      finding: "you may not read the file"),
    Case(
      testDescription: "a folder that may not be entered", folder: 0o644, file: 0o644,
      reading: "ledger.cannot-open", writing: "ledger.cannot-open",
      finding: "you may not enter the folder"),
    Case(
      testDescription: "a part that is still in the -wal", folder: 0o555, file: 0o444,
      hasLog: true, reading: "ledger.cannot-read", writing: "ledger.read-only",
      finding: "ends in -wal"),
  ]

  /// A folder `theirs` with a ledger in it, where everybody may look.
  private static func scratch() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "theirs"), withIntermediateDirectories: false)
    try folder.succeed("init", "--ledger", ledger)
    try folder.succeed("record", "samples/books/maple-court.yaml", "--ledger", ledger)
    try folder.permit(0o755, ".")
    return folder
  }

  private static let ledger = "theirs/leasebook.db"

  @Test("is read where it may be, and nothing is left beside it", arguments: cases)
  func refused(_ example: Case) throws {
    let folder = try Self.scratch()
    let bytes = try folder.bytes(of: Self.ledger)
    if example.hasLog {
      try Data(repeating: 1, count: 4_096).write(
        to: folder.url.appending(path: Self.ledger + "-wal"))
    }
    let names = try folder.names(in: "theirs")
    try folder.permit(example.file, Self.ledger)
    try folder.permit(example.folder, "theirs")
    defer { try? folder.permit(0o755, "theirs") }
    var messages = ""
    for (verb, code) in [
      (["list"], example.reading), (["balance"], example.reading),
      (["bill", "--through", "2027-12-31"], example.writing),
      (["record", "samples/books/maple-court-rent.yaml"], example.writing),
    ] {
      let run = try Self.runAsNobody(verb + ["--ledger", Self.ledger], in: folder)
      #expect(run.status == (code == nil ? 0 : 74), "\(verb): \(run.errors)")
      #expect(CommandRun.codes(in: run.errors) == (code.map { [$0] } ?? []), "\(run.errors)")
      #expect(run.output.isEmpty == (code != nil))
      if code != nil {
        #expect(run.errors.hasPrefix(Self.ledger) && run.errors.contains("\n  fix: "))
      }
      messages += run.errors
    }
    #expect(messages.contains(example.finding), "\(messages)")
    try folder.permit(0o755, "theirs")
    try folder.permit(0o644, Self.ledger)
    #expect(try folder.names(in: "theirs") == names)
    #expect(try folder.bytes(of: Self.ledger) == bytes)
  }

  struct Making: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let code: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let makings = [
    Making(arguments: ["backup", "theirs/copy.db"], code: "copy.cannot-write"),
    Making(arguments: ["export", "theirs/out"], code: "copy.cannot-write"),
    Making(arguments: ["import", "out", "--ledger", "theirs/new.db"], code: "copy.cannot-write"),
    Making(arguments: ["init", "--ledger", "theirs/new.db"], code: "ledger.cannot-open"),
  ]

  @Test("gets no copy beside it, and the folder is named", arguments: makings)
  func making(_ making: Making) throws {
    let folder = try Self.scratch()
    try folder.succeed("export", "out", "--ledger", Self.ledger)
    try folder.permit(0o555, "theirs")
    defer { try? folder.permit(0o755, "theirs") }
    let isNew = making.arguments.contains("--ledger")
    let run = try Self.runAsNobody(
      making.arguments + (isNew ? [] : ["--ledger", Self.ledger]), in: folder)
    #expect(run.status == 74 && run.output.isEmpty, "\(run.output)")
    #expect(CommandRun.codes(in: run.errors) == [making.code], "\(run.errors)")
    #expect(run.errors.hasPrefix("theirs/") && run.errors.contains("in its folder"))
    #expect(try folder.names(in: "theirs") == ["leasebook.db"])
  }

  private static func runAsNobody(
    _ arguments: [String], in folder: ScratchFolder
  ) throws -> CommandRun {
    guard geteuid() == 0, let command = PackageFolder.command else {
      return try folder.run(arguments)
    }
    let identity = ["--reuid", "65534", "--regid", "65534", "--clear-groups"]
    return try RunningCommand(
      identity + [command.path] + arguments, of: PackageFolder.program("setpriv"), in: folder.url
    ).finished()
  }
}

extension ScratchFolder {
  fileprivate func permit(_ permissions: Int, _ name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: url.appending(path: name).path)
  }

  fileprivate func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appending(path: name).path).sorted()
  }
}
