import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation

/// One deal's answer as text for people.
struct ReconciliationText {
  let subject: ReconciliationReport.Subject
  let isVerbose: Bool
  let style: TextStyle

  var outcome: ReconciliationOutcome { subject.outcome }

  /// The families that are shown where not all are asked for.
  private static let fewFamilies = 4

  /// Sections with a blank line between.
  var sections: [String] {
    var sections = [heading]
    if !outcome.figures.isEmpty { sections.append(renderText(figureTable, style: style)) }
    if outcome.verdict == .restated { sections += restatement }
    if let conflict = outcome.whyNotAsWritten {
      sections += conflictSections(conflict, Self.asWritten)
    }
    sections.append(verdict)
    if outcome.verdict != .restated, let conflict = outcome.conflict {
      sections += conflictSections(conflict, Self.noChoice)
    }
    if !shownFamilies.isEmpty {
      sections.append(familySection)
      if outcome.verdict != .nothingToReconcile {
        sections.append(renderText(witnessTable, style: style))
      }
    }
    if let payments = subject.payments {
      sections += PaymentTableText(outcome: payments, isVerbose: isVerbose, style: style).sections
    }
    if !footnotes.isEmpty {
      sections.append(renderParagraphs(footnotes, .dim, hanging: 2, style: style))
    }
    return sections
  }

  func paragraph(_ text: String, _ ink: Ink = []) -> String {
    renderParagraphs([text], ink, style: style)
  }

  // MARK: - What is disclosed

  private var heading: String {
    let title = subject.name.map { "\($0) (\(subject.id))" } ?? subject.id
    let words = outcome.deal.deal.terms.disclosedWords
    return paragraph(title, .bold)
      + (words.isEmpty ? "" : style.blockSeparator + paragraph(words))
  }

  // MARK: - Figures

  private var figureTable: Table {
    Table(
      columns: [
        Column("figure", "Figure", .text, isKey: true),
        Column("printed", "As printed", .text), Column("range", "Leaves open", .text),
        Column("computed", "As written", .figure), Column("gap", "Gap", .figure),
        Column("relative_gap", "", .figure),
      ],
      rows: outcome.figures.map { check in
        let figure = check.figure
        let text = QuantityText(figure.range, printed: figure.text)
        let isOff = check.agrees == false
        return Row([
          .text(name(of: figure)), .text(figure.text), .text(text.interval),
          check.computed.map { .text(text.text(of: $0, gap: check.gap)) } ?? .blank,
          .text(gapWords(of: check, text)),
          isOff ? check.relativeGap.map { .text(QuantityText.percentage($0)) } ?? .blank : .blank,
        ])
      }, footnotes: publications)
  }

  /// When the figures were published, where that was not on one day.
  private var publications: [String] {
    let figures = outcome.figures.map(\.figure)
    let days = figures.map(\.announced).reduce(into: [StatedDate]()) { days, day in
      if !days.contains(day) { days.append(day) }
    }.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    let count = { (day: StatedDate) in figures.count { $0.announced == day } }
    guard days.count > 1, let usual = days.max(by: { count($0) < count($1) }) else { return [] }
    return days.filter { $0 != usual }.map { day in
      let names = figures.filter { $0.announced == day }.map(name)
      return "published \(day): \(names.joined(separator: "; "))"
    } + ["published \(usual): all others"]
  }

  /// Where figures are of more than one day.
  static let publicationColumn = Column("announced", "Published", .text)

  private func gapWords(of check: FigureCheck, _ text: QuantityText) -> String {
    guard let agrees = check.agrees else { return "not known" }
    guard !agrees, let gap = check.gap else { return "agrees" }
    return text.text(ofGap: gap)
  }

  /// The figure's name, with the deals that it covers beside this one.
  func name(of figure: AnnouncedQuantity) -> String {
    let others = figure.scope.filter { $0 != outcome.deal.deal.id }.map(\.text)
    return others.isEmpty
      ? figure.kind.words : "\(figure.kind.words), with \(others.joined(separator: ", "))"
  }

  // MARK: - Families

  var shownFamilies: ArraySlice<SolutionFamily> {
    outcome.families.prefix(isVerbose ? outcome.families.count : Self.fewFamilies)
  }

  /// Every family with the ranges of what it leaves open, and one set of terms in them.
  private var familySection: String {
    let isOne = outcome.families.count == 1
    let report = PropertyReport(
      sections: shownFamilies.indices.map { number in
        let family = outcome.families[number]
        let sentence =
          family.departures.isEmpty ? "What the figures leave open" : family.sentence
        return PropertyReport.Section(
          heading: isOne ? sentence : "\(number + 1). \(sentence)", entries: entries(of: family))
      })
    return renderText(report, style: style)
  }

  private func entries(of family: SolutionFamily) -> [PropertyReport.Entry] {
    let terms = ([family.rentPerKilowattMonth] + family.freeTerms).map { term in
      PropertyReport.Entry("term", term.name.capitalisedFirst, .text(term.words))
    }
    guard outcome.verdict != .nothingToReconcile else { return terms }
    let solved = family.witness.solvedLines
    let witness = PropertyReport.Entry(
      "witness", "Witness",
      .text(solved.isEmpty ? "the deal as written" : solved.joined(separator: "\n")))
    return terms + [witness]
  }

  /// What the engine projects from the witness of each family.
  private var witnessTable: Table {
    let isOne = outcome.families.count == 1
    let columns = shownFamilies.indices.map { number in
      Column(
        "witness_\(number + 1)", isOne ? "Projected" : "Projected by \(number + 1)", .figure)
    }
    let rows = outcome.figures.indices.map { index in
      let figure = outcome.figures[index].figure
      let text = QuantityText(figure.range, printed: figure.text)
      return Row(
        [.text(name(of: figure)), .text(text.interval), .text(text.unit)]
          + shownFamilies.map { family -> Value in
            let checks = family.witness.checks
            let check = checks.indices.contains(index) ? checks[index] : nil
            return (check?.computed).map { .text(text.text(of: $0)) } ?? .blank
          })
    }
    return Table(
      title: isOne
        ? "What the engine projects from the witness"
        : "What the engine projects from each witness",
      columns: [
        Column("figure", "Figure", .text, isKey: true),
        Column("range", "Leaves open", .text), Column("unit", "", .text),
      ] + columns, rows: rows)
  }

  // MARK: - Foot

  private var footnotes: [String] {
    let subjects: [(ReconciliationNote.Subject, String)] = [
      (.missing, "missing"), (.taken, "taken"), (.notIdentified, "cannot be told from the figures"),
    ]
    let notes = subjects.flatMap { subject, words in
      outcome.notes.filter { $0.subject == subject }.map { "\(words): \($0.description)" }
    }
    return readingSentences + notes + familySentence + searchSentence
  }

  /// How figures are taken that are published on more than one basis.
  private var readingSentences: [String] {
    var sentences: [String] = []
    for check in outcome.figures {
      guard let reading = check.reading else { continue }
      let sentence = "\(check.figure.kind.words): \(reading.description)"
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences
  }

  private var familySentence: [String] {
    let hidden = outcome.families.count - shownFamilies.count
    return hidden > 0 ? ["\(hidden) more \(hidden == 1 ? "way" : "ways"): --verbose shows all"] : []
  }

  private var searchSentence: [String] {
    let search = outcome.search
    guard search.boxes > 0, outcome.verdict != .nothingToReconcile else { return [] }
    let count = NumberText(ExactDecimal(search.boxes), fractionDigits: 0).text
    let undecided =
      search.undecided == 0
      ? "" : "; \(search.undecided) combinations of choices were not decided"
    return ["searched: \(count) boxes of terms\(undecided)"]
      + (search.wasStopped ? ["the search was stopped, and what it had is shown"] : [])
  }
}

extension TermRange {
  /// The range with its unit; where solutions were found in a part of it alone, that part too.
  fileprivate var words: String {
    let text = QuantityText(range)
    let whole = [text.interval, text.unit].filter { !$0.isEmpty }.joined(separator: " ")
    guard !isTight, let reached else { return whole }
    let found = text.ends(of: reached)
    return "\(whole), found from \(found.low) to \(found.high)"
  }
}

extension Array where Element: Equatable {
  /// Whether no element differs from another.
  var areAlike: Bool { allSatisfy { $0 == first } }
}

extension Witness {
  /// A line a field; the fields of one element of a list stand together behind its name.
  fileprivate var solvedLines: [String] {
    var lines: [(element: String, text: String)] = []
    for field in solved {
      let path = "\(field.path)"
      if path.hasSuffix("].name") { continue }
      guard let end = path.lastIndex(of: "]") else {
        lines.append(("", "\(path): \(field.text)"))
        continue
      }
      let element = String(path[...end])
      let key = path[path.index(after: end)...].drop { $0 == "." }
      if lines.last?.element == element {
        lines[lines.count - 1].text += ", \(key) \(field.text)"
      } else {
        lines.append((element, "\(element): \(key) \(field.text)"))
      }
    }
    return lines.map(\.text)
  }
}

extension SolutionFamily {
  /// What differs from the file, in one sentence without its stop.
  var sentence: String {
    departures.map(\.description).joined(separator: "; ").capitalisedFirst
  }
}

extension String {
  /// The text with a capital letter at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
