// swift-tools-version: 6.2
import PackageDescription

/// The settings of the package that is measured.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library of the package that is measured.
func measured(_ name: String) -> Target.Dependency {
  .product(name: name, package: "leasebook")
}

let package = Package(
  name: "leasebook-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "leasebook", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "leasebook-bench",
      dependencies: [
        measured("FinanceBasics"), measured("LeaseModel"), measured("CashFlowEngine"),
        measured("Valuation"), measured("Bookkeeping"), measured("LedgerStore"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict)
  ]
)
