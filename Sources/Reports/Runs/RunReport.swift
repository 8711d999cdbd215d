/// One kept run in full: the question, what it rests on and follows, and the answer.
public struct RunReport: Sendable {
  let run: ReportedRun

  /// Takes the run as it is.
  public init(_ run: ReportedRun) {
    self.run = run
  }

  /// The report in any format; the answer stands in text and JSON as it was kept.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(style)
    case .csv: renderCSV(listing)
    case .json: json.text + "\n"
    }
  }

  // MARK: - For people

  private func text(_ style: TextStyle) -> String {
    let head = PropertyReport(
      title: run.name,
      sections: [
        PropertyReport.Section(entries: facts.map(entry)),
        PropertyReport.Section(
          heading: "Question", entries: run.options.map { entry(($0.option, $0.value)) }),
      ])
    let inputs = Table(
      title: "Rests on",
      columns: [
        Column("input", "Input", .text, isKey: true), Column("place", "Version", .text),
        Column("link", "Link", .text), Column("file", "File", .text),
      ],
      rows: run.inputs.map { input in
        Row([
          .text(input.name), input.version == nil ? .blank : .text(input.place),
          .text(shortHash(input.link ?? "")), .text(shortHash(input.document ?? "")),
        ])
      }, footnotes: ["hashes by their beginnings; --format csv has them whole"] + run.conventions)
    return renderText(head, style: style) + "\n" + renderText(inputs, style: style)
      + "\nAnswer\n" + String(decoding: run.answer, as: UTF8.self)
  }

  /// What is said of the run once.
  private var facts: [(label: String, text: String)] {
    [
      ("asked", run.asked), ("as of entry", "\(run.asOf.entry)"),
      ("head then", shortHash(run.asOf.hash)),
      ("kept as entry", run.keeping.map { "\($0.entry)" } ?? ""),
      ("recorded", run.keeping?.recorded ?? ""),
      ("program", run.keeping.map { "\(run.program), schema \($0.schema)" } ?? run.program),
      ("answer", shortHash(run.answerHash)),
    ]
  }

  private func entry(_ fact: (label: String, text: String)) -> PropertyReport.Entry {
    PropertyReport.Entry(fact.label, fact.label, .text(fact.text), kind: .text)
  }

  // MARK: - For programs

  /// Columns `section,key,value,link,document`: the run, its options, inputs, conventions and the
  /// fields of the answer.
  private var listing: Table {
    let line = { (section: String, key: String, value: Value) in
      Row([.text(section), .text(key), value, .blank, .blank])
    }
    let head = [
      ("asked", run.asked), ("as_of_entry", "\(run.asOf.entry)"), ("as_of_head", run.asOf.hash),
      ("entry", run.keeping.map { "\($0.entry)" } ?? ""),
      ("recorded", run.keeping?.recorded ?? ""), ("program", run.program),
      ("schema", run.keeping.map { "\($0.schema)" } ?? ""), ("answer_sha256", run.answerHash),
    ]
    let inputs = run.inputs.map { input in
      Row([
        .text("input"), .text(input.name), .text(input.version.map { "version \($0)" } ?? ""),
        .text(input.link ?? ""), .text(input.document ?? ""),
      ])
    }
    let answer = AnswerField.all(of: run.json).map { field in
      line(
        "answer", (field.row + [field.name]).joined(separator: ", "), Value(answered: field.value))
    }
    return Table(
      columns: [
        Column("section", "Section", .text, isKey: true), Column("key", "Key", .text, isKey: true),
        Column("value", "Value", .figure), Column("link", "Link", .text),
        Column("document", "Document", .text),
      ],
      rows: head.map { line("run", $0.0, .text($0.1)) }
        + run.options.map { line("option", $0.option, .text($0.value)) } + inputs
        + run.conventions.map { line("convention", "", .text($0)) } + answer)
  }

  private var json: JSONValue {
    .object(
      run.members + [
        JSONValue.Member(
          "inputs",
          .array(
            run.inputs.map { input in
              [
                "kind": .string(input.kind), "subject": .string(input.subject),
                "version": input.version.map { .integer($0) } ?? .null,
                "entry": input.entry.map { .integer($0) } ?? .null,
                "link": .optional(input.link), "document": .optional(input.document),
              ]
            })),
        JSONValue.Member("conventions", .array(run.conventions.map { .string($0) })),
        JSONValue.Member("answer", run.json),
      ])
  }
}

extension ReportedRun {
  /// What is said of a run before its inputs and its answer.
  var members: [JSONValue.Member] {
    [
      JSONValue.Member("run", .string(name)),
      JSONValue.Member("number", keeping.map { .integer($0.number) } ?? .null),
      JSONValue.Member("asked", .string(asked)),
      JSONValue.Member(
        "options",
        .array(
          options.map { ["option": .string($0.option), "value": .string($0.value)] })),
      JSONValue.Member("as_of_entry", .integer(asOf.entry)),
      JSONValue.Member("as_of_head", .string(asOf.hash)),
      JSONValue.Member("entry", keeping.map { .integer($0.entry) } ?? .null),
      JSONValue.Member("recorded", .optional(keeping?.recorded)),
      JSONValue.Member("program", .string(program)),
      JSONValue.Member("schema", keeping.map { .integer($0.schema) } ?? .null),
      JSONValue.Member("answer_sha256", .string(answerHash)),
    ]
  }
}

extension Value {
  /// A figure or a word of an answer; a blank for nothing.
  init(answered value: JSONValue?) {
    switch value {
    case nil, .null: self = .blank
    case .number(let number): self = .decimal(number)
    case .some(let other): self = .text(other.words ?? "")
    }
  }
}
