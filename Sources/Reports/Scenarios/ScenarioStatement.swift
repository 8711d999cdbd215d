/// Under which scenarios figures are, so that they can be found again: names, hashes and delays.
public struct ScenarioStatement: Hashable, Sendable {
  /// In the order in which they were applied; at least one.
  public let layers: [Layer]
  /// Inputs behind the figures that are assumed.
  public let assumedInputs: Int
  /// Inputs behind the figures that a tool solved.
  public let solvedInputs: Int
  /// Inputs behind the figures that a scenario changed.
  public let scenarioInputs: Int

  /// One scenario of a stack.
  public struct Layer: Hashable, Sendable {
    /// The id; `delay` of what the command line says.
    public let id: String
    /// What it is called.
    public let name: String?
    /// SHA-256 of its file in hexadecimal; `nil` of what the command line says.
    public let hash: String?
    /// Such as `hall 1: 90 days`, in the order of the file.
    public let delays: [String]

    /// Takes the parts as given.
    public init(id: String, name: String?, hash: String?, delays: [String]) {
      self.id = id
      self.name = name
      self.hash = hash
      self.delays = delays
    }
  }

  /// The digits of a hash that are printed: enough to tell files apart.
  static let hashDigits = 12

  /// Takes the parts as given.
  public init(
    layers: [Layer], assumedInputs: Int = 0, solvedInputs: Int = 0, scenarioInputs: Int = 0
  ) {
    self.layers = layers
    self.assumedInputs = assumedInputs
    self.solvedInputs = solvedInputs
    self.scenarioInputs = scenarioInputs
  }

  /// The ids with plus signs between, as `--scenario` takes them.
  public var label: String { layers.map(\.id).joined(separator: "+") }

  /// One sentence a scenario, for the foot of a report.
  public var sentences: [String] {
    layers.map { layer in
      let hash = layer.hash.map { " (\($0.prefix(Self.hashDigits)))" } ?? ""
      let delays = layer.delays.isEmpty ? [] : ["delay of \(layer.delays.joined(separator: ", "))"]
      let words = ([layer.name].compactMap { $0 } + delays).joined(separator: "; ")
      let head = layer.hash == nil ? "on the command line" : "scenario \(layer.id)\(hash)"
      return words.isEmpty ? head : "\(head): \(words)"
    }
  }

  /// The scenarios and the counts of inputs, for an object of JSON.
  public var members: [JSONValue.Member] {
    [
      JSONValue.Member(
        "scenarios",
        .array(
          layers.map { layer in
            [
              "id": .string(layer.id), "name": .optional(layer.name),
              "hash": .optional(layer.hash.map { String($0.prefix(Self.hashDigits)) }),
              "delays": .array(layer.delays.map { .string($0) }),
            ]
          })),
      JSONValue.Member("assumed_inputs", .integer(assumedInputs)),
      JSONValue.Member("solved_inputs", .integer(solvedInputs)),
      JSONValue.Member("scenario_inputs", .integer(scenarioInputs)),
    ]
  }
}

extension JSONValue {
  /// Rows as an array; under scenarios as the member `rows` of an object that names them.
  static func rows(_ rows: JSONValue, under scenarios: ScenarioStatement?) -> JSONValue {
    scenarios.map { .object($0.members + [Member("rows", rows)]) } ?? rows
  }

  /// Rows of stacks side by side: the member `rows` of an object that names each of them.
  static func rows(_ rows: JSONValue, beside stacks: [ScenarioStatement]) -> JSONValue {
    .object([
      Member(
        "stacks",
        .array(
          stacks.map { stack in
            .object([Member("scenario", .string(stack.label))] + stack.members)
          })), Member("rows", rows),
    ])
  }
}
