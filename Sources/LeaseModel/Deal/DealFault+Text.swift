extension DealFault {
  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .fieldUnknown(let name, _): "'\(name)' is not a field that stands here"
    case .wrongBlock(let path, let block, _): "'\(path)' does not stand in \(block.rawValue)"
    case .fieldMissing(let path, _): "'\(path)' is missing"
    case .fieldDoubled(let path, let line):
      "'\(path)' is given twice\(line > 0 ? ", first on line \(line)" : "")"
    case .inTwoBlocks(let path, let block, let other, let otherBlock):
      path == other
        ? "'\(path)' stands in \(otherBlock.rawValue) and in \(block.rawValue)"
        : "'\(path)' in \(block.rawValue) overlaps '\(other)' in \(otherBlock.rawValue)"
    case .contradictory(let paths):
      "\(paths.map { "'\($0)'" }.joined(separator: " and ")) say the same thing in two ways"
    case .sourceMissing(let path): "'\(path)' is a term without a source"
    case .sourceUnknown(let id, _): "the source '\(id)' is not listed under sources"
    case .rateNotOnCriticalIT(let text): "'\(text)' is a rent that is not of critical IT"
    case .expiryMissing: "the term clock is 'fixed end', and no expiry is stated"
    case .hallsExceed(let sum, let total):
      "the halls have \(sum) of critical IT, more than the '\(total)' of the deal"
    case .powerUsageBelowOne(let text): "a PUE of '\(text)' is below 1"
    case .grossBelowCriticalIT(let gross, let criticalIT):
      "the gross power of '\(gross)' is below the critical IT of '\(criticalIT)'"
    case .datesReversed(let early, let date, let late, let lateDate):
      "'\(early)' (\(date)) is after '\(late)' (\(lateDate))"
    case .periodsNotTiling(let expected, let found):
      "a period begins with lease year \(found) where lease year \(expected) is expected"
    case .periodsBeyondTerm(let last, let years):
      "the periods reach to lease year \(last), and the term has \(years)"
    case .periodsShortOfTerm(let last, let years):
      "the periods end with lease year \(last), and the term has \(years)"
    case .stepsMixed(let list, let key):
      "the steps of '\(list)' begin partly by \(key) and partly by day"
    case .stepsNotOrdered(let start, let before):
      "the step from \(start) stands behind the step from \(before)"
    case .stepsLate(let first, let rent):
      "the first step begins in \(first), and rent begins in \(rent)"
    case .hallNotListed(let name, _):
      "the hall '\(name)' is assumed beside the halls of terms, and is none of them"
    case .dateOutOfBounds(let text): "'\(text)' is not between 1900-01-01 and 2300-12-31"
    case .valueOutOfBounds(let text, let bounds): "'\(text)' is not \(bounds)"
    case .abatementBeyondTerm(let length, let term):
      "rent is free for \(length), and the term is \(term)"
    case .renewalsTooLong(let count, let each):
      "\(count) renewals of \(each) are more than 100 years"
    case .renewalsNotThere(let exercised, let count):
      "\(exercised) renewals are exercised, and the lease has \(count == 0 ? "none" : "\(count)")"
    case .rampExceedsHall(let step, let hall):
      "a step of '\(step)' is more than the '\(hall)' of the hall"
    case .takeOrPayAlone(let path): "'\(path)' stands without a ramp of what is in use"
    case .calendarMissing(let convention):
      "payments move by '\(convention)', and no calendar says on which days they are made"
    case .boundsReversed(let least, let leastText, let most, let mostText):
      "'\(most)' (\(mostText)) is below '\(least)' (\(leastText))"
    case .lineDoubled(let name): "two cost lines are called '\(name)'"
    case .sharesAlone(let path): "'\(path)' is a share of the tariff, which has nothing else"
    case .demandNotPerKilowattMonth(let text):
      "'\(text)' is a price of demand that is not per kW-month"
    case .notOfAShare(let path): "'\(path)' is stated of a cost that is a share"
    case .depositNotFalling(let amount, let before):
      "the deposit steps down to '\(amount)' from '\(before)'"
    case .placeholderLeft(let path, _): "'\(path)' is not filled in"
    case .amendmentEmpty: "the amendment changes nothing"
    case .removedAbsent(let path, _): "'\(path)' is not in the deal, so it cannot be removed"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .fieldUnknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "take it away, or put it into notes: see docs/deal-file.md"
    case .wrongBlock(_, _, [.head]): "move it to the head of the file"
    case .wrongBlock(_, _, let right):
      "move it to \(right.map(\.rawValue).joined(separator: " or "))"
    case .fieldMissing(let path, let example):
      "add it, such as \(path.split(separator: ".").last.map(String.init) ?? path): \(example)"
    case .fieldDoubled: "keep one of the two"
    case .inTwoBlocks(_, _, _, .terms):
      "keep what a source says under terms, and take the other away"
    case .inTwoBlocks(_, _, _, let block):
      "keep the one in \(block.rawValue), and take the other away"
    case .contradictory: "keep one, and let the others follow from it"
    case .sourceMissing: "name its source, or a source for the whole file at the top"
    case .sourceUnknown(let id, let nearest):
      nearest.map { "write \($0), if that is what is meant, or add \(id) under sources" }
        ?? "add it under sources, with its kind, date and url"
    case .rateNotOnCriticalIT: "write the rate per kW-month, MW-IT-year, year or month"
    case .expiryMissing: "add the last day as expiry, or choose another termClock"
    case .hallsExceed: "correct the megawatts of the halls or of the deal"
    case .powerUsageBelowOne: "check it: PUE is gross power over critical IT"
    case .grossBelowCriticalIT: "check which kind of megawatt each figure is"
    case .datesReversed: "check both dates"
    case .periodsNotTiling:
      "let each period begin in the year after the one before it, the first in 1"
    case .periodsBeyondTerm: "end the last period with the term, or correct the term"
    case .periodsShortOfTerm: "add a period for the years that are left, or correct the term"
    case .stepsMixed(_, let key): "give every step its \(key), or every step its day"
    case .stepsNotOrdered: "put the steps in the order in which they begin"
    case .stepsLate: "add the rent from the beginning as the first step"
    case .hallNotListed(_, let nearest):
      nearest.map { "write \($0), if that is what is meant, or assume its load and its date too" }
        ?? "write the name of a hall of terms, or assume its load and its date too"
    case .dateOutOfBounds: "check the year"
    case .valueOutOfBounds: "check the figure and its sign, scale and unit"
    case .abatementBeyondTerm: "check both lengths: some rent is left to pay within the term"
    case .renewalsTooLong: "check the number of renewals and the length of each"
    case .renewalsNotThere: "state the renewals with count and each, or with options"
    case .rampExceedsHall: "correct the megawatts of the step or of the hall"
    case .takeOrPayAlone: "add ramp with the megawatts in use, or take it away"
    case .calendarMissing: "add calendar, such as US-FED, or take businessDays away"
    case .boundsReversed: "check both: the least is not above the most"
    case .lineDoubled: "give each a name of its own, or join them"
    case .sharesAlone: "add the component that it is a share of, or state it in money"
    case .demandNotPerKilowattMonth: "write it per kW-month, such as 6.50 USD/kW-month"
    case .notOfAShare: "take it away, or state the amount in money"
    case .depositNotFalling: "state what is still held after the step"
    case .placeholderLeft(_, let example):
      "fill in what a source says, such as \(example), or take the line away"
    case .amendmentEmpty: "give the paths that change, or remove"
    case .removedAbsent(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "leave it out of remove"
    }
  }
}
