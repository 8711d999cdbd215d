public import LeaseModel

/// Deals made from paths and texts, as a deal file would give them.
public enum DealBuilder {
  /// A valid deal of a landlord with the fields given; every term has the source `release`.
  ///
  /// - Parameters:
  ///   - head: Beside `deal`, `announced` and `source`; a path given here replaces the default.
  ///   - terms: Paths such as `rent.contractValue` with their texts, in order.
  public static func deal(
    _ id: String, head: [String: String] = [:], terms: [(String, String)],
    assumptions: [(String, String)] = []
  ) throws -> Deal {
    var fields: [DealField] = []
    let heads = ["deal": id, "announced": "2025-01-01", "source": "release"]
      .merging(head) { _, given in given }
    for (path, text) in heads.sorted(by: { $0.key < $1.key }) {
      fields.append(field(.head, path, text, line: fields.count + 1))
    }
    for (path, text) in terms {
      fields.append(field(.terms, path, text, line: fields.count + 1, sources: ["release"]))
    }
    for (path, text) in assumptions {
      fields.append(field(.assumptions, path, text, line: fields.count + 1))
    }
    return try Deal(
      fields: fields, sources: [Source(id: SourceID("release"), tier: .release)])
  }

  private static func field(
    _ block: FieldBlock, _ path: String, _ text: String, line: Int, sources: [String] = []
  ) -> DealField {
    DealField(
      block: block, path: FieldPath(parsing: path) ?? .root, text: text,
      sources: sources.map { SourceID($0) }, line: line, column: 1)
  }
}
