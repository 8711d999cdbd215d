import FinanceBasics
import LeaseModel

extension RecoveryTerms {
  /// What the tenant pays back of a line.
  init(_ line: CostLine, in setting: CostSetting) {
    let recovery = line.recovery
    isNone = recovery.isNone
    let isLimited = line.kind.isPower && line.amount.isOfMegawattsInUse
    passedPart = isLimited ? setting.passedPower : nil
    base =
      switch recovery.base {
      case nil: .none
      case .firstLeaseYear, .day: .level
      case .amount: .amount
      }
    share = recovery.share.real
    hasFloor = recovery.floor != nil
    hasCap = recovery.cap != nil
    adminFee = recovery.adminFee.real
    abatedShare = setting.abatement(of: line.kind)?.share.real ?? .zero
  }
}

extension Recovery {
  /// The day whose prices the landlord bears; `nil` where the base is no price level.
  func priceDay(commencement: MonthDay) -> MonthDay? {
    switch base {
    case .firstLeaseYear: commencement
    case .day(let date): MonthDay(date)
    case .amount, nil: nil
    }
  }
}
