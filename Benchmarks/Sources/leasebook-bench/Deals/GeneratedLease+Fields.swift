import FinanceBasics
import LeaseModel

/// A leaf of a made-up deal file, before it has a place in it.
private struct Leaf {
  let block: FieldBlock
  let path: String
  let text: String

  init(_ block: FieldBlock, _ path: String, _ text: String) {
    self.block = block
    self.path = path
    self.text = text
  }
}

extension GeneratedLease {
  /// The leaves of a deal file that describes the lease: 25, and 3 a hall.
  var fields: [DealField] {
    (head + terms + assumptions).enumerated().map { index, leaf in
      DealField(
        block: leaf.block, path: FieldPath(parsing: leaf.path) ?? .root, text: leaf.text,
        sources: leaf.block == .terms ? [DealWorld.release.id] : [], line: index + 1, column: 3)
    }
  }

  private var head: [Leaf] {
    [
      Leaf(.head, "deal", "deal-\(number)"),
      Leaf(.head, "name", "Campus \(number), building \(number % 7 + 1)"),
      Leaf(.head, "announced", "2025-12-17"),
      Leaf(.head, "signed", "2025-12-16"),
      Leaf(.head, "source", DealWorld.release.id.text),
    ]
  }

  private var terms: [Leaf] {
    let starts = tranches.map(\.commencement).sorted()
    let first = starts.first ?? .earliest
    let last = starts.last ?? .earliest
    return [
      Leaf(.terms, "landlord", DealWorld.landlord(of: self).text),
      Leaf(.terms, "tenant", DealWorld.tenants[number % DealWorld.tenants.count].id.text),
      Leaf(.terms, "site", DealWorld.sites[number % DealWorld.sites.count].id.text),
      Leaf(.terms, "contract.kind", "lease"),
      Leaf(.terms, "contract.structure", "triple-net"),
      Leaf(.terms, "status", "signed"),
      Leaf(.terms, "criticalIT", megawatts(megawattTenths)),
      Leaf(.terms, "utility", megawatts(megawattTenths * 14 / 10)),
      Leaf(.terms, "delivery.first", "\(first.year)-Q\((first.month + 2) / 3)"),
      Leaf(.terms, "delivery.last", "\(last.year)"),
      Leaf(.terms, "term", "\(Self.months / 12) years"),
      rentLeaf,
      Leaf(.terms, "rent.escalator.fixed", "\(decimal(escalatorBasisPoints)) %"),
      Leaf(.terms, "renewals.count", "3"),
      Leaf(.terms, "renewals.each", "5 years"),
    ]
  }

  private var rentLeaf: Leaf {
    switch rent {
    case .contractValue(let millions): Leaf(.terms, "rent.contractValue", "\(millions) M USD")
    case .rate(let cents): Leaf(.terms, "rent.rate", "\(decimal(cents)) USD/kW-month")
    }
  }

  private var assumptions: [Leaf] {
    var leaves: [Leaf] = []
    for (index, tranche) in tranches.enumerated() {
      let name = "hall \(index + 1)"
      leaves += [
        Leaf(.assumptions, "halls[\(name)].name", name),
        Leaf(.assumptions, "halls[\(name)].criticalIT", megawatts(tranche.megawattTenths)),
        Leaf(.assumptions, "halls[\(name)].rentCommencement", tranche.commencement.description),
      ]
    }
    return leaves + [
      Leaf(.assumptions, "termClock", "per hall"),
      Leaf(.assumptions, "renewals.rent", "continue"),
      Leaf(.assumptions, "renewals.probability", "70 %"),
      Leaf(.assumptions, "operatingMargin", "98.6 %"),
      Leaf(.assumptions, "capitalCost", "10 M USD/MW-IT"),
    ]
  }

  private func megawatts(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10) MW" }

  /// Hundredths as a decimal.
  private func decimal(_ hundredths: Int) -> String {
    ExactDecimal(digits: Int128(hundredths), fractionDigits: 2).description
  }
}
