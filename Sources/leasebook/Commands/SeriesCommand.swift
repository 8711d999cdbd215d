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
      try output.print(of: ledger, asOf) { view in
        let session = try BookSession(view, asOf: asOf)
        guard let series else {
          let versions = session.book.series
          for version in versions { session.log?.note(version) }
          return SeriesListReport(
            versions.map { ReportedSeries($0) }, asOf: session.asOfSentence)
        }
        let version = try session.book.version(ofSeries: series)
        session.log?.note(version)
        return SeriesReport(ReportedSeries(version), asOf: session.asOfSentence)
      }
    }
  }
}

extension ReportedSeries {
  init(_ version: SeriesVersion) {
    self.init(
      version.series, known: version.known, number: version.number,
      versionCount: version.versionCount)
  }
}
