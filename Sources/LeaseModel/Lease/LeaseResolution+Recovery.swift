import FinanceBasics

extension LeaseResolution {
  /// What the tenant pays back of a line: what the line says, and where it is silent, what leases
  /// of its structure have.
  ///
  /// A share that is stated is of the whole cost, unless the line states a base too.
  mutating func recovery(
    of line: CostTerms, _ kind: CostLine.Kind, criticalIT: ExactDecimal
  ) -> Recovery {
    let preset = preset(for: line, kind)
    let own = line.recovery
    guard !own.isEmpty else { return preset }
    let usual = preset.share == .zero ? ExactDecimal.one : preset.share
    let base = base(of: own, criticalIT: criticalIT) ?? (own.share == nil ? preset.base : nil)
    return Recovery(
      share: own.share.map { fraction($0) } ?? usual, base: base,
      cap: own.cap.flatMap { limit($0, growth: own.capGrowth, criticalIT: criticalIT) },
      floor: own.floor.flatMap { limit($0, growth: own.floorGrowth, criticalIT: criticalIT) },
      adminFee: own.adminFee.map { fraction($0) } ?? .zero)
  }

  private mutating func base(
    of recovery: RecoveryTerms, criticalIT: ExactDecimal
  ) -> Recovery.Base? {
    if let stop = recovery.expenseStop {
      return limit(stop, growth: recovery.expenseStopGrowth, criticalIT: criticalIT)
        .map { .amount($0) }
    }
    guard let year = recovery.baseYear else { return nil }
    switch use(year) {
    case .firstLeaseYear: return .firstLeaseYear
    case .date(let date): return .day(day(year.map { _ in date }))
    }
  }

  /// What leases of the deal's structure have; a share has no price level, and so no base year.
  private func preset(for line: CostTerms, _ kind: CostLine.Kind) -> Recovery {
    guard let structure = terms.structure?.value else { return .none }
    let preset = structure.recovery(of: kind)
    return line.isShare && preset.base != nil ? .none : preset
  }

  /// Says which lines are recovered as leases of the structure are.
  mutating func tellOfPresets(_ lines: [CostTerms], in list: String) {
    let open = lines.filter { $0.amount != nil && $0.recovery.isEmpty }
    guard !open.isEmpty else { return }
    if let structure = terms.structure { use(structure) }
    var named: [(recovery: Recovery, names: [String])] = []
    for line in open {
      let kind = line.basis == nil ? line.kind?.value ?? .other : .power
      let preset = preset(for: line, kind)
      if let index = named.firstIndex(where: { $0.recovery == preset }) {
        named[index].names.append(line.name)
      } else {
        named.append((preset, [line.name]))
      }
    }
    for (recovery, names) in named {
      remark(
        .presetRecovery(
          FieldPath(known: list), lines: names, terms.structure?.value, recovery))
    }
  }
}
