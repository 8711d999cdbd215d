import Foundation
import Testing

/// The recipe of the image, which no engine builds here: what can be known of it without one.
///
/// `ReleaseTests` runs the command where nothing else is, as in the image.
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

  @Test("ends with the command for its entry, in an image that has nothing else")
  func image() throws {
    let text = try Self.text(of: "Containerfile")
    let last = try Self.stages()[1]
    #expect(last.base == "scratch" && last.packages.isEmpty)
    #expect(text.contains("--target-directory=/image/bin /installed/bin/leasebook "))
    #expect(text.contains("\nCOPY --from=build /image /\n"))
    #expect(text.contains("\nENTRYPOINT [\"/bin/leasebook\"]\n"))
  }
}
