import LeaseModel
import Reconciliation
import Testing

@Suite("Departures from a file")
struct DepartureTests {
  @Test("say in words what differs")
  func words() {
    #expect(
      Departure.termClock(.coterminousAfterLast, term: "15 years").description
        == "the terms of the halls end together, 15 years after the last commencement")
    #expect(
      Departure.dates(areAnnounced: false).description
        == "the halls begin on other days than those assumed")
  }
}
