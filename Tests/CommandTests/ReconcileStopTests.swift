import Foundation
import Testing

/// A search that is stopped before its end.
@Suite("Reconcile, stopped")
struct ReconcileStopTests {
  /// Four figures that hold in no way that is found, over every clock, rent of renewals and average:
  /// in a debug build this takes many seconds.
  static let longSearch = [
    "reconcile", "--new", "--name", "Long", "--mw", "245", "--years", "15", "--value", "7.0 bn",
    "--renewals", "3x5", "--value-with-renewals", "17.7 bn", "--noi", "6.9 bn", "--average-noi",
    "454.0 M", "--average-revenue", "467.0 M", "--first-year-revenue", "371.0 M", "--delivery",
    "2027..2029",
  ]

  @Test(
    "shows what it has, says so, and ends as an interrupted command does",
    .enabled(if: RunningCommand.canInterrupt, "the system does not say who catches signals"))
  func stopped() throws {
    let folder = try ScratchFolder()
    let running = try RunningCommand(Self.longSearch, in: folder.url)
    #expect(running.interrupt())
    let run = try running.finished()
    #expect(run.status == 130 && run.signal == nil)
    // No terminal looks on, so that no progress is shown.
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("the search was stopped, and what it had is shown"))
    #expect(!run.output.contains("Inconsistent"))
  }

  @Test(
    "changes no file",
    .enabled(if: RunningCommand.canInterrupt, "the system does not say who catches signals"))
  func unwritten() throws {
    let folder = try ScratchFolder()
    let running = try RunningCommand(
      Self.longSearch + ["--output", "long.yaml", "--write"], in: folder.url)
    #expect(running.interrupt())
    let run = try running.finished()
    #expect(run.status == 130)
    #expect(run.output.contains("no file is changed"))
    let text = String(decoding: try folder.bytes(of: "long.yaml"), as: UTF8.self)
    #expect(!text.contains("solved:"))
  }
}
