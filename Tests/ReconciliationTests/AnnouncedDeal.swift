import FinanceBasics
import LeaseModel
import TestSupport

/// Deals with announced figures beside their terms, from paths and texts.
enum AnnouncedDeal {
  /// A deal whose figures have the source `release`; a figure may cover other deals too.
  static func deal(
    _ terms: [(String, String)], announced: [(String, String)],
    assumptions: [(String, String)] = [], id: String = "generated", scope: [String] = [],
    on day: String = "2025-01-01"
  ) throws -> Deal {
    let base = try DealBuilder.deal(
      id, head: ["announced": day, "effective": day], terms: terms, assumptions: assumptions)
    let fields = announced.flatMap { path, text in
      [field(path, text)]
        + scope.enumerated().map { place, other in field("\(path).scope[\(place + 1)]", other) }
    }
    return try Deal(fields: base.fields + fields, sources: base.sources)
  }

  private static func field(_ path: String, _ text: String) -> DealField {
    DealField(
      block: .announcedFigures, path: FieldPath(parsing: path) ?? .root, text: text,
      sources: [SourceID("release")], line: 1, column: 1)
  }
}
