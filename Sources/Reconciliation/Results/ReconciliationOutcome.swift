public import Analysis

/// What became of a deal's announced figures: which agree, and under which terms all of them would.
public struct ReconciliationOutcome: Sendable {
  /// Whether the figures can all be true.
  public enum Verdict: String, CaseIterable, Sendable {
    /// With the file's terms and assumptions, each figure anywhere in its interval.
    case consistentAsWritten
    /// With other choices where the file assumes or reads; the families name them.
    case consistentOnlyIf
    /// Under no choice that was searched; the conflict names the figures.
    case inconsistent
    /// Figures of different dates exclude each other, and those that stand can all be true.
    case restated
    /// The search ended before it could tell.
    case undecided
    /// Fewer than two figures that have to do with each other.
    case nothingToReconcile
    /// The deal does not say enough; the notes name what is missing.
    case incomplete
  }

  /// The deal that was asked about.
  public let deal: AnalysedDeal
  /// Every figure as the file's terms and assumptions give it, in the order of the kinds.
  public let figures: [FigureCheck]
  /// Whether the figures can all be true.
  public let verdict: Verdict
  /// The simplest first; of a deal that is consistent as written, or that has nothing to compare, the
  /// one without departures.
  public let families: [SolutionFamily]
  /// Where nothing makes all figures true: the smallest sets that cannot hold together.
  public let conflict: FigureConflict?
  /// Earlier figures that cannot hold beside later ones; families and what speaks against the terms
  /// as written are of the other figures. Empty but where the verdict is `restated`.
  public let overtaken: [AnnouncedQuantity]
  /// Where only families do: the smallest sets that cannot hold as written.
  public let whyNotAsWritten: FigureConflict?
  /// What was taken, left out or not identified, in sentences for the foot of a report.
  public let notes: [ReconciliationNote]
  /// How far the search went.
  public let search: SearchExtent
}

/// How far a search went.
public struct SearchExtent: Hashable, Sendable {
  /// The boxes of terms that were looked at.
  public let boxes: Int
  /// The combinations of choices that were neither shown to work nor shown to fail.
  public let undecided: Int
  /// Whether the caller ended it.
  public let wasStopped: Bool
}

/// A sentence of what was taken, left out or cannot be told from the figures.
public struct ReconciliationNote: Hashable, Sendable, CustomStringConvertible {
  /// What a note is about.
  public enum Subject: String, CaseIterable, Sendable {
    /// What is missing for an answer.
    case missing
    /// A limit or a reading that was taken.
    case taken
    /// What the figures cannot tell apart.
    case notIdentified
  }

  /// What it is about.
  public let subject: Subject
  /// In words that a user reads.
  public let description: String
}
