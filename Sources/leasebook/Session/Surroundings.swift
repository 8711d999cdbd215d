import Foundation
import LedgerStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process finds around it: the environment, the terminal and the clock.
enum Surroundings {
  /// What the command was typed with: the verb first.
  static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  /// An environment variable that is set and not empty.
  static func value(of name: String) -> String? {
    guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else { return nil }
    return text
  }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal: $COLUMNS, else what the terminal says, else `nil`.
  static var columns: Int? {
    if let text = value(of: "COLUMNS"), let columns = Int(text), columns >= 20 { return columns }
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether text may be coloured: on a terminal that knows colour, unless `NO_COLOR` is set.
  static var isColored: Bool {
    isTerminal && value(of: "NO_COLOR") == nil && value(of: "TERM") != "dumb"
  }

  /// The instant that a record is stamped with, in UTC: `LEASEBOOK_NOW`, else the clock.
  ///
  /// - Throws: `clock.not-a-timestamp`.
  static func timestamp() throws -> Timestamp {
    let stated = value(of: "LEASEBOOK_NOW")
    let instant =
      stated.map { Timestamp($0) }
      ?? Timestamp(secondsSince1970: Int(Date().timeIntervalSince1970))
    guard let instant else { throw CommandProblem.badTimestamp(stated ?? "the clock") }
    return instant
  }
}
