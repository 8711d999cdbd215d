import ArgumentParser
import Foundation

/// Measures everything, one process after the other, and prints one table.
struct RunAll: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Measure everything, and print one table (the default).")

  @Flag(help: "Print the table as Markdown.")
  var markdown = false

  @Option(help: ArgumentHelp("Measure this alone; may be repeated.", valueName: "workload"))
  var only: [Workload] = []

  @OptionGroup var options: ScaleOptions

  func run() throws {
    var measurements: [Measurement] = []
    var checksums: [String: Int64] = [:]
    for workload in only.isEmpty ? options.workloads : only {
      for set in workload.isOfLeases ? LeaseSet.allCases : [.oneHall] {
        let outcome = try outcome(of: workload, set)
        measurements += outcome.measurements
        for (name, sum) in outcome.checksums {
          try CheckFailure.expectEqual(
            sum, checksums[name, default: sum], "the cents of \(name) in \(workload.rawValue)")
          checksums[name] = sum
        }
      }
    }
    let table = ResultTable(measurements: measurements, footer: footer)
    print(markdown ? table.markdown : table.text, terminator: "")
  }

  private func outcome(of workload: Workload, _ set: LeaseSet) throws -> Outcome {
    let of = workload.isOfLeases ? ["--set", set.rawValue] : []
    let words = ["one", workload.rawValue] + of
    FileHandle.standardError.write(
      Data("measuring: \(words.dropFirst().joined(separator: " "))\n".utf8))
    let child = try ChildProcess(
      CommandLine.arguments[0], words + options.arguments,
      outputPath: "\(options.scratch)/outcome.json")
    return try JSONDecoder().decode(Outcome.self, from: Data(child.output.utf8))
  }

  private var footer: [String] {
    [
      "\(options.leases.grouped) leases of \(GeneratedLease.months) months, seeded; each figure in a process "
        + "of its own, on one core unless it says so, \(options.repetitions) times (the ledger 3 times).",
      "The median decides. All results were checked: equal in every repetition, and contract values "
        + "within half a cent a cell.",
      "The book: \(options.bookLeases.grouped) leases of \(GeneratedLease.months) months, "
        + BookLeases.title + ". Terms compile once into segments; "
        + "the aims are for what is then asked of these, on two cores.",
      "Its totals, present value and rents by month were checked against sums without the engine, "
        + "each \(BookWorkload.sampleStride)th lease cell by cell against its exact flows.",
      "Machine: \(Self.machine).",
    ]
  }

  /// The processor as Linux names it, and the number of its cores.
  private static var machine: String {
    let information = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
    let line = information?.split(separator: "\n").first { $0.hasPrefix("model name") }
    let model = line?.split(separator: ":").last.map { $0.drop { $0 == " " } }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(model ?? "unnamed processor"), \(cores) cores"
  }
}
