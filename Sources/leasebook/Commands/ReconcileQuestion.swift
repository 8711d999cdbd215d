import Analysis
import ArgumentParser
import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import LedgerStore
import Reconciliation
import Reports

/// The deals that the command line asks about, and what becomes of them.
struct ReconcileQuestion {
  private let session: ReconciliationSession
  /// The file that options were made into, as it is to be shown; empty where none was.
  let newFileText: String
  private let watch = SearchWatch()

  /// A headline is asked about in passing, of many deals: what takes longer is left unknown.
  private static let headlineLimits = SearchLimits(
    boxesPerCombination: 1000, boxes: 10_000, families: 1)

  init(_ command: Leasebook.Reconcile) throws {
    isStopTold = command.all || command.write
    if command.announcement.new {
      let file = try Self.newFile(command)
      newFileText = command.newFile == nil ? String(decoding: file.bytes, as: UTF8.self) + "\n" : ""
      session = try ReconciliationSession(files: [file], ledgerPath: command.ledger.path)
      openRemarks = command.announcement.openRemarks
      return
    }
    newFileText = ""
    openRemarks = []
    let (files, deals) = Self.split(command.subjects)
    guard files.isEmpty || deals.isEmpty else {
      throw ValidationError(
        "Name deals of the ledger or deal files, not both: \(deals[0]) is no file.")
    }
    guard files.isEmpty else {
      guard command.asOf.asOf == AsOfOptions.all.asOf else {
        throw ValidationError("--known-on, --effective-on and --recorded-by are of the ledger.")
      }
      session = try ReconciliationSession(
        files: try InputFiles(files).files, ledgerPath: command.ledger.path)
      return
    }
    guard !command.write else {
      throw ValidationError("--write takes a deal file; \(deals[0]) is no file.")
    }
    session = try ReconciliationSession(
      deals: deals, in: try BookSession(ledger: command.ledger, asOf: command.asOf))
  }

  /// What is or looks like a path is a file; else a name is a deal's id.
  private static func split(_ names: [String]) -> (files: [String], deals: [String]) {
    let isFile = { (name: String) in
      name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        || FileManager.default.fileExists(atPath: name)
    }
    return (names.filter(isFile), names.filter { !isFile($0) })
  }

  /// The deal file that the options make, written where one was asked for.
  private static func newFile(_ command: Leasebook.Reconcile) throws -> DealFileBatch.File {
    let options = command.announcement
    let source = options.source
    var file = AnnouncementFile(
      id: options.dealID, name: options.name,
      announced: try options.announced ?? Surroundings.timestamp().day.description,
      source: Source(
        id: source?.id ?? SourceID("release"), tier: .release, url: source?.url))
    let (terms, figures) = (try options.terms, options.figures.announced)
    for field in terms { file.state(.terms, field.path, field.text) }
    for field in figures { file.state(.announcedFigures, field.path, field.text) }
    let bytes = Array(file.text.utf8)
    let path = command.newFile ?? "the options"
    do throws(Diagnostics) {
      _ = try DealFileReader().read(bytes: bytes, file: path)
    } catch {
      throw OptionFault.faults(error, of: terms + figures, in: file.text)
    }
    if let created = command.newFile { try FileReplacement(of: created).create(bytes) }
    return DealFileBatch.File(path: path, bytes: bytes)
  }

  /// Sentences that the reader must know.
  var remarks: [String] { [session.asOfSentence].compactMap(\.self) + openRemarks + stopRemarks }

  private var stopRemarks: [String] {
    watch.wasStopped && isStopTold
      ? ["the search was stopped: what it had is shown, and no file is changed"] : []
  }

  /// Whether the reader must be told of an end before its time, beside what each deal says.
  private let isStopTold: Bool
  /// What the file that options make still needs before it is recorded.
  private let openRemarks: [String]

  /// Whether the user ended the search.
  var wasStopped: Bool { watch.wasStopped }

  /// Each deal's answer; once the user stops, what there is.
  ///
  /// - Parameter hasHeadlines: Whether it is asked where each headline stands.
  func outcomes(withHeadlines hasHeadlines: Bool) -> [ReconciliationReport.Subject] {
    let subjects = session.asked.map { asked in
      watch.subject = asked.deal.deal.id.text
      let question = ReconciliationQuestion(
        asked.deal, partners: session.partners(of: asked.deal))
      let outcome = reconcile(question, progress: watch.goesOn)
      let standing =
        hasHeadlines
        ? headline(
          in: question, answered: outcome, limits: Self.headlineLimits, progress: watch.goesOn)
        : .notAsked
      let payments = matchPayments(of: asked.deal, progress: watch.goesOn)
      return ReconciliationReport.Subject(
        name: asked.deal.deal.name, outcome: outcome, headline: standing, payments: payments)
    }
    watch.finish()
    return subjects
  }

  /// Puts the witness of a family into the file of the deal, and says what became of it.
  ///
  /// - Throws: A `ReconciliationProblem`, a `SolvedEditFault`, `file.unwritable`.
  func write(_ subject: ReconciliationReport.Subject, family number: Int) throws -> [String] {
    let outcome = subject.outcome
    let id = outcome.deal.deal.id
    guard let asked = session.asked.first, let file = asked.file else {
      throw ReconciliationProblem.noDeal([])
    }
    guard !asked.isAmended, session.asked.count == 1 else {
      throw ReconciliationProblem.amended(id)
    }
    guard !outcome.families.isEmpty, outcome.verdict != .nothingToReconcile else {
      throw ReconciliationProblem.nothingToWrite(
        id, verdict: ReconciliationReport.word(for: outcome.verdict))
    }
    guard outcome.families.indices.contains(number - 1) else {
      throw ReconciliationProblem.noSuchFamily(number, of: outcome.families.count)
    }
    let family = outcome.families[number - 1]
    let edited = try EditedDealFile(
      putting: Self.values(of: family, in: asked.deal.deal), into: file.bytes, file: file.path)
    try FileReplacement(of: file.path).replace(file.bytes, with: edited.bytes)
    let solved = edited.solved.filter { !$0.path.isElementName }.map(\.path.description)
    let gone = edited.withdrawn.map(\.path.description)
    return ["written to \(file.path), solved: \(solved.joined(separator: ", "))"]
      + (gone.isEmpty
        ? [] : ["no longer assumed, and kept as comments: \(gone.joined(separator: ", "))"])
  }

  /// The values of a witness, with everything assumed or solved that its deal no longer has.
  private static func values(of family: SolutionFamily, in deal: Deal) -> SolvedValues {
    let witness = family.witness
    let isOurs = { (field: DealField) in field.block == .assumptions || field.block == .solved }
    let kept = Set(witness.deal.deal.fields.filter(isOurs).map(\.path))
    let gone = deal.fields.filter { field in
      isOurs(field) && !field.path.isElementName && !kept.contains(field.path)
    }
    let departures = family.departures.map(\.description).joined(separator: "; ")
    return SolvedValues(
      witness.solved.map { SolvedValues.Value($0.path, $0.text) },
      withdrawing: gone.map(\.path),
      remark: "By leasebook reconcile --write: one set of terms under which all announced figures "
        + "hold" + (departures.isEmpty ? "." : ": \(departures)."))
  }
}
