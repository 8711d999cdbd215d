import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Asks every kept run again of the ledger as it was then, and compares all that was kept of it.
struct RunAudit {
  /// In the order of entries.
  private(set) var faults: [VerificationListing.Fault] = []
  /// How many runs there are.
  let count: Int

  /// - Throws: `LedgerProblem` where rows cannot be read.
  init(_ ledger: Ledger) throws {
    let runs = try ledger.runs()
    count = runs.count
    for run in runs {
      if let problem = try Self.problem(of: run, in: ledger) {
        faults.append(
          VerificationListing.Fault(
            kind: "verify.run", entry: run.entry,
            problem: "\(run.name), as \(run.program) answered it: \(problem)"))
      }
    }
  }

  /// What is not as it was kept, the answer first; `nil` where all of it is.
  private static func problem(of run: StoredRun, in ledger: Ledger) throws -> String? {
    let answered: AnsweredQuestion
    do {
      answered = try RunRepetition(run).answered(by: ledger, asOf: run.question.asOf)
    } catch let problem as any Diagnostic {
      return "\(Leasebook.program) cannot ask it again: \(problem.problem)"
    } catch let problems as Diagnostics {
      return "\(Leasebook.program) cannot ask it again: \(problems.all[0].problem)"
    } catch let missing as NotProjectable {
      return "\(Leasebook.program) cannot ask it again: \(missing.diagnostics.all[0].problem)"
    }
    guard answered.answer == run.question.answer else {
      return "its answer is \(run.question.answerHash), and \(Leasebook.program) answers "
        + answered.answerHash
    }
    let again = RunRecord(name: run.name, number: run.record.number, question: answered)
    let difference = try ledger.difference(of: .run(again), from: run.entry, isFirst: true)
      // Another version may say what it follows in other words.
      .flatMap { $0.isDerived && run.program != Leasebook.program ? nil : $0 }
    return difference.map { difference in
      let (stored, expected) = (difference.stored ?? "nothing", difference.expected ?? "nothing")
      return "\(difference.place) is \(stored) in the ledger, and \(Leasebook.program) finds "
        + expected
    }
  }
}
