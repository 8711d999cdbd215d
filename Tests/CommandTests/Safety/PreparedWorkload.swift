import Foundation
import Testing

/// A workload with the folder it starts from, and what an undisturbed run makes of it.
struct PreparedWorkload {
  let workload: KilledWorkload
  /// Of which every killed run gets a copy.
  let source: ScratchFolder
  let before: String
  let after: String
  /// What stands in the folder once all is done.
  let namesAfter: [String]
  /// The bytes of all files there before, and once all is done, in whole pages of a disk.
  let bytesBefore: Int
  let bytesAfter: Int
  /// How long an undisturbed run takes, the start of the process included.
  let seconds: Double

  init(_ workload: KilledWorkload) throws {
    self.workload = workload
    source = try Self.source(of: workload)
    before = try Self.state(workload, in: source)
    bytesBefore = try Self.bytes(in: source)
    var longest = 0.0
    var whole = try ScratchFolder.copy(of: source)
    for run in 0..<2 {
      if run > 0 { whole = try ScratchFolder.copy(of: source) }
      let start = ContinuousClock.now
      let done = try whole.run(workload.command)
      longest = max(longest, (ContinuousClock.now - start) / .seconds(1))
      try #require(done.status == 0, "\(done.errors)")
    }
    seconds = longest
    namesAfter = try whole.names
    bytesAfter = try Self.bytes(in: whole)
    after = try Self.state(workload, in: whole)
    try #require(before != after, "the command does something")
  }

  private static func source(of workload: KilledWorkload) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for command in workload.preparation {
      let run = try folder.run(command)
      try #require(run.status == 0, "\(command): \(run.errors)")
    }
    if let fixture = workload.fixture {
      let made = try RunningCommand(
        ["leasebook.db", "PRAGMA journal_mode = WAL", ".read '\(fixture.path)'"],
        of: PackageFolder.program("sqlite3"), in: folder.url
      ).finished()
      try #require(made.status == 0, "\(made.errors)")
    }
    if workload.command.contains(KilledWorkload.rightFile) {
      let lease = PackageFolder.samples.appending(path: "books/maple-court.yaml")
      let text = try String(contentsOf: lease, encoding: .utf8)
      try folder.write(
        text.replacing("rate: 100 USD", with: "rate: 101 USD"), to: KilledWorkload.rightFile)
    }
    return folder
  }

  private static let pageBytes = 4_096

  private static func bytes(in folder: ScratchFolder) throws -> Int {
    let paths = FileManager.default.enumerator(atPath: folder.url.path)
    return paths?.compactMap { $0 as? String }.reduce(0) { sum, path in
      sum + (folder.size(of: path) + pageBytes - 1) / pageBytes * pageBytes
    } ?? 0
  }

  /// What a folder holds of the work, as a text that is the same for the same work; it must be sound.
  static func state(_ workload: KilledWorkload, in folder: ScratchFolder) throws -> String {
    switch workload.work {
    case .entries: return try head(of: "leasebook.db", in: folder)
    case .ledger(let name):
      return folder.contains(name) ? try head(of: name, in: folder) : "nothing"
    case .export(let name):
      guard folder.contains(name) else { return "nothing" }
      let rebuilt = try ScratchFolder()
      let path = folder.url.appending(path: name).path
      let run = try rebuilt.run("import", path)
      try #require(run.status == 0, "an export is whole: \(run.errors)")
      return try head(of: "leasebook.db", in: rebuilt)
    case .schema: return try schema(in: folder)
    }
  }

  /// The count and the head of a ledger that `verify` finds sound.
  static func head(of ledger: String, in folder: ScratchFolder) throws -> String {
    let run = try folder.run("verify", "--format", "json", "--ledger", ledger)
    try #require(run.status == 0, "\(run.output)\(run.errors)")
    let object = try run.object
    let entries = try #require(object["entries"] as? Int)
    return "\(entries) \(try #require(object["head"] as? String))"
  }

  /// The schema and the head of an old ledger, read without opening it, which would migrate it.
  private static func schema(in folder: ScratchFolder) throws -> String {
    let copy = try ScratchFolder()
    for suffix in ["", "-wal"] where folder.contains("leasebook.db\(suffix)") {
      try FileManager.default.copyItem(
        at: folder.url.appending(path: "leasebook.db\(suffix)"),
        to: copy.url.appending(path: "leasebook.db\(suffix)"))
    }
    let question = """
      PRAGMA integrity_check; PRAGMA user_version;
      SELECT sequence, hash FROM entry ORDER BY sequence DESC LIMIT 1;
      """
    let run = try RunningCommand(
      ["leasebook.db", question], of: PackageFolder.program("sqlite3"), in: copy.url
    ).finished()
    try #require(run.status == 0 && run.lines.first == "ok", "\(run.output)\(run.errors)")
    return run.lines.dropFirst().joined(separator: " ")
  }
}
