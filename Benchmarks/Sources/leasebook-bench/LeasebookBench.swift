import ArgumentParser

/// Measures the speed and the memory of Leasebook, each figure in a process of its own.
@main
struct LeasebookBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leasebook-bench",
    abstract: "Measure speed and memory, with every result checked.",
    subcommands: [RunAll.self, RunOne.self, RunPeers.self], defaultSubcommand: RunAll.self)
}
