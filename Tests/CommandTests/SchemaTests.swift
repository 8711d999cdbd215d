import Foundation
import Testing

/// The JSON Schemas that editors complete and check files by.
@Suite("JSON Schemas")
struct SchemaTests {
  private static let kinds = ["deal", "scenario", "series"]

  @Test("the files under schema are what the command prints", arguments: kinds)
  func files(_ kind: String) throws {
    let printed = try ScratchFolder().succeed("schema", kind)
    let file = PackageFolder.root.appending(path: "schema/\(kind).schema.json")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == printed.output,
      "write it anew: leasebook schema \(kind) > schema/\(kind).schema.json")
  }

  /// The samples that an editor opens, with the kind of schema that they are of.
  static let samples: [(kind: String, folders: [String])] = [
    ("deal", ["samples", "samples/deals", "samples/templates", "samples/books"]),
    ("scenario", ["samples/scenarios"]), ("series", ["samples/series"]),
  ]

  @Test("each sample names its schema in the first line, where editors look for it")
  func modelines() throws {
    for (kind, folders) in Self.samples {
      for folder in folders {
        let url = PackageFolder.root.appending(path: folder)
        let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
          .filter { $0.hasSuffix(".yaml") }
        #expect(!names.isEmpty)
        for name in names {
          let text = try String(contentsOf: url.appending(path: name), encoding: .utf8)
          let line = text.prefix { $0 != "\n" }
          let mark = "# yaml-language-server: $schema="
          #expect(line.hasPrefix(mark), "\(folder)/\(name)")
          let schema = url.appending(path: String(line.dropFirst(mark.count))).standardized
          #expect(
            schema.path == PackageFolder.root.path + "/schema/\(kind).schema.json",
            "\(folder)/\(name)")
        }
      }
    }
  }

  @Test("a kind of file that there is not is refused, and the known ones are named")
  func unknown() throws {
    let run = try ScratchFolder().run("schema", "deals")
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.errors.contains("deal") && run.errors.contains("scenario"))
  }
}

/// The package jsonschema of Debian's Python.
enum SchemaValidator {
  private static let python = "/usr/bin/python3"

  static let isInstalled: Bool = {
    let run = try? ShellLine("\(python) -c 'import jsonschema, yaml'").run(in: ScratchFolder())
    return run?.status == 0
  }()

  /// The number of faults that it finds in each file.
  static func faults(
    in files: [String], by schema: String, from folder: ScratchFolder? = nil
  ) throws -> [String: Int] {
    let script = PackageFolder.root.appending(path: "Tests/CommandTests/Support/validate.py")
    let file = PackageFolder.root.appending(path: "schema/\(schema).schema.json")
    let words = [python, "-W", "ignore", script.path, file.path] + files
    let run = try ShellLine(words.joined(separator: " ")).run(in: folder ?? ScratchFolder())
    try #require(run.status == 0, "\(run.errors)")
    return try Dictionary(
      uniqueKeysWithValues: run.lines.map { line in
        let parts = line.split(separator: "\t")
        return (String(parts[1]), try #require(Int(parts[0])))
      })
  }
}

@Suite(
  "JSON Schemas, by an independent validator",
  .enabled(if: SchemaValidator.isInstalled, "python3 has no jsonschema and yaml"))
struct ValidatedFileTests {
  private static func files(in folders: String...) throws -> [String] {
    try folders.flatMap { folder in
      let url = PackageFolder.root.appending(path: folder)
      return try FileManager.default.contentsOfDirectory(atPath: url.path)
        .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    }
  }

  @Test("accept every sample")
  func samples() throws {
    for (kind, folders) in SchemaTests.samples {
      let files = try folders.flatMap { try Self.files(in: $0) }
      #expect(files.count > (kind == "deal" ? 70 : 2))
      let faults = try SchemaValidator.faults(in: files, by: kind).filter { $0.value > 0 }
      #expect(faults.isEmpty)
    }
  }

  /// Faults of one value or one name by itself: what a schema can see.
  ///
  /// The others need arithmetic, the calendar, a second place of the file, or another file.
  private static let visible: Set = [
    "amendment.empty", "choice.unknown", "count.malformed", "country.malformed", "date.malformed",
    "date.out-of-bounds", "element.name-malformed", "field.contradictory", "field.empty",
    "field.expects-group", "field.expects-list", "field.expects-value", "field.missing",
    "field.placeholder", "field.unknown", "field.wrong-block", "figure.not-a-number",
    "figure.out-of-bounds", "figure.zero", "length.too-long", "length.zero", "pue.below-one",
    "rent.rate-not-on-critical-it", "tariff.demand-not-per-kw-month", "value.out-of-bounds",
    "file.purpose-doubled", "file.purpose-missing", "length.malformed", "month-day.malformed",
    "multiplier.malformed", "name.malformed", "share.out-of-bounds", "text.too-long",
    "unit.megawatt-kind-missing", "unit.missing", "unit.unknown", "unit.wrong", "years.malformed",
    "delay.malformed", "scenario.empty", "scenario.head-field", "scenario.id-missing",
    "scenario.not-an-assumption", "scenario.sourced", "series.field-expects-text",
    "series.field-unknown", "series.frequency-wrong", "series.unit-wrong",
  ]

  @Test("reject every bad example whose fault stands in one value, and no other")
  func badFiles() throws {
    let files = try Self.files(in: "samples/errors").filter { file in
      // What no reader of YAML reads is not for a schema.
      !file.contains("/yaml.") && !file.contains("/setting.") && !file.contains("/file.not-")
        && !file.contains("/file.empty")
    }
    var rejected: Set<String> = []
    for (kind, prefix) in [("scenario", "scenario."), ("series", "series.")] {
      let own = files.filter { $0.contains("/\(prefix)") && !$0.contains("+deal") }
      rejected.formUnion(try SchemaValidator.faults(in: own, by: kind).filter { $0.value > 0 }.keys)
    }
    let delays = files.filter { $0.contains("/delay.") }
    rejected.formUnion(
      try SchemaValidator.faults(in: delays, by: "scenario").filter { $0.value > 0 }.keys)
    let others = files.filter { file in
      ["scenario.", "series.", "delay."].allSatisfy { !file.contains("/\($0)") }
        && !file.contains("+series")
    }
    rejected.formUnion(
      try SchemaValidator.faults(in: others, by: "deal").filter { $0.value > 0 }.keys)
    let codes = Set(
      rejected.map { file in
        file.split(separator: "/").last.map { String($0.dropLast(".yaml".count)) } ?? file
      })
    #expect(codes == Self.visible)
  }
}
