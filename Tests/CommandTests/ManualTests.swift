import Foundation
import Testing

/// The manual pages, which are made from the same text as the help.
@Suite("Manual pages")
struct ManualTests {
  private static let pages = Result {
    let folder = try ScratchFolder()
    try folder.succeed("manual", ".")
    return folder
  }

  private static func page(_ name: String) throws -> String {
    String(decoding: try pages.get().bytes(of: "\(name).1"), as: UTF8.self)
  }

  /// The verbs of the help, in order.
  private static func verbs() throws -> [String] {
    let help = try ScratchFolder().succeed("--help").output
    let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
    return list.matches(of: #/(?m)^  ([a-z-]+) /#).map { String($0.output.1) }
  }

  @Test("there is one of the command and one of each verb of the help, and no other")
  func names() throws {
    let verbs = try Self.verbs()
    #expect(verbs.count > 35)
    let expected = ["leasebook.1"] + verbs.map { "leasebook-\($0).1" }
    #expect(try Self.pages.get().names == (expected + ["samples"]).sorted())
    let whole = try Self.page("leasebook")
    for verb in verbs { #expect(whole.contains("\n.It Xr leasebook-\(verb) 1\n")) }
  }

  @Test("the folder is made where there is none, and what cannot be one is told plainly")
  func folders() throws {
    let folder = try ScratchFolder()
    try folder.succeed("manual", "share/man/man1")
    #expect(folder.contains("share/man/man1/leasebook-list.1"))
    try folder.write("", to: "file")
    for (path, reason) in [
      ("file", "file is no folder"), ("/dev/null", "/dev/null is no folder"),
      ("file/below/it", "file is no folder"),
    ] {
      let run = try folder.run("manual", path)
      #expect(run.status == 74 && run.errors.contains(reason), "\(run.errors)")
      #expect(!run.errors.contains("Cocoa") && !run.errors.contains("could not be completed"))
    }
  }

  @Test("each has the options of the help, and its examples, whole")
  func options() throws {
    for verb in try Self.verbs() {
      let help = try ScratchFolder().succeed(verb, "--help").output
      let page = try Self.page("leasebook-\(verb)").replacing("\\-", with: "-")
      // That of the command stands in the page of the command.
      let options = Set(help.matches(of: #/(?m)^  (?:-h, )?--([a-z-]+)/#).map { $0.output.1 })
      let items = page.matches(of: /(?m)^\.It Fl (?:h , Fl )?-([a-z-]+)/).map { $0.output.1 }
      #expect(Set(items) == options.subtracting(["version"]), "\(verb)")
      #expect(Set(items).count == items.count, "\(verb)")
      let wide = try ScratchFolder().run([verb, "--help"], environment: ["COLUMNS": "1000"])
      let examples = wide.lines.filter { $0.hasPrefix("Example: ") }.map { $0.dropFirst(9) }
      let commands = page.replacing(" \\e\n    ", with: " ").replacing("\\(aq", with: "'")
        .replacing("\\(dq", with: "\"").components(separatedBy: "\n")
      #expect(examples.allSatisfy { commands.contains(String($0)) }, "\(verb)")
    }
  }

  @Test(
    "mandoc has nothing to say against them",
    .enabled(if: PackageFolder.program("mandoc") != nil, "mandoc is not installed"))
  func mandoc() throws {
    let run = try ShellLine("mandoc -T lint -W warning *.1").run(in: Self.pages.get())
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)\(run.errors)")
    let long = try ShellLine("mandoc -T lint *.1 | grep -c 'longer than'").run(
      in: Self.pages.get())
    #expect(long.output == "0\n")
  }

  @Test(
    "groff sets them without a warning, 80 columns wide, and examples as they are typed",
    .enabled(if: PackageFolder.program("groff") != nil, "groff is not installed"))
  func groff() throws {
    let line = "for page in *.1; do groff -k -mdoc -T utf8 -ww -P -cbou $page; done"
    let run = try ShellLine(line).run(in: Self.pages.get())
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    #expect(run.lines.contains { $0.contains("leasebook explain hut8-river-bend base-rent") })
    #expect(run.lines.contains { $0.contains("--hall 'hall 1'") })
  }
}
