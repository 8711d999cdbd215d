// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every target: Swift 6, explicit existentials and imports, no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "leasebook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "leasebook", targets: ["leasebook"]),
    .library(name: "FinanceBasics", targets: ["FinanceBasics"]),
    .library(name: "Valuation", targets: ["Valuation"]),
    .library(name: "LeaseModel", targets: ["LeaseModel"]),
    .library(name: "CashFlowEngine", targets: ["CashFlowEngine"]),
    .library(name: "Bookkeeping", targets: ["Bookkeeping"]),
    .library(name: "Analysis", targets: ["Analysis"]),
    .library(name: "Reconciliation", targets: ["Reconciliation"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .library(name: "LedgerStore", targets: ["LedgerStore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "FinanceBasics", swiftSettings: strict),
    .target(name: "Valuation", dependencies: ["FinanceBasics"], swiftSettings: strict),
    .target(name: "LeaseModel", dependencies: ["FinanceBasics"], swiftSettings: strict),
    .target(
      name: "CashFlowEngine", dependencies: ["FinanceBasics", "LeaseModel"], swiftSettings: strict),
    .target(
      name: "Bookkeeping", dependencies: ["FinanceBasics", "LeaseModel", "CashFlowEngine"],
      swiftSettings: strict),
    .target(
      name: "Analysis",
      dependencies: ["FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation"],
      swiftSettings: strict),
    .target(
      name: "Reconciliation",
      dependencies: ["FinanceBasics", "LeaseModel", "CashFlowEngine", "Analysis"],
      swiftSettings: strict),
    .target(
      name: "Interchange", dependencies: ["FinanceBasics", "LeaseModel", "Yams"],
      swiftSettings: strict),
    .target(
      name: "LedgerStore",
      dependencies: [
        "FinanceBasics", "LeaseModel", "Bookkeeping",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: [
        "schema/deal.schema.json", "schema/scenario.schema.json", "schema/series.schema.json",
      ],
      resources: [.embedInCode("schema")], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis", "Bookkeeping",
        "Reconciliation",
      ],
      swiftSettings: strict),
    .target(name: "BuildStamp"),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "Spreadsheets",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis", "Reports",
        "CXlsxWriter",
      ], swiftSettings: strict),
    .executableTarget(
      name: "leasebook",
      dependencies: [
        "BuildStamp", "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis",
        "Bookkeeping", "Reconciliation", "Interchange", "LedgerStore", "Reports", "Spreadsheets",
        argumentParser,
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["FinanceBasics", "LeaseModel"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "FinanceBasicsTests", dependencies: ["FinanceBasics"],
      resources: [
        .copy("DayCounts/DayCountVectors"), .copy("Calendars/CalendarVectors"),
        .copy("Schedules/ScheduleVectors"),
      ], swiftSettings: strict),
    .testTarget(
      name: "ValuationTests", dependencies: ["FinanceBasics", "Valuation"],
      resources: [.copy("Oracles")], swiftSettings: strict),
    .testTarget(
      name: "LeaseModelTests", dependencies: ["FinanceBasics", "LeaseModel"],
      swiftSettings: strict),
    .testTarget(
      name: "CashFlowEngineTests",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "TestSupport",
      ],
      resources: [.copy("Oracles")], swiftSettings: strict),
    .testTarget(
      name: "BookkeepingTests",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Bookkeeping", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis", "Interchange",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Analysis", "Reconciliation",
        "Interchange", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests", dependencies: ["FinanceBasics", "LeaseModel", "Interchange"],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "FinanceBasics", "LeaseModel", "Bookkeeping", "LedgerStore", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Goldens", "Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "FinanceBasics", "LeaseModel", "CashFlowEngine", "Valuation", "Analysis", "Reconciliation",
        "Reports", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["FinanceBasics", "Reports", "Spreadsheets"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "leasebook", "LedgerStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Goldens", "Support/validate.py", "Support/workbook.py"], swiftSettings: strict),
    .testTarget(name: "StyleTests", swiftSettings: strict),
  ]
)
