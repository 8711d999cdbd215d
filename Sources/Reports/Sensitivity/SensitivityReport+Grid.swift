import Analysis
import FinanceBasics

extension SensitivityReport {
  /// One axis down with the difference from the deals as they stand, or one down and one across.
  ///
  /// - Parameter isTyped: Whether what the rows are named by is a number, a percentage or a day, as
  ///   a workbook has it, rather than words.
  func gridTable(of grid: SensitivityGrid, name: String, isTyped: Bool = false) -> Table {
    let measure = grid.question.measure
    let axis = grid.axes[0]
    let label =
      isTyped
      ? Column("axis", axis.typedHeading, .figure, isKey: true)
      : Column("axis", axis.heading, .text, isKey: true)
    let named = { (row: Int) -> Value in
      isTyped ? axis.typedValue(at: row) : .text(axis.scale.shortText(of: axis.numbers[row]))
    }
    let title = "\(measure.name) of \(name) by \(axis.lever.name)"
    guard grid.axes.count > 1 else {
      return Table(
        title: title,
        columns: [
          label, Column("value", measure.name, measure.columnKind),
          Column("difference", "Difference", measure.differenceKind),
        ],
        rows: axis.numbers.indices.map { row in
          let value = grid.value(atRow: row)
          let difference = grid.base.flatMap { value?.difference(from: $0) }
          return Row([
            named(row), .measured(value), .difference(difference),
          ])
        }, currency: measure.kind == .amount ? currency : nil)
    }
    let across = grid.axes[1]
    return Table(
      title: "\(title) (down) and \(across.heading) (across)",
      columns: [label]
        + across.numbers.enumerated().map { position, number in
          Column(
            "cell_\(position + 1)", across.scale.shortText(of: number), measure.columnKind)
        },
      rows: axis.numbers.indices.map { row in
        Row(
          [named(row)]
            + across.numbers.indices.map { .measured(grid.value(atRow: row, column: $0)) })
      }, currency: measure.kind == .amount ? currency : nil)
  }

  func notes(on grid: SensitivityGrid) -> [String] {
    let question = grid.question
    let blanks = grid.values.count { $0 == nil }
    let cells = "\(blanks) of \(grid.values.count) cells"
    let base = grid.base.map { value in
      "as it stands, at \(question.basis.discounting.shortWords): \(question.measure.nameInSentence) "
        + value.words(in: currency, style: TextStyle())
    }
    return question.sentences(moving: grid.axes.map(\.lever)) + [
      "each cell is what a single run with these changes gives; "
        + "what is varied stands in place of what is assumed"
    ] + [base].compactMap { $0 }
      + (blanks == 0 ? [] : ["blank (\(cells)): \(question.measure.blankMeaning)"])
      + grid.remarks
  }

  // MARK: - For programs

  /// Columns `deal`, then the name and the unit of each axis, `measure`, `value` and `currency`.
  func gridLongTable(like first: SensitivityGrid) -> Table {
    let axes = first.axes.flatMap { axis in
      [
        Column(axis.lever.name, axis.heading, .figure, isKey: true),
        Column("\(axis.lever.name)_unit", "Unit", .text),
      ]
    }
    return Table(
      columns: [Column("deal", "Deal", .text, isKey: true)] + axes + [
        Column("measure", "Measure", .text), Column("value", "Value", .figure),
        Column("currency", "Currency", .text),
      ],
      rows: subjects.flatMap { subject -> [Row] in
        guard case .grid(let grid) = subject.answer else { return [] }
        return cells(of: grid).map { numbers, value in
          Row(
            [.text(subject.name)]
              + zip(grid.axes, numbers).flatMap { axis, number -> [Value] in
                [.lever(number, on: axis.scale), .text(axis.scale.programUnit)]
              } + [
                .text(grid.question.measure.rawValue), .measured(value),
                grid.question.measure.kind == .amount ? .text(currency.code) : .blank,
              ])
        }
      })
  }

  /// Each cell with the number of each axis, the second axis first.
  private func cells(
    of grid: SensitivityGrid
  ) -> [(numbers: [ExactDecimal], value: MeasuredValue?)] {
    let columns = grid.axes.count > 1 ? grid.axes[1].numbers.map { [$0] } : [[]]
    return grid.axes[0].numbers.enumerated().flatMap { row, number in
      columns.enumerated().map { column, others in
        ([number] + others, grid.value(atRow: row, column: column))
      }
    }
  }

  func members(of grid: SensitivityGrid) -> [JSONValue.Member] {
    let axes = grid.axes.map { axis -> JSONValue in
      [
        "name": .string(axis.lever.name), "unit": .string(axis.scale.programUnit),
        "values": .array(axis.numbers.map { Value.lever($0, on: axis.scale).json }),
      ]
    }
    let rows = cells(of: grid).map { numbers, value -> JSONValue in
      .object(
        zip(grid.axes, numbers).map { axis, number in
          JSONValue.Member(axis.lever.name, Value.lever(number, on: axis.scale).json)
        } + [JSONValue.Member("value", Value.measured(value).json)])
    }
    return grid.question.members + [
      JSONValue.Member("axes", .array(axes)),
      JSONValue.Member("as_it_stands", Value.measured(grid.base).json),
      JSONValue.Member("rows", .array(rows)),
    ]
  }
}
