import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The bars of a tornado in the order in which the deals state what they assume.
struct TornadoSides {
  let question: SensitivityQuestion
  let change: TornadoChange
  private var run: SettingRun

  init(_ question: SensitivityQuestion, change: TornadoChange) {
    self.question = question
    self.change = change
    run = SettingRun(question)
  }

  /// The name of the option, for the place of faults.
  private static let option = "--tornado"

  /// The bars of the discount rate or spread and of those of tiers; none of a measure that they
  /// have no part in.
  var rates: [TornadoBar] {
    mutating get {
      guard question.measure.dependsOnRate else { return [] }
      let basis = question.basis
      let whole: [Lever] = [basis.discounting.rate == nil ? .spread : .rate]
      let levers = whole + CreditTier.allCases.filter { basis.tiers[$0] != nil }.map(Lever.tier)
      var bars: [TornadoBar] = []
      for lever in levers {
        guard let present = question.present(lever) else { continue }
        bars.append(bar(lever, present.number, by: change.points, on: .percentage))
      }
      return bars
    }
  }

  /// The bar of a delay of every hall.
  var delay: TornadoBar? {
    mutating get {
      bar(.delay, .zero, by: ExactDecimal(change.months), on: .time(.months))
    }
  }

  private mutating func bar(
    _ lever: Lever, _ present: ExactDecimal, by change: ExactDecimal, on scale: LeverScale
  ) -> TornadoBar {
    let bounds = LeverBounds(of: lever)
    let sides = [present - change, present + change].map { wanted in
      let held = bounds.clamped(wanted)
      let setting = LeverSetting(lever, at: held, on: scale, option: Self.option)
      return side(setting.text, isClipped: held != wanted) { run throws in
        try run.value(under: [setting])
      }
    }
    return TornadoBar(
      name: lever.name, basis: nil, present: scale.text(of: present), low: sides[0],
      high: sides[1])
  }

  private mutating func side(
    _ text: String, isClipped: Bool, _ measure: (inout SettingRun) throws -> MeasuredValue?
  ) -> TornadoBar.Side {
    do {
      return TornadoBar.Side(
        text: text, value: try measure(&run), isClipped: isClipped, refusal: nil)
    } catch {
      return TornadoBar.Side(
        text: text, value: nil, isClipped: isClipped, refusal: Self.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    switch error {
    case let many as Diagnostics: many.all[0].problem
    case let missing as NotProjectable: missing.diagnostics.all[0].problem
    case let one as any Diagnostic: one.problem
    default: "the deals cannot be so"
    }
  }

  // MARK: - Assumptions

  /// The bars of every path that a deal assumes and that can be moved.
  var assumptions: [TornadoBar] {
    mutating get {
      var paths: [FieldPath] = []
      for field in question.deals.flatMap(\.deal.fields) where field.block.isAssumed {
        if !paths.contains(field.path) { paths.append(field.path) }
      }
      return paths.compactMap { bar(at: $0) }
    }
  }

  private mutating func bar(at path: FieldPath) -> TornadoBar? {
    let fields = question.deals.compactMap { $0.deal.assumption(at: path) }
    guard let down = moves(at: path, sign: -1), let up = moves(at: path, sign: 1) else {
      return nil
    }
    let isOne = fields.count == 1
    return TornadoBar(
      name: path.description, basis: fields.first?.block.basis,
      present: isOne ? fields.first?.text : nil,
      low: side(of: down, at: path, words: isOne ? nil : "down"),
      high: side(of: up, at: path, words: isOne ? nil : "up"))
  }

  /// A deal with the text that one of its fields is moved to.
  private struct Moved {
    let deal: Deal
    let move: TornadoMove
  }

  /// The moves of the deals that assume a path; `nil` where there are none.
  private func moves(at path: FieldPath, sign: Int) -> [Moved]? {
    let moves = question.deals.compactMap { analysed -> Moved? in
      guard let field = analysed.deal.assumption(at: path),
        let move = TornadoMove(
          of: field, by: change, sign: sign,
          periodDay: analysed.deal.terms.periodDay?.value ?? .end)
      else { return nil }
      return Moved(deal: analysed.deal, move: move)
    }
    return moves.isEmpty ? nil : moves
  }

  private mutating func side(
    of moves: [Moved], at path: FieldPath, words: String?
  ) -> TornadoBar.Side {
    let id = LeverSetting.scenario
    let scenario = Scenario(
      id: id,
      parts: moves.map { moved in
        Scenario.Part(
          deal: moved.deal.id, line: 0,
          changes: moved.deal.restating(path, as: moved.move.text, in: id))
      }, file: Self.option)
    let question = question
    return side(
      words ?? moves[0].move.text, isClipped: moves.contains { $0.move.isClipped }
    ) { _ throws in
      let changed = try ScenarioQuestion(
        [scenario], on: question.deals, known: question.deals.map(\.deal.id))
      let flows = try changed.deals.map { try DealCashFlows($0, case: question.projectionCase) }
      return try question.value(of: flows, on: question.basis)
    }
  }
}

extension ExactDecimal {
  /// The shortest decimal that reads back as a number; `nil` beyond 30 digits.
  init?(shortest number: Double) {
    let parts = "\(number)".split(separator: "e")
    guard let mantissa = parts.first.flatMap({ ExactDecimal(String($0)) }) else { return nil }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    guard let value = mantissa.normalized.scaled(byPowerOfTen: exponent) else { return nil }
    self = value
  }
}
