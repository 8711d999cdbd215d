/// A named set of changes to assumptions, and delays of delivery dates; never of other terms.
///
/// Scenarios stack: `deal.applying(first).applying(second)`, where the later one wins on the same
/// path and delays add up.
public struct Scenario: Hashable, Sendable {
  /// The id that it is recorded under.
  public let id: ScenarioID
  /// The dates of the version; `nil` where it holds since ever.
  public let announcement: Announcement?
  /// What it is called.
  public let name: String?
  /// A remark for the reader.
  public let note: String?
  /// What changes in every deal that leaves the path open or assumes it, in the order of the file.
  ///
  /// Fields of the block `scenario` with the places of the scenario's file; their source is its id.
  public let changes: [DealField]
  /// What is late in every deal, in the order of the file.
  public let delays: [HallDelay]
  /// What changes in single deals beside that, in the order of the file.
  public let parts: [Part]
  /// The file as the user named it, for diagnostics.
  public let file: String?

  /// What changes in one deal alone.
  public struct Part: Hashable, Sendable {
    /// The deal.
    public let deal: DealID
    /// The line of the deal's id in the scenario's file, from 1.
    public let line: Int
    /// In the order of the file; as those of the whole scenario.
    public let changes: [DealField]
    /// In the order of the file.
    public let delays: [HallDelay]

    /// Takes the parts as they are.
    public init(deal: DealID, line: Int, changes: [DealField] = [], delays: [HallDelay] = []) {
      self.deal = deal
      self.line = line
      self.changes = changes
      self.delays = delays
    }
  }

  /// Takes the parts as they are.
  public init(
    id: ScenarioID, announcement: Announcement? = nil, name: String? = nil, note: String? = nil,
    changes: [DealField] = [], delays: [HallDelay] = [], parts: [Part] = [], file: String? = nil
  ) {
    self.id = id
    self.announcement = announcement
    self.name = name
    self.note = note
    self.changes = changes
    self.delays = delays
    self.parts = parts
    self.file = file
  }
}

/// The id of a scenario.
public typealias ScenarioID = Identifier<Scenario>

/// How late one hall is, or every hall.
public struct HallDelay: Hashable, Sendable {
  /// The hall's name; `nil` is every hall.
  public let hall: String?
  /// By how much delivery and rent commencement move.
  public let delay: Delay
  /// The line in the scenario's file, from 1; 0 where it was in none.
  public let line: Int
  /// The column in characters, from 1; 0 where it was in no file.
  public let column: Int

  /// The word for every hall.
  public static let all = Delay.everyHall

  /// Takes the parts as they are.
  public init(hall: String?, delay: Delay, line: Int = 0, column: Int = 0) {
    self.hall = hall
    self.delay = delay
    self.line = line
    self.column = column
  }
}

extension Scenario {
  /// The deals that a scenario names, with what it changes in each.
  public func parts(of deal: DealID) -> [Part] { parts.filter { $0.deal == deal } }

  /// Everything that the scenario states, flat: for listings and for a ledger's views.
  public var leaves: [Leaf] {
    let common = Leaf.of(changes, delays: delays, deal: nil)
    return common
      + parts.flatMap { Leaf.of($0.changes, delays: $0.delays, deal: $0.deal) }
  }

  /// One change or one delay with its place in the scenario's file.
  public struct Leaf: Hashable, Sendable {
    /// `nil` of what holds for every deal.
    public let deal: DealID?
    /// Such as `assumptions.rent.escalator.fixed` or `delays.hall 1`.
    public let path: String
    /// As written; of a delay in words.
    public let text: String
    /// From 1.
    public let line: Int
    /// In characters, from 1.
    public let column: Int

    fileprivate static func of(
      _ changes: [DealField], delays: [HallDelay], deal: DealID?
    ) -> [Leaf] {
      changes.map { field in
        Leaf(
          deal: deal, path: "assumptions.\(field.path)", text: field.text, line: field.line,
          column: field.column)
      }
        + delays.map { delay in
          Leaf(
            deal: deal, path: "delays.\(delay.hall ?? HallDelay.all)",
            text: delay.delay.description, line: delay.line, column: delay.column)
        }
    }
  }
}
