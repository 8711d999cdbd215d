import ArgumentParser
import Foundation

/// Measures rates of return and present values on flows that it leaves for other libraries.
struct RunPeers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peers",
    abstract: "Measure rates of return and present values, and leave the flows for other libraries."
  )

  @Option(help: "How many deals the book has.")
  var deals = 10_000

  @Option(help: "How often each measurement is repeated.")
  var repetitions = 15

  @Option(help: "The folder in which flows.json and leasebook.json are written.")
  var folder: String

  @Flag(help: "Print the table as Markdown.")
  var markdown = false

  func validate() throws {
    guard deals > 0, repetitions > 0 else {
      throw ValidationError("Deals and repetitions are above zero.")
    }
  }

  func run() async throws {
    let book = PeerBook(count: deals, seed: 4)
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let findings = try await PeerWorkload(book, cores: cores, repetitions: repetitions).measured()
    try write(PeerBook.File(book), "flows.json")
    try write(findings, "leasebook.json")
    let table = ResultTable(
      measurements: findings.measurements,
      footer: ["\(deals.grouped) deals of \(PeerBook.months + 1) flows on \(cores) cores."])
    print(markdown ? table.markdown : table.text, terminator: "")
  }

  private func write(_ value: some Encodable, _ name: String) throws {
    try JSONEncoder().encode(value).write(to: URL(filePath: folder).appending(path: name))
  }
}
