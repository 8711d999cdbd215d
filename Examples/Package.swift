// swift-tools-version: 6.2
import PackageDescription

/// The settings of the package that is shown.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library of the package that is shown.
func library(_ name: String) -> Target.Dependency {
  .product(name: name, package: "leasebook")
}

let package = Package(
  name: "leasebook-examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "leasebook", path: "..")],
  targets: ["river-bend", "two-landlords"].map { name in
    .executableTarget(
      name: name,
      dependencies: [
        library("FinanceBasics"), library("LeaseModel"), library("Valuation"),
        library("CashFlowEngine"), library("Analysis"), library("Interchange"),
      ],
      swiftSettings: strict)
  }
)
