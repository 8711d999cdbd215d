/// One figure of the table.
struct Measurement: Codable {
  /// Such as `project one-hall`.
  let name: String
  let what: String
  let minimum: Double
  let median: Double
  /// Of what the figures are, such as `ns a lease-month`.
  let unit: String
  /// The most that the median may be; `nil` where no aim was set.
  let aim: Double?

  init(_ name: String, _ what: String, _ value: Double, unit: String) {
    self.name = name
    self.what = what
    minimum = value
    median = value
    self.unit = unit
    aim = nil
  }

  /// - Parameter scale: What the seconds are multiplied by.
  init(
    _ name: String, _ what: String, _ times: Times, scale: Double, unit: String,
    aim: Double? = nil
  ) {
    self.name = name
    self.what = what
    minimum = times.minimum * scale
    median = times.median * scale
    self.unit = unit
    self.aim = aim
  }

  /// Whether the median is within the aim; `nil` without one.
  var isMet: Bool? { aim.map { median <= $0 } }
}

/// What one process measured.
struct Outcome: Codable {
  var measurements: [Measurement]
  /// Sums that every process that handles the same leases must agree on, by name.
  var checksums: [String: Int64] = [:]
}
