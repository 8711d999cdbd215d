import ArgumentParser
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

extension Leasebook {
  struct SeriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "series",
      abstract: "List the recorded series, or print the values of one.",
      usage: "leasebook series [<options>] [<series>]",
      discussion: """
        A series is a table of published values, such as a price index that rent follows, or a \
        curve of yields. Of several versions the last one known is taken.

        Example: leasebook series cpi-u-nsa --known-on 2026-08-01
        """)

    @Argument(
      help: "The series' id; all are listed where none is named.", completion: Completions.series)
    var series: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func run() throws {
      try output.print(of: ledger) {
        let session = try BookSession(ledger: ledger, asOf: asOf)
        guard let series else {
          return SeriesListReport(session.book.reportedSeries, asOf: session.asOfSentence)
        }
        return SeriesReport(try session.book.reported(series), asOf: session.asOfSentence)
      }
    }
  }
}

extension Book {
  /// The series as reports take them, in the order of their ids.
  fileprivate var reportedSeries: [ReportedSeries] { series.map { ReportedSeries($0) } }

  /// The series of an id.
  ///
  /// - Throws: `series.unknown`, with the nearest id.
  fileprivate func reported(_ id: String) throws -> ReportedSeries {
    ReportedSeries(try version(ofSeries: id))
  }
}

extension ReportedSeries {
  init(_ version: SeriesVersion) {
    self.init(
      version.series, known: version.known, number: version.number,
      versionCount: version.versionCount)
  }
}
