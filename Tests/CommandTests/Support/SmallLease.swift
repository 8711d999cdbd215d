import Foundation
import Testing

/// A lease of 2 MW at 100 USD/kW-month, 200,000.00 a month in advance from January 2026 for three
/// years, and files that amend it.
struct SmallLease {
  let folder: ScratchFolder

  /// - Parameters:
  ///   - tenants: Beside `t`, who may come in.
  ///   - terms: Beside the others, in the lines of a deal file.
  init(tenants: [String] = [], terms: String = "") throws {
    folder = try ScratchFolder()
    let parties = (["l", "t"] + tenants).map { "\($0): {name: Party \($0)}" }
    try folder.write(
      Self.file(terms, parties: parties.joined(separator: ", ")), to: "d.yaml")
    try folder.succeed("init")
    try folder.succeed("record", "d.yaml")
  }

  /// The lease as a deal file.
  static func file(_ terms: String, parties: String = "l: {name: Party l}, t: {name: Party t}")
    -> String
  {
    """
    deal: d
    announced: 2025-10-01
    source: s
    parties: {\(parties)}
    terms:
      landlord: l
      tenant: t
      contract: {kind: lease, structure: triple-net}
      status: signed
      criticalIT: 2 MW
      term: 3 years
      rentCommencement: 2026-01-01
      rent: {rate: 100 USD/kW-month}
      billing: {timing: in advance}
      \(terms)
    sources: {s: {kind: release, date: 2025-10-01}}

    """
  }

  /// Writes an amendment.
  func write(
    _ name: String, announced: String, effective: String, _ body: String
  ) throws {
    try folder.write(
      """
      amends: d
      name: \(name)
      announced: \(announced)
      effective: \(effective)
      reason: agreed
      source: n
      \(body)
      sources: {n: {kind: release, date: \(announced)}}

      """, to: "\(name).yaml")
  }

  /// Writes and records an amendment.
  @discardableResult
  func amend(
    _ name: String, announced: String, effective: String, _ body: String
  ) throws -> CommandRun {
    try write(name, announced: announced, effective: effective, body)
    return try folder.succeed("record", "\(name).yaml")
  }

  /// The invoices and credit notes of a billing, by day: the amount in cents, and the tenant.
  func bill(through day: String) throws -> [String] {
    let table = try folder.run("bill", "--through", day, "--format", "csv").table
    let documents = Set(table.rows.map { $0["document"] ?? "" }).sorted()
    return try documents.map { number in
      let text = try folder.run("document", number).lines
      let words = { (label: String) in
        text.first { $0.hasPrefix("  \(label) ") }?.split(separator: " ").dropFirst()
          .joined(separator: " ") ?? ""
      }
      return "\(words("day")) \(words("amount")) \(words("to"))"
    }
  }
}
