import Analysis
import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import LedgerStore

extension BookSession {
  /// All scenarios and delays asked for, one on the other.
  ///
  /// - Throws: `scenario.unknown`, or the faults of a file.
  func stack(_ options: ScenarioOptions) throws -> ScenarioStack {
    try options.scenario.reduce(ScenarioStack()) { $0.with(try stack(named: $1)) }
      .with(ScenarioStack(delays: options.delay))
  }

  /// The stacks to lay beside each other: one a `--scenario`, each with the delays on top.
  ///
  /// - Throws: As for one stack.
  func stacks(_ options: ScenarioOptions) throws -> [ScenarioStack] {
    let delays = ScenarioStack(delays: options.delay)
    guard !options.scenario.isEmpty else { return [delays] }
    return try options.scenario.map { try stack(named: $0).with(delays) }
  }

  /// The scenarios of one value of `--scenario`: one, or several with plus signs between.
  private func stack(named text: String) throws -> ScenarioStack {
    if let layer = try layer(text) { return ScenarioStack(layers: [layer]) }
    let names = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    return ScenarioStack(
      layers: try names.map { name in
        guard let layer = try layer(name) else {
          throw CommandProblem.unknownScenario(
            name, nearest: nearestName(to: name, among: book.scenarios.map(\.id.text)))
        }
        return layer
      })
  }

  /// The recorded scenario of an id, else the file of a path; `nil` where there is neither.
  private func layer(_ name: String) throws -> ScenarioStack.Layer? {
    if let stored = book.scenario(named: name) {
      log?.note(stored)
      return try Self.layer(stored.document)
    }
    guard let file = try file(name) else { return nil }
    log?.note(file)
    return try Self.layer(file)
  }

  /// The file of a path, or what a kept question was asked with under that name.
  private func file(_ name: String) throws -> Document? {
    if let files { return files[name] }
    var isFolder: ObjCBool = false
    guard !name.isEmpty, FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
      !isFolder.boolValue, let file = try InputFiles([name]).files.first
    else { return nil }
    return Document(name: name, bytes: file.bytes)
  }

  private static func layer(_ document: Document) throws -> ScenarioStack.Layer {
    let scenario = try ScenarioFileReader().read(bytes: document.bytes, file: document.name)
    return ScenarioStack.Layer(scenario: scenario, hash: document.hash)
  }

  /// Deals of the book as a stack of scenarios has them, and what some of them keep.
  ///
  /// - Throws: `Diagnostics` with what no deal takes, and what would be wrong with a deal.
  func applying(
    _ stack: ScenarioStack, to deals: [AnalysedDeal]
  ) throws -> (deals: [AnalysedDeal], remarks: [String]) {
    guard !stack.isEmpty else { return (deals, []) }
    let whole = stack.hastensDelivery ? try deals.map(withEveryVersion) : deals
    let question = try ScenarioQuestion(
      stack.scenarios, on: whole, known: self.deals.map(\.deal.id))
    log?.note(question.deals, in: book)
    return (question.deals, question.remarks)
  }
}
