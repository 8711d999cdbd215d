import Testing

/// One record of the data set that the samples were written from, as far as it is checked here.
///
/// Source: `announced-deals.json`, 36 hosting leases, hosting and cloud contracts and amendments as
/// public sources gave them up to October 2026; its `id`, `critical_it_mw` and
/// `contract_value_base_usd`. The places of what became public later were looked up in the files.
struct SampleRecord: CustomTestStringConvertible, Sendable {
  let id: String
  /// Critical IT load.
  let megawatts: Int?
  /// Base rent over the base term.
  let dollars: Int?
  /// The amendment in which the load became public, if not in the record's own file.
  var megawattsIn: String?
  /// The amendment in which the value became public, if not in the record's own file.
  var dollarsIn: String?
  /// What an amendment that restates the whole lease adds the record's figures to.
  var addedTo: (megawatts: Int, dollars: Int)

  var testDescription: String { id }

  init(
    _ id: String, _ megawatts: Int?, _ dollars: Int?, megawattsIn: String? = nil,
    dollarsIn: String? = nil, addedTo: (megawatts: Int, dollars: Int) = (0, 0)
  ) {
    self.id = id
    self.megawatts = megawatts
    self.dollars = dollars
    self.megawattsIn = megawattsIn
    self.dollarsIn = dollarsIn
    self.addedTo = addedTo
  }

  static let all = [
    SampleRecord("hut8-river-bend-fluidstack-2025-12", 245, 7_000_000_000),
    SampleRecord("hut8-beacon-point-2026-05", 352, 9_800_000_000),
    SampleRecord(
      "terawulf-lake-mariner-core42-2024-12", 60, 1_100_000_000,
      dollarsIn: "terawulf-core42-deliveries-2025-11.yaml"),
    SampleRecord("terawulf-lake-mariner-fluidstack-cb3-cb4-2025-08-14", 200, 3_700_000_000),
    SampleRecord("terawulf-lake-mariner-fluidstack-cb5-2025-08-18", 160, 3_000_000_000),
    SampleRecord("terawulf-abernathy-jv-fluidstack-2025-10", 168, 9_500_000_000),
    SampleRecord("cipher-barber-lake-fluidstack-2025-09", 168, 3_000_000_000),
    SampleRecord(
      "cipher-barber-lake-fluidstack-expansion-2025-11", 39, 830_000_000,
      addedTo: (168, 3_000_000_000)),
    SampleRecord(
      "cipher-black-pearl-aws-2025-11", 216, 5_500_000_000,
      megawattsIn: "cipher-black-pearl-delivery-2026-08.yaml"),
    SampleRecord("cipher-stingray-aws-2026", 70, nil),
    SampleRecord("corescientific-coreweave-austin-2024-03", 16, 100_000_000),
    SampleRecord("corescientific-coreweave-200mw-2024-06-03", 200, 3_500_000_000),
    SampleRecord("corescientific-coreweave-70mw-2024-06-25", 70, 1_225_000_000),
    SampleRecord("corescientific-coreweave-112mw-2024-08", 112, nil),
    SampleRecord("corescientific-coreweave-120mw-2024-10-22", 120, 2_000_000_000),
    SampleRecord("corescientific-coreweave-denton-70mw-2025-02", 70, 1_200_000_000),
    SampleRecord("galaxy-helios-phase-1-coreweave-2025-03", 133, 4_500_000_000),
    SampleRecord("galaxy-helios-phase-2-coreweave-2025-04", 260, nil),
    SampleRecord("galaxy-helios-phase-3-coreweave-2025-08", 133, nil),
    SampleRecord("applied-digital-pf1-coreweave-250mw-2025-06", 250, 7_000_000_000),
    SampleRecord("applied-digital-pf1-coreweave-150mw-2025-08", 150, 4_000_000_000),
    SampleRecord("applied-digital-pf2-oracle-2025-10", 200, 5_000_000_000),
    SampleRecord("applied-digital-delta-forge-1-2026-04", 300, 7_500_000_000),
    SampleRecord("applied-digital-polaris-forge-3-2026-05", 300, 7_500_000_000),
    SampleRecord("applied-digital-delta-forge-2-2026-06", 210, 5_200_000_000),
    SampleRecord("iren-microsoft-2025-11", 200, 9_700_000_000),
    SampleRecord("iren-nvidia-2026-05", nil, 3_400_000_000),
    SampleRecord("bitdeer-tydal-2026-06", nil, nil),
    SampleRecord("hut8-beacon-point-phase-2-2026-07", 352, 9_800_000_000),
    SampleRecord("terawulf-hawesville-anthropic-2026-07", 401, 19_000_000_000),
    SampleRecord("riot-anthropic-rockdale-2026-08", 191, 9_100_000_000),
    SampleRecord("cleanspark-meta-sandersville-2026-07", 175, 6_600_000_000),
    SampleRecord("corescientific-amd-2026-07", 377, nil),
    SampleRecord("corescientific-neocloud-2026-07", 152, nil),
    SampleRecord("cipher-barber-lake-amendment-2026-09", 207, 9_030_000_000),
    SampleRecord("iren-ai-developers-2026-07", nil, 2_800_000_000),
  ]
}
