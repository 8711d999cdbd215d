import Foundation
import Testing

/// An answer that cannot be written is a plain error, and no crash.
@Suite("Standard output that takes nothing")
struct UnwritableOutputTests {
  static let lines = [
    "leasebook list > /dev/full", "leasebook list >&-",
    "leasebook value --rate 8% --on 2026-01-01 --format csv > /dev/full",
    "leasebook new fresh-deal > /dev/full", "leasebook --version > /dev/full",
    "leasebook help > /dev/full", "leasebook list --help > /dev/full",
    "leasebook --generate-completion-script bash > /dev/full",
  ]

  @Test("is told on standard error, with exit code 74", arguments: lines)
  func full(_ line: String) throws {
    let folder = try SampleBook.folder()
    let run = try ShellLine(line).run(in: folder)
    #expect(run.status == 74)
    #expect(run.errors.contains("output.unwritable"))
    #expect(run.errors.contains("standard output"))
  }
}
