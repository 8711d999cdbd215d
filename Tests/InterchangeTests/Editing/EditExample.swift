import Interchange
import LeaseModel
import Testing

/// A file, what is put into it, and the file that results, written out by hand.
struct EditExample: CustomTestStringConvertible, Sendable {
  let name: String
  let before: String
  let values: [(path: String, text: String)]
  var withdrawing: [String] = []
  var remark: String?
  let after: String

  var testDescription: String { name }

  var solvedValues: SolvedValues {
    SolvedValues(
      values.map { SolvedValues.Value(Self.path($0.path), $0.text) },
      withdrawing: withdrawing.map(Self.path), remark: remark)
  }

  static func path(_ text: String) -> FieldPath { FieldPath(parsing: text) ?? .root }

  /// What every file begins with: enough for a deal.
  static let head = """
    deal: one
    announced: 2025-12-17
    source: release
    terms:
      landlord: hut-8
      contract: {kind: lease}
      criticalIT: 245 MW
    """

  static let sources = "sources:\n  release: {kind: release}"

  static let all: [EditExample] = [
    EditExample(
      name: "behind the assumptions, with a blank line where the file has them",
      before: """
        \(head)

        assumptions:
          pue: 1.35  # ours
          # the end of the assumptions

        # where it was read
        \(sources)

        """,
      values: [("rent.rate", "128.02 USD/kW-month"), ("operatingMargin", "98.6 %")],
      after: """
        \(head)

        assumptions:
          pue: 1.35  # ours
          # the end of the assumptions

        solved:
          rent: {rate: 128.02 USD/kW-month}
          operatingMargin: 98.6 %

        # where it was read
        \(sources)

        """),
    EditExample(
      name: "at the end of a file without a last line end",
      before: "\(sources)\n\(head)", values: [("pue", "1.35")],
      after: "\(sources)\n\(head)\nsolved:\n  pue: 1.35"),
    EditExample(
      name: "in place of the block that is there, whatever its layout",
      before: """
        \(head)
        solved: {pue: 1.3,
          rent: {rate: 100 USD/kW-month}}   # an older answer
        # where it was read
        \(sources)
        """,
      values: [("rent.rate", "128.02 USD/kW-month")], remark: "found by hand",
      after: """
        \(head)
        solved:
          # found by hand
          rent: {rate: 128.02 USD/kW-month}
          pue: 1.3
        # where it was read
        \(sources)
        """),
    EditExample(
      name: "an assumption on a line of its own becomes a comment",
      before: """
        \(head)
        assumptions:
          # 6.9 bn over 7.0 bn
          operatingMargin: 98.6 %  # about
          # what the peers say
          capitalCost:
            value: 10 M USD/MW-IT

            # of the shell too
            note: the middle
          pue: 1.35
        \(sources)
        """,
      values: [("operatingMargin", "99.1 %"), ("capitalCost", "9 M USD/MW-IT")],
      after: """
        \(head)
        assumptions:
          # 6.9 bn over 7.0 bn
          # operatingMargin: 98.6 %  # about
          # what the peers say
          # capitalCost:
          #   value: 10 M USD/MW-IT

            # of the shell too
          #   note: the middle
          pue: 1.35
        solved:
          operatingMargin: 99.1 %
          capitalCost: 9 M USD/MW-IT
        \(sources)
        """),
    EditExample(
      name: "of a group in braces the line is kept as a comment above what is left",
      before: """
        \(head)
        assumptions:
          renewals: {count: 3, each: 5 years, rent: 'flat', probability: 70 %}  # options
        \(sources)
        """,
      values: [("renewals.rent", "continue")],
      after: """
        \(head)
        assumptions:
          # renewals: {count: 3, each: 5 years, rent: 'flat', probability: 70 %}  # options
          renewals: {count: 3, each: 5 years, probability: 70 %}  # options
        solved:
          renewals: {rent: continue}
        \(sources)
        """),
    EditExample(
      name: "of halls in braces the days go and the megawatts stay",
      before: """
        \(head)
        assumptions:
          halls:
            - {name: hall 1, criticalIT: 49 MW, readyForService: 2027-06-30}
            - readyForService: 2027-12-31
              name: "halls 2-5"
              criticalIT: 196 MW
        \(sources)
        """,
      values: [
        ("halls[hall 1].readyForService", "2027-05-11"),
        ("halls[halls 2-5].readyForService", "2027-11-02"),
      ],
      after: """
        \(head)
        assumptions:
          halls:
            # - {name: hall 1, criticalIT: 49 MW, readyForService: 2027-06-30}
            - {name: hall 1, criticalIT: 49 MW}
            # - readyForService: 2027-12-31
            #   name: "halls 2-5"
            #   criticalIT: 196 MW
            - name: "halls 2-5"
              criticalIT: 196 MW
        solved:
          halls:
            - {name: hall 1, readyForService: 2027-05-11}
            - {name: halls 2-5, readyForService: 2027-11-02}
        \(sources)
        """),
    EditExample(
      name: "halls that are withdrawn go whole, and the block with its last field",
      before: """
        \(head)
        assumptions:
          halls:
          - name: hall 1
            criticalIT: 49 MW
        \(sources)
        """,
      values: [
        ("halls[first].criticalIT", "100 MW"), ("halls[first].readyForService", "2027-05-11"),
      ], withdrawing: ["halls"],
      after: """
        \(head)
        # assumptions:
        #   halls:
        #   - name: hall 1
        #     criticalIT: 49 MW
        solved:
          halls: [{name: first, criticalIT: 100 MW, readyForService: 2027-05-11}]
        \(sources)
        """),
    EditExample(
      name: "another form of rent goes with the one that is solved",
      before: """
        \(head)
        assumptions: {rent: {contractValue: 7.0 bn USD, escalator: {fixed: 3 %}}, pue: 1.35,}
        \(sources)
        """,
      values: [("rent.rate", "128.02 USD/kW-month"), ("pue", "1.3")],
      after: """
        \(head)
        # assumptions: {rent: {contractValue: 7.0 bn USD, escalator: {fixed: 3 %}}, pue: 1.35,}
        assumptions: {rent: {escalator: {fixed: 3 %}},}
        solved:
          rent: {rate: 128.02 USD/kW-month}
          pue: 1.3
        \(sources)
        """),
    EditExample(
      name: "what is quoted needs its quotes",
      before: "\(head)\n\(sources)\n...\n",
      values: [("halls[hall: a, b].readyForService", "2027-05-11")],
      after: """
        \(head)
        solved:
          halls: [{name: "hall: a, b", readyForService: 2027-05-11}]
        \(sources)
        ...

        """),
  ]
}
