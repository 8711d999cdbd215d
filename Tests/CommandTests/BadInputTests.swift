import Foundation
import Testing

/// A wrong command line or a wrong name: the right exit code, a way out on standard error, nothing
/// on standard output, and not a byte of the ledger changed.
@Suite("Bad input")
struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    /// As the house style has them: 64 usage, 65 data, 66 missing, 74 store.
    let status: Int32
    /// Words that standard error must have: the fault, and the way out.
    let words: [String]

    init(_ line: String, _ status: Int32, _ words: String...) {
      arguments = line.split(separator: " ").map(String.init)
      self.status = status
      self.words = words
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let usage = [
    Case("", 64, "USAGE: leasebook"),
    Case("projct", 64, "'projct'", "'project'", "leasebook --help"),
    Case("help porject", 64, "'porject'", "'project'"),
    Case("manuel", 64, "no verb 'manuel'", "leasebook --help"),
    Case("project --formt csv", 64, "--formt", "'--format'"),
    Case("compare --landlrd Riot", 64, "--landlrd", "'--landlord'"),
    Case("register recievables", 64, "'recievables'", "write Receivables"),
    Case("register nothing-of-it", 64, "Assets:Bank"),
    Case("list --foo", 64, "--foo", "leasebook list --help"),
    Case("manaul", 64, "'manaul'", "'manual'"),
    Case("--lisst", 64, "'--lisst'", "'list'", "leasebook --help"),
    Case("schema --verison", 64, "'--verison'", "'--version'"),
    Case("list -landlord x", 64, "'-landlord'", "'--landlord'"),
    Case("value hut8-river-bend --raet 8% --on 2026-01-01", 64, "'--raet'", "'--rate'"),
    Case("project hut8-river-bend --live --fromat xlsx", 64, "'--fromat'", "'--format'"),
    Case("reconcile --nwe --mw 245", 64, "'--nwe'", "'--new'"),
    Case("diff --run a b", 64, "'--run'", "'--runs'", "leasebook diff --help"),
    Case("arrears --onn 2026-01-01", 64, "'--onn'", "'--on'", "Usage: leasebook arrears"),
    Case("bill --thro 2026-01-01", 64, "'--thro'", "'--through'"),
    Case("value hut8-river-bend --rate=-5% --onn=2026-01-01", 64, "'--onn'", "'--on'"),
    Case("value hut8-river-bend --on 2026-01-01 -- --raet", 64, "Say how to discount"),
    Case("list --format xml", 64, "xml", "  - markdown\n  - xlsx"),
    Case("check --format xlsx samples", 64, "no table that a workbook holds", "project, value"),
    Case("list --known-on 2026-02-29", 64, "2026-02-29", "--known-on <date>"),
    Case("list --recorded-by -1", 64, "--recorded-by"),
    Case("list --recorded-by=-1", 64, "number of an entry"),
    Case("list --kind swap", 64, "swap", "lease"),
    Case("show", 64, "<deal>"),
    Case("record", 64, "<file>"),
    Case("project --through 2030-02-30", 64, "2030-02-30", "--through <date>"),
    Case("project --from 2030-13-01", 64, "2030-13-01", "--from <date>"),
    Case("project --from 01.02.2030", 64, "01.02.2030", "--from <date>"),
    Case("project --from 2030-02-03 --through 2030-01-01", 64, "2030-01-01 is before"),
    Case("project --group-by charge,foo", 64, "charge,foo", "hall"),
    Case("project --group-by charge,charge", 64, "charge,charge", "hall"),
    Case("project --by week", 64, "week", "month"),
    Case("project --by fiscal-year", 64, "--fiscal-year-end"),
    Case("project --by fiscal-year --fiscal-year-end 06-31", 64, "06-31", "06-30"),
    Case("project --fiscal-year-end 06-30", 64, "--by fiscal-year"),
    Case("project --case worst", 64, "worst", "'base', 'expected' or 'full'"),
    Case("project --in cents", 64, "cents", "thousands"),
    Case("value hut8-river-bend --on 2026-01-01", 64, "--rate 8%", "--curve"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --curve ust-curve-2026-q2", 64,
      "exclude each other"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --spread 1%", 64, "--curve"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --compounding weekly", 64, "'weekly'"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --day-count 30/360", 64, "30/360"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --compounding annual --day-count 1/1", 64,
      "ACT/ACT ISDA"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --terminal shell=-2", 64, "USD/MW-IT"),
    Case("value hut8-river-bend --from 2026-01-01 --rate 8%", 64, "--to"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --backstop", 64, "--tenant-intensity"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --backstop --tenant-intensity 3% "
        + "--guarantor-intensity 1% --downtime 12mo", 64, "--market-rent"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --tier lender=5%", 64, "guaranteed"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --tier tenant=5% --tier tenant=6%", 64,
      "twice"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --terminal cap-rate=0%", 64, "above 0%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --terminal sale", 64, "cap-rate=7%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --exit 2030-01-01", 64, "--terminal"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --shares 0", 64, "'0'"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --share-price 50", 64, "50"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --vary rate=6%..12%", 64, "rate=6%"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --vary rate=7%..8%/1% --tornado", 64,
      "exclude"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8% --solve irr=12%", 64, "--for"),
    Case(
      "value hut8-river-bend --on 2026-01-01 --rate 8% --delay all=3mo --side-by-side --tornado",
      64,
      "--side-by-side"),
    Case("value hut8-river-bend --rate 8%", 64, "--on DATE"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 8", 64, "'8'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 0.08", 64, "'0.08'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate -100%", 64, "'-100%'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate=-100%", 64, "'-100%'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate NaN%", 64, "'NaN%'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate inf%", 64, "'inf%'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate 1e3%", 64, "'1e3%'", "8%"),
    Case("value hut8-river-bend --on 2026-01-01 --rate %", 64, "'%'", "8%"),
    Case("compare --rate 8%", 64, "--on DATE"),
    Case("compare --by month", 64, "month", "landlord"),
    Case("project --as base", 64, "--keep"),
    Case("project --keep --as 1st", 64, "'1st'", "a letter"),
    Case("project --keep --as Base", 64, "'Base'", "lower case"),
    Case("compare --define --keep", 64, "--define", "--keep"),
    Case("runs --repeat", 64, "leasebook runs"),
    Case("runs --now", 64, "leasebook runs"),
    Case("runs value-1 --repeat --now", 64, "exclude each other"),
    Case("diff --runs value-1", 64, "1 named"),
    Case("diff --runs value-1 value-2 value-3", 64, "3 named"),
    Case("diff --runs --kind series value-1 value-2", 64, "exclude each other"),
    Case("diff hut8-river-bend second", 64, "'second'", "leasebook history"),
    Case("new Hut_8", 64, "Hut_8", "lower-case letters"),
  ]

  static let data = [
    Case("show hut8-river-bent", 66, "hut8-river-bend"),
    Case("history hut8-river-bent", 66, "hut8-river-bend"),
    Case("project hut8-river-bent", 66, "hut8-river-bend"),
    Case("value hut8-river-bent --rate 8% --on 2026-01-01", 66, "hut8-river-bend"),
    Case(
      "value hut8-river-bend --curve ust-curve-2026-q3 --on 2026-06-30", 66, "ust-curve-2026-q2"),
    Case("value hut8-river-bend --curve ust-curve-2026-q2 --on 2026-01-01", 65, "2026-04-01"),
    Case("value hut8-river-bend --curve cpi-u-nsa --on 2026-06-30", 65, "price index"),
    Case(
      "value hut8-river-bend --rate 8% --on 2026-01-01 --terminal growth=8%", 65, "cap rate"),
    Case("value --rate 8% --on 2026-01-01 --shares 1000", 65, "--landlord"),
    Case("value hut8-river-bend --rate 8% --on 2026-01-01 --vary spread=0%..1%/1%", 65, "rate"),
    Case("value hut8-river-bend --rate -99.9% --on 2026-01-01", 65, "too large"),
    Case("compare hut8-river-bent", 66, "hut8-river-bend"),
    Case("show hut8-river-bend --known-on 2020-01-01", 66, "hut8-river-bend", "--known-on"),
    Case("list --landlord Fluidstak", 66, "fluidstack"),
    Case("list --tenant nobody-at-all", 66, "nobody-at-all", "an id, a name or an alias"),
    Case("compare --metrics walt", 65, "walt", "compare --define"),
    Case("compare --metrics walt_yeers", 65, "write walt_years"),
    Case("docs rent.escalater", 66, "write rent.escalator"),
    Case("series cpi-u-nso", 66, "write cpi-u-nsa"),
    Case("project --scenario late-two-quarter", 66, "late-two-quarter"),
    Case("project bitdeer-tydal", 65, "criticalIT"),
    Case("value bitdeer-tydal --rate 8% --on 2026-01-01", 65, "criticalIT"),
    Case("project hut8-river-bent --keep", 66, "hut8-river-bend"),
    Case("project --recorded-by 9999 --keep", 66, "9999", "the last of this ledger"),
    Case("project --keep --ledger missing.db", 66, "missing.db", "leasebook init"),
    Case("runs value-1", 66, "'value-1'", "leasebook runs"),
    Case("runs value-1 --now", 66, "'value-1'", "leasebook runs"),
    Case("diff --runs value-1 value-2", 66, "'value-1'", "leasebook runs"),
    Case("record missing.yaml", 66, "missing.yaml"),
    Case("check missing.yaml", 66, "missing.yaml"),
    Case("record empty-folder", 66, "empty-folder"),
    Case("record samples/errors/unit.wrong.yaml", 65, "unit.wrong"),
    Case("list --ledger missing.db", 66, "missing.db", "leasebook init"),
    Case("record samples/deals --ledger missing.db", 66, "missing.db", "leasebook init"),
    Case("init", 74, "leasebook.db"),
    Case("init --ledger missing-folder/new.db", 74, "missing-folder/new.db"),
  ]

  private static func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "empty-folder"), withIntermediateDirectories: false)
    return folder
  }

  @Test("is refused with its exit code and a way out", arguments: usage + data)
  func refused(_ example: Case) throws {
    let folder = try Self.folder()
    let ledger = try folder.bytes(of: "leasebook.db")
    let names = try folder.names
    let run = try folder.run(example.arguments)
    #expect(run.status == example.status)
    #expect(run.output.isEmpty)
    for word in example.words {
      #expect(run.errors.contains(word), "\(run.errors)")
    }
    for typeName in ["CalendarDate", "PercentArgument", "GroupList", "NSError", "SQLite error"] {
      #expect(!run.errors.contains(typeName), "\(run.errors)")
    }
    #expect(try folder.bytes(of: "leasebook.db") == ledger)
    #expect(try folder.names == names)
  }

  @Test("says in text what is wrong, with a code, and how to put it right", arguments: data)
  func text(_ example: Case) throws {
    let errors = try Self.folder().run(example.arguments).errors
    #expect(!CommandRun.codes(in: errors).isEmpty)
    #expect(errors.contains("\n  fix: "))
  }

  @Test("says the same as JSON", arguments: data.filter { $0.arguments.first != "init" })
  func json(_ example: Case) throws {
    let folder = try Self.folder()
    let text = try folder.run(example.arguments)
    let run = try folder.run(example.arguments + ["--format", "json"])
    #expect(run.status == example.status && run.output.isEmpty)
    let problems = try CommandRun.diagnostics(in: run.errorBytes)
    #expect(problems.compactMap { $0["code"] as? String } == CommandRun.codes(in: text.errors))
    for problem in problems {
      #expect(
        Set(problem.keys) == ["code", "problem", "file", "line", "column", "field", "remedy"])
      #expect((problem["remedy"] as? String)?.isEmpty == false)
    }
  }

  @Test("LEASEBOOK_NOW that is no instant is refused before anything is written")
  func clock() throws {
    let folder = try ScratchFolder()
    let environment = ["LEASEBOOK_NOW": "yesterday"]
    let run = try folder.run(["init"], environment: environment)
    #expect(run.status == 65 && CommandRun.codes(in: run.errors) == ["clock.not-a-timestamp"])
    #expect(try folder.names == ["samples"])
    try folder.succeed("init")
    let bytes = try folder.bytes(of: "leasebook.db")
    let record = try folder.run(["record", "samples"], environment: environment)
    #expect(record.status == 65)
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
  }
}
