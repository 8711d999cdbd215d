import ArgumentParser
import FinanceBasics

/// Whether a workbook has formulas, and at what rate it discounts.
struct LiveOptions: ParsableArguments {
  @Flag(help: "Of --format xlsx: with formulas from the terms of one deal to months and years.")
  var live = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Of --live: the rate of the present value, effective annual; with --on.",
      valueName: "percent"),
    transform: readRate)
  var rate: Double?

  @Option(
    help: ArgumentHelp("Of --live: the valuation date; with --rate.", valueName: "date"),
    transform: readDay)
  var on: CalendarDate?

  /// - Throws: `ValidationError` for what does not go together.
  func validate(
    with output: ListingOptions, isOneDeal: Bool, without others: KeyValuePairs<String, Bool>
  ) throws {
    guard live else {
      guard rate == nil, on == nil else {
        throw ValidationError(
          "--rate and --on go with --live; `leasebook value` has present values.")
      }
      return
    }
    guard output.format == .workbook else {
      throw ValidationError("--live writes formulas into a workbook: add --format xlsx.")
    }
    guard isOneDeal else {
      throw ValidationError("--live is of one deal: name it.")
    }
    guard (rate == nil) == (on == nil) else {
      throw ValidationError("A present value needs both --rate and --on.")
    }
    if let other = others.first(where: \.value)?.key {
      throw ValidationError(
        "--live has a sheet of months and one of years: leave out \(other).")
    }
  }
}
