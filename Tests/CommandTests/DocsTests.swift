import Testing

@Suite("Docs of fields")
struct DocsTests {
  @Test("explain a field, with an example that the file format takes as it stands")
  func field() throws {
    let folder = try ScratchFolder()
    let text = try folder.succeed("docs", "rent.escalator.fixed").output
    #expect(text.contains("Growth a year."))
    #expect(text.hasSuffix("terms:\n  rent:\n    escalator:\n      fixed: 3 %\n"))
    let list = try folder.succeed("docs", "halls.ramp.criticalIT").output
    #expect(list.hasSuffix("terms:\n  halls:\n    - ramp:\n        - criticalIT: 20 MW\n"))
  }

  @Test("list a group, and all fields where none is named, also for programs")
  func groups() throws {
    let folder = try ScratchFolder()
    let halls = try folder.succeed("docs", "halls", "--format", "csv").table
    #expect(try halls.column("field").allSatisfy { $0.hasPrefix("terms.halls[]") })
    let all = try folder.succeed("docs", "--format", "csv").table
    #expect(all.rows.count > 300)
    let one = try folder.succeed("docs", "parties.ticker", "--format", "json").object
    #expect(one["field"] as? String == "parties.ID.ticker")
  }

  @Test("name the nearest field where there is none, and fail")
  func unknown() throws {
    let run = try ScratchFolder().run("docs", "rent.escalatr.fixed")
    #expect(run.status == 66 && run.output.isEmpty)
    #expect(CommandRun.codes(in: run.errors) == ["field.unknown"])
    #expect(run.errors.contains("rent.escalator.fixed"))
  }
}
