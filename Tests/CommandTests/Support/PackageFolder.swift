import Foundation

/// Where the package and what was built of it stand.
enum PackageFolder {
  /// By the place of this file in it.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let samples = root.appending(path: "samples")

  static let goldens = root.appending(path: "Tests/CommandTests/Goldens")

  /// The command, which is built beside the bundle of the tests.
  static let command: URL? = {
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap { bundle in
      [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()]
        + [bundle.executableURL?.deletingLastPathComponent()].compactMap { $0 }
    }
    return folders.map { $0.appending(path: "leasebook") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  /// Where programs of others are looked for: those that `scripts/prepare tests` put there first.
  static let searchPath =
    root.path + "/.build-tools/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")

  /// A program of the system that some tests need.
  static func program(_ name: String) -> URL? {
    searchPath.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
