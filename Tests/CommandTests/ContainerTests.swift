import Foundation
import Testing

/// The recipe of the image, which no engine builds here: what can be known of it without one.
@Suite("Containerfile")
struct ContainerTests {
  private static func text(of path: String) throws -> String {
    try String(contentsOf: PackageFolder.root.appending(path: path), encoding: .utf8)
  }

  /// The stages of the recipe: what each begins from, and the packages that it installs.
  private static func stages() throws -> [(base: Substring, packages: Set<Substring>)] {
    let text = try text(of: "Containerfile").replacing("\\\n", with: " ")
    var stages: [(base: Substring, packages: Set<Substring>)] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "FROM" { stages.append((words[1], [])) }
      guard words.first == "RUN", let install = words.firstIndex(of: "install"),
        words.contains("apt-get")
      else { continue }
      let named = words[(install + 1)...].prefix { $0 != "&&" }.filter { !$0.hasPrefix("-") }
      stages[stages.count - 1].packages.formUnion(named)
    }
    return stages
  }

  @Test("builds with the Swift that scripts/prepare asks for, and with all that it would install")
  func build() throws {
    let stages = try Self.stages()
    try #require(stages.count == 2)
    let prepare = try Self.text(of: "scripts/prepare")
    let version = try #require(prepare.firstMatch(of: /Leasebook needs (\d+\.\d+)/)).output.1
    #expect(stages[0].base == "docker.io/library/swift:\(version)-bookworm")
    let ofBuild = prepare.components(separatedBy: "if [[ ${1:-} == tests ]]")[0]
    let packages = ofBuild.matches(of: /missing\+=\(([a-z0-9 -]+)\)/)
      .flatMap { $0.output.1.split(separator: " ") }
    #expect(packages.contains("libsqlite3-dev"))
    #expect(Set(packages).subtracting(stages[0].packages).isEmpty)
  }

  @Test("ends with the command for its entry, in an image that has what the command links")
  func image() throws {
    let text = try Self.text(of: "Containerfile")
    #expect(text.contains("\nENTRYPOINT [\"leasebook\"]\n"))
    #expect(try Self.stages()[1].base == "docker.io/library/debian:bookworm-slim")
  }

  /// What the slim image has, as its own package manager needs it.
  private static let ofBase: Set<Substring> = ["libc6", "libgcc-s1", "libstdc++6", "zlib1g"]

  @Test(
    "the image installs the packages of the libraries that the command links, and no others",
    .enabled(
      if: PackageFolder.program("ldd") != nil && PackageFolder.program("dpkg") != nil,
      "needs ldd and dpkg"))
  func libraries() throws {
    let command = try #require(PackageFolder.command).path
    let named = try Self.stages()[1].packages
    let line = """
      ldd \(command) | sed -n 's|.* => \\(/usr\\)*\\(/lib/.*\\) (.*|\\2|p' | while read path; do
        dpkg -S "*$path" | sed -n "s|^\\([^:]*\\):.*$path\\$|\\1|p"
      done | sort -u
      """
    let linked = try Self.lines(of: line)
    // The package manager brings what the packages named need themselves.
    let needed = try Self.lines(
      of: """
        dpkg-query -W -f '${Depends}, ' \(named.sorted().joined(separator: " ")) |
          tr ',' '\\n' | sed 's/^ *//; s/ .*//' | sort -u
        """)
    #expect(linked.contains("libc6") && linked.contains("libsqlite3-0"), "\(linked)")
    #expect(linked.subtracting(Self.ofBase).subtracting(needed.subtracting(named)) == named)
  }

  /// What a line of the shell prints.
  private static func lines(of line: String) throws -> Set<Substring> {
    let run = try ShellLine(line).run(in: ScratchFolder())
    try #require(run.status == 0, "\(run.errors)")
    return Set(run.output.split(separator: "\n"))
  }
}
