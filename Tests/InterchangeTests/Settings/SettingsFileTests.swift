import FinanceBasics
import Interchange
import Testing

@Suite("Files of settings")
struct SettingsFileTests {
  private static func read(_ text: String) throws -> [Setting: SettingsFile.Entry] {
    try SettingsFile(reading: Array(text.utf8), file: "settings.yaml") { _, text in
      text != "refused"
    }.entries
  }

  @Test("settings are read as text, each with its line")
  func entries() throws {
    let read = try Self.read("# mine\nrate: 8%\n\nlandlord: 'Hut 8'  # in focus\nledger: no.db\n")
    #expect(read.mapValues(\.text) == [.rate: "8%", .landlord: "Hut 8", .ledger: "no.db"])
    #expect(read.mapValues(\.line) == [.rate: 2, .landlord: 4, .ledger: 5])
  }

  @Test("a file without a setting settles nothing", arguments: ["", "\n\n", "# nothing yet\n"])
  func empty(_ text: String) throws {
    #expect(try Self.read(text).isEmpty)
  }

  @Test("every fault is told in one pass, in the order of lines")
  func faults() throws {
    let text = "rate:\nunits: millions\nunit: refused\nledger: {path: a.db}\n"
    let problem = #expect(throws: Diagnostics.self) { try Self.read(text) }
    let all = try #require(problem?.all)
    #expect(
      all.map(\.code) == [
        "setting.expects-value", "setting.unknown", "setting.malformed", "setting.expects-value",
      ])
    #expect(all.map(\.location.line) == [1, 2, 3, 4])
    #expect(all[1].remedy == "write unit, if that is what is meant")
  }

  @Test("a setting that stands twice is refused at the second place")
  func doubled() throws {
    let problem = #expect(throws: Diagnostics.self) {
      try Self.read("rate: 8%\nunit: millions\nrate: 9%\n")
    }
    #expect(problem?.all.map(\.code) == ["field.doubled"])
    #expect(problem?.all.first?.location.line == 3)
  }

  @Test("a bracket that is never closed is told in the last line, and in no line behind it")
  func unclosed() throws {
    let problem = #expect(throws: Diagnostics.self) { try Self.read("rate: 8%\nledger: [a\n") }
    #expect(problem?.all.map(\.code) == ["yaml.syntax"])
    #expect(problem?.all.first?.location.line == 2)
  }

  @Test("what is no YAML, or no text, is refused", arguments: ["rate: [", "\u{0}"])
  func unreadable(_ text: String) {
    #expect(throws: Diagnostics.self) { try Self.read(text) }
  }
}
