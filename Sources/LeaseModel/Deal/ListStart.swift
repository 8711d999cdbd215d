/// How the elements of a list say from when they hold, so that they can be put in order.
struct ListStart {
  /// The key of a whole number, such as `year`; `nil` where elements begin by day alone.
  let numberKey: String?
  /// What the number counts, in words.
  let numberName: String
  /// The key of a day; `nil` where elements begin by number alone.
  let dayKey: String?

  /// Of the list at a pattern such as `rent.steps`; `nil` of a list without an order.
  init?(of pattern: String) {
    switch pattern.split(separator: ".").last {
    case "ramp", "takeOrPay": self.init("month", "month", orBy: "from")
    case "abatements": self.init("year", "lease year", orBy: "from")
    case "steps" where pattern == "deposit.steps": self.init(nil, "", orBy: "date")
    case "steps" where !pattern.hasSuffix("escalator.steps"):
      self.init("year", "lease year", orBy: "from")
    case "ladder": self.init("fromDay", "day", orBy: nil)
    case "schedule": self.init("year", "lease year", orBy: nil)
    default: return nil
    }
  }

  private init(_ numberKey: String?, _ numberName: String, orBy dayKey: String?) {
    self.numberKey = numberKey
    self.numberName = numberName
    self.dayKey = dayKey
  }
}
