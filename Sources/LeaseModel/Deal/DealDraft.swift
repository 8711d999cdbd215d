public import FinanceBasics

/// The fields of a deal as they were read, before they are checked together.
public struct DealDraft: Sendable {
  /// Every leaf of every block, in the order of the file.
  public let fields: [DealField]
  /// Every source that the fields name, each once.
  public let sources: [Source]
  /// The file as the user named it, for diagnostics.
  public let file: String?

  /// Takes the parts as they are.
  public init(fields: [DealField], sources: [Source], file: String? = nil) {
    self.fields = fields
    self.sources = sources
    self.file = file
  }

  /// The id of the deal as written; `nil` where it is missing or malformed.
  public var id: DealID? { fields.identifier(of: "deal") }
}

/// The changes that an amendment makes, as they were read.
public struct AmendmentDraft: Sendable {
  /// The head of the amendment and the paths that change, in the order of the file.
  public let fields: [DealField]
  /// Every source that the fields name, each once.
  public let sources: [Source]
  /// The file as the user named it, for diagnostics.
  public let file: String?
  /// Whether it is put into terms that were not agreed when it was: what it takes away may be gone
  /// from them already.
  let isPutIntoOthers: Bool

  /// Takes the parts as they are.
  public init(fields: [DealField], sources: [Source], file: String? = nil) {
    self.init(fields: fields, sources: sources, file: file, isPutIntoOthers: false)
  }

  private init(
    fields: [DealField], sources: [Source], file: String?, isPutIntoOthers: Bool
  ) {
    self.fields = fields
    self.sources = sources
    self.file = file
    self.isPutIntoOthers = isPutIntoOthers
  }

  /// The deal that is amended; `nil` where its id is missing or malformed.
  public var target: DealID? { fields.identifier(of: "amends") }

  /// What it is called.
  public var name: String? { fields.head("name")?.text }

  /// Why it was made.
  public var reason: String? { fields.head("reason")?.text }

  /// When the public knew it.
  public var announced: StatedDate? { fields.head("announced").flatMap { StatedDate($0.text) } }

  /// From when it bites; the day announced where the file does not say.
  public var effective: CalendarDate? {
    fields.head("effective").flatMap { StatedDate($0.text)?.last } ?? announced?.last
  }

  /// The same amendment, from a day on: as it is put into terms that come into force after it does, or
  /// that were made anew below it.
  public func effective(on day: CalendarDate) -> AmendmentDraft {
    let path = FieldPath.root.key("effective")
    var changed = fields
    if let place = fields.firstIndex(where: { $0.block == .head && $0.path == path }) {
      changed[place] = fields[place].with(text: day.description)
    } else {
      let head = fields.head("announced")
      changed.append(
        DealField(
          block: .head, path: path, text: day.description, line: head?.line ?? 0,
          column: head?.column ?? 0))
    }
    return AmendmentDraft(
      fields: effective == day ? fields : changed, sources: sources, file: file,
      isPutIntoOthers: true)
  }
}

extension [DealField] {
  /// The field of the head at a path.
  func head(_ path: String) -> DealField? {
    first { $0.block == .head && $0.path.description == path }
  }

  func identifier<Thing>(of path: String) -> Identifier<Thing>? {
    head(path).flatMap { Identifier<Thing>(reading: $0.text) }
  }
}
