// swift-tools-version: 6.2
import PackageDescription

/// The settings of the package that is fuzzed, and libFuzzer's counters.
///
/// The libraries get their counters from `scripts/fuzz`, which passes the flag to all modules.
let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]),
]

/// A library of the package that is fuzzed.
func fuzzed(_ name: String) -> Target.Dependency {
  .product(name: name, package: "leasebook")
}

let package = Package(
  name: "leasebook-fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "leasebook", path: "..")],
  targets: [
    .executableTarget(
      name: "leasebook-fuzz",
      dependencies: [
        fuzzed("FinanceBasics"), fuzzed("LeaseModel"), fuzzed("CashFlowEngine"),
        fuzzed("Valuation"), fuzzed("Interchange"),
      ],
      swiftSettings: fuzzed,
      // GNU gold cannot name the places of libFuzzer's symbols.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  ]
)
