CREATE INDEX applicationOfCredit ON application (credit);

CREATE INDEX applicationOfDebit ON application (debit);

CREATE UNIQUE INDEX dealHasOneOriginal ON dealVersion (deal) WHERE change = 'original';

CREATE INDEX dealVersionCorrected ON dealVersion (corrects) WHERE corrects IS NOT NULL;

CREATE INDEX dealVersionOfDeal ON dealVersion (deal);

CREATE INDEX entryOfDocument ON entry (document) WHERE document IS NOT NULL;

CREATE INDEX entryOfRecording ON entry (recording);

CREATE INDEX partyVersionOfParent ON partyVersion (parent) WHERE parent IS NOT NULL;

CREATE INDEX runInputOfEntry ON runInput (input) WHERE input IS NOT NULL;

CREATE INDEX runInputOfFile ON runInput (document) WHERE file IS NOT NULL;

CREATE INDEX runInputOfLink ON runInput (link) WHERE link IS NOT NULL;

CREATE INDEX scenarioVersionOfScenario ON scenarioVersion (scenario);

CREATE UNIQUE INDEX seriesHasOneValue ON seriesValue (entry, period, coalesce(tenor, ''));

CREATE INDEX seriesVersionOfSeries ON seriesVersion (series);

CREATE INDEX seriesVersionOfTable ON seriesVersion (tableDocument);

CREATE INDEX siteVersionOfCampus ON siteVersion (campus) WHERE campus IS NOT NULL;

CREATE INDEX siteVersionOfLandlord ON siteVersion (landlord) WHERE landlord IS NOT NULL;

CREATE UNIQUE INDEX voucherIsReversedOnce ON voucher (reverses) WHERE reverses IS NOT NULL;

CREATE INDEX voucherLineAbout ON voucherLine (about) WHERE about IS NOT NULL;

CREATE INDEX voucherOfDeal ON voucher (deal);

CREATE TABLE account (
  account TEXT NOT NULL PRIMARY KEY
    CHECK (account GLOB 'Assets:*' OR account GLOB 'Liabilities:*' OR account GLOB 'Income:*'
      OR account GLOB 'Expenses:*'),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE accountTotal (
  landlord TEXT NOT NULL REFERENCES party,
  account TEXT NOT NULL REFERENCES account,
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- Of the postings, such as 2027-07.
  month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01', '+0 days')),
  -- The last of the entries that are summed; the first is 4,095 before it.
  throughEntry INTEGER NOT NULL CHECK (throughEntry > 0 AND throughEntry % 4096 = 0),
  debits INTEGER NOT NULL CHECK (debits >= 0),
  credits INTEGER NOT NULL CHECK (credits >= 0),
  PRIMARY KEY (landlord, account, currency, month, throughEntry)
) STRICT, WITHOUT ROWID;

CREATE TABLE application (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  credit TEXT NOT NULL REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED,
  debit TEXT NOT NULL REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED,
  -- The later of the days since which the two documents are open.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE creditSupport (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Of a split term, the period that is supported, from 1; NULL is the whole term.
  period INTEGER CHECK (period > 0),
  guarantor TEXT CHECK (guarantor <> ''),
  guarantorBasis TEXT
    CHECK (guarantorBasis = 'disclosed' OR guarantorBasis = 'solved'
      OR guarantorBasis = 'assumed'),
  form TEXT CHECK (form = 'guarantee' OR form = 'parent guarantee' OR form = 'letter of credit'),
  formBasis TEXT CHECK (formBasis = 'disclosed' OR formBasis = 'solved' OR formBasis = 'assumed'),
  -- What is covered, parted by commas.
  covers TEXT,
  -- The most that is paid, in minor units; NULL where no cap is known.
  upTo INTEGER CHECK (upTo >= 0),
  upToBasis TEXT CHECK (upToBasis = 'disclosed' OR upToBasis = 'solved' OR upToBasis = 'assumed'),
  currency TEXT CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- A date, or a lease year such as year 10; included.
  through TEXT CHECK (through <> ''),
  throughBasis TEXT
    CHECK (throughBasis = 'disclosed' OR throughBasis = 'solved' OR throughBasis = 'assumed'),
  effective TEXT CHECK (effective <> ''),
  effectiveBasis TEXT
    CHECK (effectiveBasis = 'disclosed' OR effectiveBasis = 'solved'
      OR effectiveBasis = 'assumed'),
  -- What the guarantor may choose instead of paying.
  election TEXT,
  CHECK ((guarantor IS NULL) = (guarantorBasis IS NULL)),
  CHECK ((form IS NULL) = (formBasis IS NULL)),
  CHECK ((upTo IS NULL) = (upToBasis IS NULL)),
  CHECK ((through IS NULL) = (throughBasis IS NULL)),
  CHECK ((effective IS NULL) = (effectiveBasis IS NULL)),
  CHECK (upTo IS NULL OR currency IS NOT NULL),
  PRIMARY KEY (entry, position),
  FOREIGN KEY (guarantor) REFERENCES party
) STRICT, WITHOUT ROWID;

CREATE TABLE deal (
  deal TEXT NOT NULL PRIMARY KEY CHECK (deal <> '' AND deal NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE dealTerms (
  entry INTEGER PRIMARY KEY REFERENCES dealVersion,
  -- The unit of every amount of the version.
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  -- As stated, such as 2025-12-17 or 2026-Q2.
  announced TEXT NOT NULL CHECK (announced <> ''),
  signed TEXT CHECK (signed <> ''),
  landlord TEXT NOT NULL REFERENCES party,
  contractingEntity TEXT,
  tenant TEXT REFERENCES party,
  endUser TEXT REFERENCES party,
  site TEXT REFERENCES site,
  kind TEXT NOT NULL CHECK (kind = 'lease' OR kind = 'hosting' OR kind = 'cloud'),
  structure TEXT CHECK (structure <> ''),
  structureBasis TEXT
    CHECK (structureBasis = 'disclosed' OR structureBasis = 'solved'
      OR structureBasis = 'assumed'),
  -- `conditional` is kept out of every contracted total.
  status TEXT
    CHECK (status = 'conditional' OR status = 'signed' OR status = 'planned'
      OR status = 'under development' OR status = 'under construction'
      OR status = 'delivering' OR status = 'operating' OR status = 'expired'
      OR status = 'terminated'),
  -- The landlord's share of the economics; NULL is all of them.
  ownershipPercent TEXT
    CHECK (ownershipPercent GLOB '*[0-9]' AND ownershipPercent NOT GLOB '*[^0-9.-]*'),
  ownershipBasis TEXT
    CHECK (ownershipBasis = 'disclosed' OR ownershipBasis = 'solved'
      OR ownershipBasis = 'assumed'),
  -- What rent is charged on.
  criticalITWatts INTEGER CHECK (criticalITWatts > 0),
  criticalITBasis TEXT
    CHECK (criticalITBasis = 'disclosed' OR criticalITBasis = 'solved'
      OR criticalITBasis = 'assumed'),
  -- Critical IT times the power usage effectiveness.
  grossWatts INTEGER CHECK (grossWatts > 0),
  grossBasis TEXT
    CHECK (grossBasis = 'disclosed' OR grossBasis = 'solved' OR grossBasis = 'assumed'),
  -- The interconnection.
  utilityWatts INTEGER CHECK (utilityWatts > 0),
  utilityBasis TEXT
    CHECK (utilityBasis = 'disclosed' OR utilityBasis = 'solved' OR utilityBasis = 'assumed'),
  -- As stated, such as 2027-Q2.
  firstDelivery TEXT CHECK (firstDelivery <> ''),
  firstDeliveryBasis TEXT
    CHECK (firstDeliveryBasis = 'disclosed' OR firstDeliveryBasis = 'solved'
      OR firstDeliveryBasis = 'assumed'),
  lastDelivery TEXT CHECK (lastDelivery <> ''),
  lastDeliveryBasis TEXT
    CHECK (lastDeliveryBasis = 'disclosed' OR lastDeliveryBasis = 'solved'
      OR lastDeliveryBasis = 'assumed'),
  rentCommencement TEXT CHECK (rentCommencement <> ''),
  rentCommencementBasis TEXT
    CHECK (rentCommencementBasis = 'disclosed' OR rentCommencementBasis = 'solved'
      OR rentCommencementBasis = 'assumed'),
  -- As stated, such as 15 years.
  term TEXT CHECK (term <> ''),
  termBasis TEXT CHECK (termBasis = 'disclosed' OR termBasis = 'solved' OR termBasis = 'assumed'),
  -- NULL where the term is stated in days, or not at all.
  termMonths INTEGER CHECK (termMonths BETWEEN 0 AND 1200),
  termClock TEXT NOT NULL
    CHECK (termClock = 'per hall' OR termClock = 'from first'
      OR termClock = 'coterminous after last' OR termClock = 'fixed end'),
  -- The stated last day.
  expiry TEXT CHECK (expiry <> ''),
  expiryBasis TEXT
    CHECK (expiryBasis = 'disclosed' OR expiryBasis = 'solved' OR expiryBasis = 'assumed'),
  -- As stated, in minor units.
  contractValue INTEGER CHECK (contractValue > 0),
  contractValueBasis TEXT
    CHECK (contractValueBasis = 'disclosed' OR contractValueBasis = 'solved'
      OR contractValueBasis = 'assumed'),
  -- As stated, such as 128.02 USD/kW-month.
  rentRate TEXT CHECK (rentRate <> ''),
  rentRateBasis TEXT
    CHECK (rentRateBasis = 'disclosed' OR rentRateBasis = 'solved'
      OR rentRateBasis = 'assumed'),
  -- In words, such as 3 % a year.
  escalator TEXT CHECK (escalator <> ''),
  escalatorBasis TEXT
    CHECK (escalatorBasis = 'disclosed' OR escalatorBasis = 'solved'
      OR escalatorBasis = 'assumed'),
  renewalCount INTEGER CHECK (renewalCount >= 0),
  renewalCountBasis TEXT
    CHECK (renewalCountBasis = 'disclosed' OR renewalCountBasis = 'solved'
      OR renewalCountBasis = 'assumed'),
  -- As stated, such as 5 years.
  renewalEach TEXT CHECK (renewalEach <> ''),
  renewalEachBasis TEXT
    CHECK (renewalEachBasis = 'disclosed' OR renewalEachBasis = 'solved'
      OR renewalEachBasis = 'assumed'),
  renewalProbabilityPercent TEXT
    CHECK (renewalProbabilityPercent GLOB '*[0-9]' AND
      renewalProbabilityPercent NOT GLOB '*[^0-9.-]*'),
  renewalProbabilityBasis TEXT
    CHECK (renewalProbabilityBasis = 'disclosed' OR renewalProbabilityBasis = 'solved'
      OR renewalProbabilityBasis = 'assumed'),
  operatingMarginPercent TEXT
    CHECK (operatingMarginPercent GLOB '*[0-9]' AND operatingMarginPercent NOT GLOB '*[^0-9.-]*'),
  operatingMarginBasis TEXT
    CHECK (operatingMarginBasis = 'disclosed' OR operatingMarginBasis = 'solved'
      OR operatingMarginBasis = 'assumed'),
  -- As stated, in money or in money per megawatt.
  capitalCost TEXT CHECK (capitalCost <> ''),
  capitalCostBasis TEXT
    CHECK (capitalCostBasis = 'disclosed' OR capitalCostBasis = 'solved'
      OR capitalCostBasis = 'assumed'),
  capitalFundedBy TEXT CHECK (capitalFundedBy = 'landlord' OR capitalFundedBy = 'tenant'),
  capitalFundedByBasis TEXT
    CHECK (capitalFundedByBasis = 'disclosed' OR capitalFundedByBasis = 'solved'
      OR capitalFundedByBasis = 'assumed'),
  -- In minor units.
  prepayment INTEGER CHECK (prepayment >= 0),
  prepaymentBasis TEXT
    CHECK (prepaymentBasis = 'disclosed' OR prepaymentBasis = 'solved'
      OR prepaymentBasis = 'assumed'),
  -- In minor units.
  deposit INTEGER CHECK (deposit >= 0),
  depositBasis TEXT
    CHECK (depositBasis = 'disclosed' OR depositBasis = 'solved' OR depositBasis = 'assumed'),
  CHECK ((structure IS NULL) = (structureBasis IS NULL)),
  CHECK ((ownershipPercent IS NULL) = (ownershipBasis IS NULL)),
  CHECK ((criticalITWatts IS NULL) = (criticalITBasis IS NULL)),
  CHECK ((grossWatts IS NULL) = (grossBasis IS NULL)),
  CHECK ((utilityWatts IS NULL) = (utilityBasis IS NULL)),
  CHECK ((firstDelivery IS NULL) = (firstDeliveryBasis IS NULL)),
  CHECK ((lastDelivery IS NULL) = (lastDeliveryBasis IS NULL)),
  CHECK ((rentCommencement IS NULL) = (rentCommencementBasis IS NULL)),
  CHECK ((term IS NULL) = (termBasis IS NULL)),
  CHECK ((expiry IS NULL) = (expiryBasis IS NULL)),
  CHECK ((contractValue IS NULL) = (contractValueBasis IS NULL)),
  CHECK ((rentRate IS NULL) = (rentRateBasis IS NULL)),
  CHECK ((escalator IS NULL) = (escalatorBasis IS NULL)),
  CHECK ((renewalCount IS NULL) = (renewalCountBasis IS NULL)),
  CHECK ((renewalEach IS NULL) = (renewalEachBasis IS NULL)),
  CHECK ((renewalProbabilityPercent IS NULL) = (renewalProbabilityBasis IS NULL)),
  CHECK ((operatingMarginPercent IS NULL) = (operatingMarginBasis IS NULL)),
  CHECK ((capitalCost IS NULL) = (capitalCostBasis IS NULL)),
  CHECK ((capitalFundedBy IS NULL) = (capitalFundedByBasis IS NULL)),
  CHECK ((prepayment IS NULL) = (prepaymentBasis IS NULL)),
  CHECK ((deposit IS NULL) = (depositBasis IS NULL))
) STRICT;

CREATE TABLE dealVersion (
  entry INTEGER PRIMARY KEY,
  deal TEXT NOT NULL REFERENCES deal,
  change TEXT NOT NULL
    CHECK (change = 'original' OR change = 'amendment' OR change = 'correction'
      OR change = 'withdrawal'),
  -- The entry that a correction stands in for.
  corrects INTEGER REFERENCES dealVersion CHECK (corrects < entry),
  name TEXT,
  -- The source that stands behind every term that names no other.
  source TEXT,
  CHECK ((change = 'correction') = (corrects IS NOT NULL)),
  FOREIGN KEY (entry, deal) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE definitionSource (
  entry INTEGER NOT NULL REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (source <> '' AND source NOT GLOB '*[^a-z0-9-]*'),
  position INTEGER NOT NULL CHECK (position > 0),
  tier TEXT NOT NULL
    CHECK (tier = 'filing' OR tier = 'release' OR tier = 'press' OR tier = 'aggregator'),
  -- As stated, such as 2026-08-06 or 2026-08.
  date TEXT CHECK (date <> ''),
  title TEXT,
  url TEXT,
  via TEXT,
  PRIMARY KEY (entry, source),
  UNIQUE (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE derivation (
  entry INTEGER PRIMARY KEY REFERENCES dealVersion,
  -- The engine and its version.
  engine TEXT NOT NULL CHECK (engine <> ''),
  firstCommencement TEXT CHECK (firstCommencement IS date(firstCommencement, '+0 days')),
  -- The last day of the last base term.
  lastExpiry TEXT CHECK (lastExpiry IS date(lastExpiry, '+0 days')),
  -- Critical IT of all halls.
  criticalITWatts INTEGER CHECK (criticalITWatts > 0),
  -- Base rent of the first year per kilowatt of critical IT and month, in currency units.
  firstYearRatePerKWMonth TEXT
    CHECK (firstYearRatePerKWMonth GLOB '*[0-9]' AND firstYearRatePerKWMonth NOT GLOB '*[^0-9.-]*'),
  firstYearRateBasis TEXT
    CHECK (firstYearRateBasis = 'disclosed' OR firstYearRateBasis = 'solved'
      OR firstYearRateBasis = 'assumed'),
  -- The sum of posted base rent over the base term, in minor units.
  totalContractValue INTEGER CHECK (totalContractValue >= 0),
  CHECK ((firstYearRatePerKWMonth IS NULL) = (firstYearRateBasis IS NULL))
) STRICT;

CREATE TABLE document (
  document INTEGER PRIMARY KEY CHECK (document > 0),
  -- SHA-256 of the bytes in hexadecimal.
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE entry (
  -- The order in which things were recorded, from 1, without gaps.
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  recording INTEGER NOT NULL REFERENCES recording,
  kind TEXT NOT NULL REFERENCES entryKind,
  -- The deal, party, site or other thing by its id.
  subject TEXT NOT NULL CHECK (subject <> ''),
  -- The version of the subject, from 1 in the order of recording.
  number INTEGER NOT NULL CHECK (number > 0),
  -- From when the version holds; 0001-01-01 where it has no beginning.
  effectiveOn TEXT NOT NULL CHECK (effectiveOn IS date(effectiveOn, '+0 days')),
  -- When the public knew it; 0001-01-01 where that is not dated.
  knownOn TEXT NOT NULL CHECK (knownOn IS date(knownOn, '+0 days')),
  document TEXT REFERENCES document (hash),
  -- The name of the file as it was given; NULL where there was none.
  fileName TEXT CHECK (fileName IS NULL OR document IS NOT NULL),
  reason TEXT,
  -- SHA-256 of what the version states, by which a repeat is recognised.
  content TEXT NOT NULL CHECK (length(content) = 64 AND content NOT GLOB '*[^0-9a-f]*'),
  -- SHA-256 of the link before, of this row and of all rows of the entry.
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (kind, subject, number),
  UNIQUE (sequence, subject)
) STRICT;

CREATE TABLE entryKind (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind <> ''),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE field (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  block TEXT NOT NULL
    CHECK (block = 'head' OR block = 'terms' OR block = 'announcedFigures'
      OR block = 'assumptions' OR block = 'solved'),
  -- Such as halls[hall 1].criticalIT.
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  -- The first of its sources; others are in furtherSource.
  source TEXT,
  note TEXT,
  -- The place in the document, both from 1; 0 where the leaf was never in one.
  line INTEGER NOT NULL CHECK (line >= 0),
  "column" INTEGER NOT NULL CHECK ("column" >= 0),
  PRIMARY KEY (entry, position),
  FOREIGN KEY (entry, source) REFERENCES source (entry, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE furtherSource (
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rank INTEGER NOT NULL CHECK (rank > 1),
  source TEXT NOT NULL,
  PRIMARY KEY (entry, position, rank),
  FOREIGN KEY (entry, position) REFERENCES field (entry, position),
  FOREIGN KEY (entry, source) REFERENCES source (entry, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE hall (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  site TEXT REFERENCES site,
  criticalITWatts INTEGER CHECK (criticalITWatts > 0),
  criticalITBasis TEXT
    CHECK (criticalITBasis = 'disclosed' OR criticalITBasis = 'solved'
      OR criticalITBasis = 'assumed'),
  -- As stated, such as 2027-06-30 or 2027-Q2.
  readyForService TEXT CHECK (readyForService <> ''),
  readyForServiceBasis TEXT
    CHECK (readyForServiceBasis = 'disclosed' OR readyForServiceBasis = 'solved'
      OR readyForServiceBasis = 'assumed'),
  rentCommencement TEXT CHECK (rentCommencement <> ''),
  rentCommencementBasis TEXT
    CHECK (rentCommencementBasis = 'disclosed' OR rentCommencementBasis = 'solved'
      OR rentCommencementBasis = 'assumed'),
  term TEXT CHECK (term <> ''),
  termBasis TEXT CHECK (termBasis = 'disclosed' OR termBasis = 'solved' OR termBasis = 'assumed'),
  expiry TEXT CHECK (expiry <> ''),
  expiryBasis TEXT
    CHECK (expiryBasis = 'disclosed' OR expiryBasis = 'solved' OR expiryBasis = 'assumed'),
  rentRate TEXT CHECK (rentRate <> ''),
  rentRateBasis TEXT
    CHECK (rentRateBasis = 'disclosed' OR rentRateBasis = 'solved'
      OR rentRateBasis = 'assumed'),
  CHECK ((criticalITWatts IS NULL) = (criticalITBasis IS NULL)),
  CHECK ((readyForService IS NULL) = (readyForServiceBasis IS NULL)),
  CHECK ((rentCommencement IS NULL) = (rentCommencementBasis IS NULL)),
  CHECK ((term IS NULL) = (termBasis IS NULL)),
  CHECK ((expiry IS NULL) = (expiryBasis IS NULL)),
  CHECK ((rentRate IS NULL) = (rentRateBasis IS NULL)),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  party TEXT NOT NULL PRIMARY KEY CHECK (party <> '' AND party NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE partyAlias (
  entry INTEGER NOT NULL REFERENCES partyVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  alias TEXT NOT NULL CHECK (alias <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE partyVersion (
  entry INTEGER PRIMARY KEY,
  party TEXT NOT NULL REFERENCES party,
  name TEXT NOT NULL CHECK (name <> ''),
  ticker TEXT,
  -- Outstanding.
  shares INTEGER CHECK (shares > 0),
  parent TEXT REFERENCES party DEFERRABLE INITIALLY DEFERRED CHECK (parent <> party),
  role TEXT,
  note TEXT,
  FOREIGN KEY (entry, party) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE posting (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  account TEXT NOT NULL REFERENCES account,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE projectedHall (
  entry INTEGER NOT NULL REFERENCES derivation,
  position INTEGER NOT NULL CHECK (position > 0),
  name TEXT NOT NULL CHECK (name <> ''),
  criticalITWatts INTEGER NOT NULL CHECK (criticalITWatts > 0),
  -- The first day of the base term.
  commencement TEXT NOT NULL CHECK (commencement IS date(commencement, '+0 days')),
  -- The last day of the base term.
  expiry TEXT NOT NULL CHECK (expiry IS date(expiry, '+0 days') AND commencement <= expiry),
  -- Posted base rent of the first full month, in minor units.
  firstMonthRent INTEGER CHECK (firstMonthRent >= 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE recording (
  recording INTEGER PRIMARY KEY CHECK (recording > 0),
  -- A UTC instant, such as 2026-11-21T05:46:00Z.
  recordedAt TEXT NOT NULL
    CHECK (recordedAt IS strftime('%Y-%m-%dT%H:%M:%SZ', recordedAt, '+0 days')),
  -- The program and its version.
  program TEXT NOT NULL CHECK (program <> ''),
  -- The number of the schema under which it was recorded.
  schemaVersion INTEGER NOT NULL CHECK (schemaVersion > 0)
) STRICT;

CREATE TABLE rentPeriod (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Both included, from 1.
  fromYear INTEGER NOT NULL CHECK (fromYear > 0),
  throughYear INTEGER NOT NULL CHECK (throughYear >= fromYear),
  tenant TEXT REFERENCES party,
  -- As stated, in minor units.
  contractValue INTEGER CHECK (contractValue > 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  entry INTEGER PRIMARY KEY,
  run TEXT NOT NULL UNIQUE CHECK (run GLOB '[a-z]*' AND run NOT GLOB '*[^a-z0-9-]*'),
  -- From 1 in the order of recording, without gaps.
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  verb TEXT NOT NULL CHECK (verb = 'project' OR verb = 'value' OR verb = 'compare'),
  -- As it was typed, with the verb.
  asked TEXT NOT NULL CHECK (asked <> ''),
  -- The last entry that the answer may rest on, 0 of an empty ledger, and its hash.
  asOfEntry INTEGER NOT NULL CHECK (asOfEntry >= 0),
  asOfHash TEXT NOT NULL CHECK (length(asOfHash) = 64 AND asOfHash NOT GLOB '*[^0-9a-f]*'),
  FOREIGN KEY (entry, run) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE runConvention (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE runInput (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  -- The entry and its link of the chain.
  input INTEGER REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED,
  link TEXT REFERENCES entry (hash) DEFERRABLE INITIALLY DEFERRED,
  -- SHA-256 of the file, where there is one.
  document TEXT REFERENCES document (hash),
  -- The path by which the question names a file, such as that of a scenario.
  file TEXT CHECK (file <> ''),
  PRIMARY KEY (entry, position),
  CHECK ((input IS NULL) = (link IS NULL)),
  CHECK ((input IS NULL) = (file IS NOT NULL)),
  CHECK (file IS NULL OR document IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE runOption (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Such as rate; deal of the deals, which are named without an option.
  option TEXT NOT NULL CHECK (option GLOB '[a-z]*' AND option NOT GLOB '*[^a-z0-9-]*'),
  value TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario (
  scenario TEXT NOT NULL PRIMARY KEY CHECK (scenario <> '' AND scenario NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE scenarioChange (
  entry INTEGER NOT NULL REFERENCES scenarioVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- The one deal that it is of; NULL where it is of every deal.
  deal TEXT CHECK (deal <> ''),
  -- Such as assumptions.rent.escalator.fixed or delays.hall 1.
  path TEXT NOT NULL CHECK (path GLOB 'assumptions.*' OR path GLOB 'delays.*'),
  text TEXT NOT NULL,
  -- The place in the document, both from 1.
  line INTEGER NOT NULL CHECK (line >= 0),
  "column" INTEGER NOT NULL CHECK ("column" >= 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenarioVersion (
  entry INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenario,
  name TEXT CHECK (name <> ''),
  note TEXT,
  FOREIGN KEY (entry, scenario) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE series (
  series TEXT NOT NULL PRIMARY KEY CHECK (series <> '' AND series NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE seriesSource (
  entry INTEGER NOT NULL REFERENCES seriesVersion,
  source TEXT NOT NULL CHECK (source <> '' AND source NOT GLOB '*[^a-z0-9-]*'),
  position INTEGER NOT NULL CHECK (position > 0),
  tier TEXT NOT NULL
    CHECK (tier = 'filing' OR tier = 'release' OR tier = 'press' OR tier = 'aggregator'),
  -- As stated, such as 2025-12-17 or 2025-12.
  date TEXT CHECK (date <> ''),
  title TEXT,
  url TEXT,
  via TEXT,
  PRIMARY KEY (entry, source),
  UNIQUE (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE seriesValue (
  entry INTEGER NOT NULL REFERENCES seriesVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Such as 2026-05 or 2026-05-29.
  period TEXT NOT NULL
    CHECK (period IS date(period, '+0 days')
      OR length(period) = 7 AND period || '-01' IS date(period || '-01', '+0 days')),
  -- Of a curve, such as 3M or 10Y.
  tenor TEXT CHECK (tenor GLOB '[1-9]*[DWMY]' AND substr(tenor, 1, length(tenor) - 1)
    NOT GLOB '*[^0-9]*'),
  -- With the digits that were written; NULL where none was ever published.
  value TEXT CHECK (value GLOB '*[0-9]' AND value NOT GLOB '*[^0-9.-]*'),
  -- The place in the table, from 1.
  line INTEGER NOT NULL CHECK (line > 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE seriesVersion (
  entry INTEGER PRIMARY KEY,
  series TEXT NOT NULL REFERENCES series,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL
    CHECK (kind = 'price index' OR kind = 'market rent' OR kind = 'par yields'
      OR kind = 'zero rates' OR kind = 'discount factors' OR kind = 'rates' OR kind = 'prices'),
  -- What the values are counted in, such as index, % or USD/kW-month.
  unit TEXT NOT NULL CHECK (unit <> ''),
  frequency TEXT NOT NULL CHECK (frequency = 'monthly' OR frequency = 'dated'),
  -- As stated, such as 2026-06-10 or 2026-06.
  announced TEXT NOT NULL CHECK (announced <> ''),
  note TEXT,
  -- The file with the values, and its name as it was given.
  tableDocument TEXT NOT NULL REFERENCES document (hash),
  tableName TEXT NOT NULL CHECK (tableName <> ''),
  FOREIGN KEY (entry, series) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE site (
  site TEXT NOT NULL PRIMARY KEY CHECK (site <> '' AND site NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE siteVersion (
  entry INTEGER PRIMARY KEY,
  site TEXT NOT NULL REFERENCES site,
  name TEXT NOT NULL CHECK (name <> ''),
  locality TEXT,
  region TEXT,
  country TEXT CHECK (length(country) = 2 AND country NOT GLOB '*[^A-Z]*'),
  landlord TEXT REFERENCES party DEFERRABLE INITIALLY DEFERRED,
  -- The site that this one is a part of.
  campus TEXT REFERENCES site DEFERRABLE INITIALLY DEFERRED CHECK (campus <> site),
  powerMarket TEXT,
  note TEXT,
  FOREIGN KEY (entry, site) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE source (
  entry INTEGER NOT NULL REFERENCES dealVersion,
  source TEXT NOT NULL CHECK (source <> ''),
  position INTEGER NOT NULL CHECK (position > 0),
  -- How far it is to be trusted, the best first.
  tier TEXT NOT NULL
    CHECK (tier = 'filing' OR tier = 'release' OR tier = 'press' OR tier = 'aggregator'),
  -- As stated, such as 2025-12-17 or 2026-Q2.
  date TEXT,
  title TEXT,
  url TEXT,
  via TEXT,
  PRIMARY KEY (entry, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE voucher (
  entry INTEGER PRIMARY KEY,
  voucher TEXT NOT NULL UNIQUE CHECK (voucher <> ''),
  kind TEXT NOT NULL
    CHECK (kind = 'invoice' OR kind = 'creditNote' OR kind = 'receipt' OR kind = 'writeOff'
      OR kind = 'refund' OR kind = 'reversal'),
  landlord TEXT NOT NULL REFERENCES party,
  -- The calendar year of the day.
  year INTEGER NOT NULL CHECK (year = CAST(substr(day, 1, 4) AS INTEGER)),
  -- From 1, by landlord, kind and year.
  serial INTEGER NOT NULL CHECK (serial > 0),
  deal TEXT NOT NULL REFERENCES deal,
  -- The day on which it is posted.
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  -- The day on which an invoice is to be paid.
  due TEXT CHECK (due IS date(due, '+0 days')),
  currency TEXT NOT NULL CHECK (length(currency) = 3 AND currency NOT GLOB '*[^A-Z]*'),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  -- What the bank or the tenant calls it.
  reference TEXT CHECK (reference <> ''),
  -- The document that a reversal undoes.
  reverses TEXT REFERENCES voucher (voucher),
  CHECK ((kind = 'invoice') = (due IS NOT NULL)),
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
  UNIQUE (landlord, kind, year, serial),
  FOREIGN KEY (entry, voucher) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE voucherLine (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  -- A charge of the projection, or late-interest or recovery-true-up.
  item TEXT NOT NULL CHECK (item <> ''),
  -- NULL of what no hall bears alone.
  hall TEXT CHECK (hall <> ''),
  -- The month that earns the amount, such as 2027-07.
  month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01', '+0 days')),
  -- An allowance is taken off what is due, as a deposit given back.
  side TEXT NOT NULL CHECK (side = 'charge' OR side = 'allowance'),
  -- Positive adds to what the tenant owes, negative takes off.
  amount INTEGER NOT NULL CHECK (amount <> 0),
  -- The field of the deal file that it rests on.
  clause TEXT CHECK (clause <> ''),
  -- The document that it corrects, or bears interest on.
  about TEXT REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED, actual INTEGER
  CHECK (actual IS NULL OR (item = 'recovery-true-up' AND actual >= 0)),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER accountIsNotDeleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END;

CREATE TRIGGER accountIsNotReplaced BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE account = NEW.account)
BEGIN SELECT RAISE(ABORT, 'an account is never replaced'); END;

CREATE TRIGGER accountIsNotUpdated BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never changed'); END;

CREATE TRIGGER accountTotalIsNotDeleted BEFORE DELETE ON accountTotal
BEGIN SELECT RAISE(ABORT, 'a total is never deleted'); END;

CREATE TRIGGER accountTotalIsNotReplaced BEFORE INSERT ON accountTotal
WHEN NEW.throughEntry IS NOT (SELECT max(sequence) FROM entry)
  OR EXISTS (
    SELECT 1 FROM accountTotal
    WHERE landlord = NEW.landlord AND account = NEW.account AND currency = NEW.currency
      AND month = NEW.month AND throughEntry = NEW.throughEntry)
BEGIN SELECT RAISE(ABORT, 'totals are carried forward once'); END;

CREATE TRIGGER accountTotalIsNotUpdated BEFORE UPDATE ON accountTotal
BEGIN SELECT RAISE(ABORT, 'a total is never changed'); END;

CREATE TRIGGER accountsAreTotalled AFTER INSERT ON entry
WHEN NEW.sequence % 4096 = 0
BEGIN
  INSERT INTO accountTotal
  SELECT
    voucher.landlord,
    posting.account,
    voucher.currency,
    substr(posting.day, 1, 7),
    NEW.sequence,
    sum(max(posting.amount, 0)),
    sum(max(-posting.amount, 0))
  FROM posting
  JOIN voucher ON voucher.entry = posting.entry
  WHERE posting.entry > NEW.sequence - 4096 AND posting.entry <= NEW.sequence
  GROUP BY 1, 2, 3, 4;
END;

CREATE TRIGGER applicationIsNotDeleted BEFORE DELETE ON application
BEGIN SELECT RAISE(ABORT, 'an application is never deleted'); END;

CREATE TRIGGER applicationIsNotUpdated BEFORE UPDATE ON application
BEGIN SELECT RAISE(ABORT, 'an application is never changed'); END;

CREATE TRIGGER applicationIsSealed BEFORE INSERT ON application
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER creditSupportIsNotDeleted BEFORE DELETE ON creditSupport
BEGIN SELECT RAISE(ABORT, 'credit support is never deleted'); END;

CREATE TRIGGER creditSupportIsNotUpdated BEFORE UPDATE ON creditSupport
BEGIN SELECT RAISE(ABORT, 'credit support is never changed'); END;

CREATE TRIGGER creditSupportIsSealed BEFORE INSERT ON creditSupport
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER dealIsNotDeleted BEFORE DELETE ON deal
BEGIN SELECT RAISE(ABORT, 'a deal is never deleted'); END;

CREATE TRIGGER dealIsNotUpdated BEFORE UPDATE ON deal
BEGIN SELECT RAISE(ABORT, 'a deal is never changed'); END;

CREATE TRIGGER dealIsSealed BEFORE INSERT ON deal
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM deal WHERE deal = NEW.deal)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER dealTermsIsNotDeleted BEFORE DELETE ON dealTerms
BEGIN SELECT RAISE(ABORT, 'what a version states is never deleted'); END;

CREATE TRIGGER dealTermsIsNotUpdated BEFORE UPDATE ON dealTerms
BEGIN SELECT RAISE(ABORT, 'what a version states is never changed'); END;

CREATE TRIGGER dealTermsIsSealed BEFORE INSERT ON dealTerms
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER dealVersionIsNotDeleted BEFORE DELETE ON dealVersion
BEGIN SELECT RAISE(ABORT, 'a version of a deal is never deleted'); END;

CREATE TRIGGER dealVersionIsNotUpdated BEFORE UPDATE ON dealVersion
BEGIN SELECT RAISE(ABORT, 'a version of a deal is never changed'); END;

CREATE TRIGGER dealVersionIsSealed BEFORE INSERT ON dealVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR NEW.change = 'original' AND EXISTS (
    SELECT 1 FROM dealVersion WHERE deal = NEW.deal AND change = 'original')
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER definitionSourceIsNotDeleted BEFORE DELETE ON definitionSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

CREATE TRIGGER definitionSourceIsNotUpdated BEFORE UPDATE ON definitionSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;

CREATE TRIGGER definitionSourceIsSealed BEFORE INSERT ON definitionSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER derivationIsNotDeleted BEFORE DELETE ON derivation
BEGIN SELECT RAISE(ABORT, 'what was derived is never deleted'); END;

CREATE TRIGGER derivationIsNotUpdated BEFORE UPDATE ON derivation
BEGIN SELECT RAISE(ABORT, 'what was derived is never changed'); END;

CREATE TRIGGER derivationIsSealed BEFORE INSERT ON derivation
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER documentIsNext BEFORE INSERT ON document
WHEN NEW.document IS NOT (SELECT coalesce(max(document), 0) + 1 FROM document)
  OR EXISTS (SELECT 1 FROM document WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'documents are numbered without gaps and never replaced'); END;

CREATE TRIGGER documentIsNotDeleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER documentIsNotUpdated BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;

CREATE TRIGGER entryBalances BEFORE INSERT ON entry
WHEN EXISTS (
  SELECT 1 FROM posting WHERE entry = NEW.sequence GROUP BY day HAVING sum(amount) <> 0)
BEGIN SELECT RAISE(ABORT, 'an entry whose postings do not balance is never sealed'); END;

CREATE TRIGGER entryIsNext BEFORE INSERT ON entry
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
  OR EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash)
  OR EXISTS (
    SELECT 1 FROM entry
    WHERE kind = NEW.kind AND subject = NEW.subject AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps and never replaced'); END;

CREATE TRIGGER entryIsNotDeleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;

CREATE TRIGGER entryIsNotUpdated BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entryIsOfItsVoucher BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM voucher WHERE entry = NEW.sequence AND kind <> NEW.kind)
BEGIN SELECT RAISE(ABORT, 'an entry is of the kind of its document'); END;

CREATE TRIGGER entryKindIsNotDeleted BEFORE DELETE ON entryKind
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never deleted'); END;

CREATE TRIGGER entryKindIsNotReplaced BEFORE INSERT ON entryKind
WHEN EXISTS (SELECT 1 FROM entryKind WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never replaced'); END;

CREATE TRIGGER entryKindIsNotUpdated BEFORE UPDATE ON entryKind
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never changed'); END;

CREATE TRIGGER entryOfRunHasAnswer BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND NEW.document IS NULL
BEGIN SELECT RAISE(ABORT, 'a run has its answer'); END;

CREATE TRIGGER entryOfRunHasItsInputs BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND EXISTS (
  SELECT 1 FROM runInput AS part JOIN run ON run.entry = part.entry
  LEFT JOIN entry AS input ON input.sequence = part.input
  WHERE part.entry = NEW.sequence AND part.input IS NOT NULL
    AND (part.input > run.asOfEntry OR input.hash IS NOT part.link
      OR input.document IS NOT part.document))
BEGIN SELECT RAISE(ABORT, 'a run rests on entries as they are'); END;

CREATE TRIGGER entryOfRunIsOfItsState BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND EXISTS (
  SELECT 1 FROM run LEFT JOIN entry AS state ON state.sequence = run.asOfEntry
  WHERE run.entry = NEW.sequence AND run.asOfEntry > 0 AND run.asOfHash IS NOT state.hash)
BEGIN SELECT RAISE(ABORT, 'a run is asked of the ledger as it is'); END;

CREATE TRIGGER fieldIsNotDeleted BEFORE DELETE ON field
BEGIN SELECT RAISE(ABORT, 'a field is never deleted'); END;

CREATE TRIGGER fieldIsNotUpdated BEFORE UPDATE ON field
BEGIN SELECT RAISE(ABORT, 'a field is never changed'); END;

CREATE TRIGGER fieldIsSealed BEFORE INSERT ON field
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER furtherSourceIsNotDeleted BEFORE DELETE ON furtherSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

CREATE TRIGGER furtherSourceIsNotUpdated BEFORE UPDATE ON furtherSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;

CREATE TRIGGER furtherSourceIsSealed BEFORE INSERT ON furtherSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER hallIsNotDeleted BEFORE DELETE ON hall
BEGIN SELECT RAISE(ABORT, 'a hall is never deleted'); END;

CREATE TRIGGER hallIsNotUpdated BEFORE UPDATE ON hall
BEGIN SELECT RAISE(ABORT, 'a hall is never changed'); END;

CREATE TRIGGER hallIsSealed BEFORE INSERT ON hall
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER partyAliasIsNotDeleted BEFORE DELETE ON partyAlias
BEGIN SELECT RAISE(ABORT, 'an alias is never deleted'); END;

CREATE TRIGGER partyAliasIsNotUpdated BEFORE UPDATE ON partyAlias
BEGIN SELECT RAISE(ABORT, 'an alias is never changed'); END;

CREATE TRIGGER partyAliasIsSealed BEFORE INSERT ON partyAlias
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER partyIsNotDeleted BEFORE DELETE ON party
BEGIN SELECT RAISE(ABORT, 'a party is never deleted'); END;

CREATE TRIGGER partyIsNotUpdated BEFORE UPDATE ON party
BEGIN SELECT RAISE(ABORT, 'a party is never changed'); END;

CREATE TRIGGER partyIsSealed BEFORE INSERT ON party
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM party WHERE party = NEW.party)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER partyVersionIsNotDeleted BEFORE DELETE ON partyVersion
BEGIN SELECT RAISE(ABORT, 'a version of a party is never deleted'); END;

CREATE TRIGGER partyVersionIsNotUpdated BEFORE UPDATE ON partyVersion
BEGIN SELECT RAISE(ABORT, 'a version of a party is never changed'); END;

CREATE TRIGGER partyVersionIsSealed BEFORE INSERT ON partyVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER postingIsNotDeleted BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;

CREATE TRIGGER postingIsNotUpdated BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END;

CREATE TRIGGER postingIsSealed BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER projectedHallIsNotDeleted BEFORE DELETE ON projectedHall
BEGIN SELECT RAISE(ABORT, 'a projected hall is never deleted'); END;

CREATE TRIGGER projectedHallIsNotUpdated BEFORE UPDATE ON projectedHall
BEGIN SELECT RAISE(ABORT, 'a projected hall is never changed'); END;

CREATE TRIGGER projectedHallIsSealed BEFORE INSERT ON projectedHall
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER recordingIsNext BEFORE INSERT ON recording
WHEN NEW.recording IS NOT (SELECT coalesce(max(recording), 0) + 1 FROM recording)
BEGIN SELECT RAISE(ABORT, 'recordings are numbered without gaps and never replaced'); END;

CREATE TRIGGER recordingIsNotDeleted BEFORE DELETE ON recording
BEGIN SELECT RAISE(ABORT, 'a recording is never deleted'); END;

CREATE TRIGGER recordingIsNotUpdated BEFORE UPDATE ON recording
BEGIN SELECT RAISE(ABORT, 'a recording is never changed'); END;

CREATE TRIGGER rentPeriodIsNotDeleted BEFORE DELETE ON rentPeriod
BEGIN SELECT RAISE(ABORT, 'a period is never deleted'); END;

CREATE TRIGGER rentPeriodIsNotUpdated BEFORE UPDATE ON rentPeriod
BEGIN SELECT RAISE(ABORT, 'a period is never changed'); END;

CREATE TRIGGER rentPeriodIsSealed BEFORE INSERT ON rentPeriod
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER runConventionIsNotDeleted BEFORE DELETE ON runConvention
BEGIN SELECT RAISE(ABORT, 'a convention of a run is never deleted'); END;

CREATE TRIGGER runConventionIsNotUpdated BEFORE UPDATE ON runConvention
BEGIN SELECT RAISE(ABORT, 'a convention of a run is never changed'); END;

CREATE TRIGGER runConventionIsSealed BEFORE INSERT ON runConvention
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER runInputIsNotDeleted BEFORE DELETE ON runInput
BEGIN SELECT RAISE(ABORT, 'an input of a run is never deleted'); END;

CREATE TRIGGER runInputIsNotUpdated BEFORE UPDATE ON runInput
BEGIN SELECT RAISE(ABORT, 'an input of a run is never changed'); END;

CREATE TRIGGER runInputIsSealed BEFORE INSERT ON runInput
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER runIsNext BEFORE INSERT ON run
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM run)
BEGIN SELECT RAISE(ABORT, 'runs are numbered without gaps'); END;

CREATE TRIGGER runIsNotDeleted BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER runIsNotUpdated BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never changed'); END;

CREATE TRIGGER runIsSealed BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM run WHERE entry = NEW.entry OR run = NEW.run)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER runOptionIsNotDeleted BEFORE DELETE ON runOption
BEGIN SELECT RAISE(ABORT, 'an option of a run is never deleted'); END;

CREATE TRIGGER runOptionIsNotUpdated BEFORE UPDATE ON runOption
BEGIN SELECT RAISE(ABORT, 'an option of a run is never changed'); END;

CREATE TRIGGER runOptionIsSealed BEFORE INSERT ON runOption
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER scenarioChangeIsNotDeleted BEFORE DELETE ON scenarioChange
BEGIN SELECT RAISE(ABORT, 'a change of a scenario is never deleted'); END;

CREATE TRIGGER scenarioChangeIsNotUpdated BEFORE UPDATE ON scenarioChange
BEGIN SELECT RAISE(ABORT, 'a change of a scenario is never changed'); END;

CREATE TRIGGER scenarioChangeIsSealed BEFORE INSERT ON scenarioChange
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER scenarioIsNotDeleted BEFORE DELETE ON scenario
BEGIN SELECT RAISE(ABORT, 'a scenario is never deleted'); END;

CREATE TRIGGER scenarioIsNotUpdated BEFORE UPDATE ON scenario
BEGIN SELECT RAISE(ABORT, 'a scenario is never changed'); END;

CREATE TRIGGER scenarioIsSealed BEFORE INSERT ON scenario
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM scenario WHERE scenario = NEW.scenario)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER scenarioVersionIsNotDeleted BEFORE DELETE ON scenarioVersion
BEGIN SELECT RAISE(ABORT, 'a version of a scenario is never deleted'); END;

CREATE TRIGGER scenarioVersionIsNotUpdated BEFORE UPDATE ON scenarioVersion
BEGIN SELECT RAISE(ABORT, 'a version of a scenario is never changed'); END;

CREATE TRIGGER scenarioVersionIsSealed BEFORE INSERT ON scenarioVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER seriesIsNotDeleted BEFORE DELETE ON series
BEGIN SELECT RAISE(ABORT, 'a series is never deleted'); END;

CREATE TRIGGER seriesIsNotUpdated BEFORE UPDATE ON series
BEGIN SELECT RAISE(ABORT, 'a series is never changed'); END;

CREATE TRIGGER seriesIsSealed BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM series WHERE series = NEW.series)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER seriesSourceIsNotDeleted BEFORE DELETE ON seriesSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

CREATE TRIGGER seriesSourceIsNotUpdated BEFORE UPDATE ON seriesSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;

CREATE TRIGGER seriesSourceIsSealed BEFORE INSERT ON seriesSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER seriesValueIsNotDeleted BEFORE DELETE ON seriesValue
BEGIN SELECT RAISE(ABORT, 'a published value is never deleted'); END;

CREATE TRIGGER seriesValueIsNotUpdated BEFORE UPDATE ON seriesValue
BEGIN SELECT RAISE(ABORT, 'a published value is never changed'); END;

CREATE TRIGGER seriesValueIsSealed BEFORE INSERT ON seriesValue
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER seriesVersionIsNotDeleted BEFORE DELETE ON seriesVersion
BEGIN SELECT RAISE(ABORT, 'a version of a series is never deleted'); END;

CREATE TRIGGER seriesVersionIsNotUpdated BEFORE UPDATE ON seriesVersion
BEGIN SELECT RAISE(ABORT, 'a version of a series is never changed'); END;

CREATE TRIGGER seriesVersionIsSealed BEFORE INSERT ON seriesVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER siteIsNotDeleted BEFORE DELETE ON site
BEGIN SELECT RAISE(ABORT, 'a site is never deleted'); END;

CREATE TRIGGER siteIsNotUpdated BEFORE UPDATE ON site
BEGIN SELECT RAISE(ABORT, 'a site is never changed'); END;

CREATE TRIGGER siteIsSealed BEFORE INSERT ON site
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM site WHERE site = NEW.site)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER siteVersionIsNotDeleted BEFORE DELETE ON siteVersion
BEGIN SELECT RAISE(ABORT, 'a version of a site is never deleted'); END;

CREATE TRIGGER siteVersionIsNotUpdated BEFORE UPDATE ON siteVersion
BEGIN SELECT RAISE(ABORT, 'a version of a site is never changed'); END;

CREATE TRIGGER siteVersionIsSealed BEFORE INSERT ON siteVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER sourceIsNotDeleted BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

CREATE TRIGGER sourceIsNotUpdated BEFORE UPDATE ON source
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;

CREATE TRIGGER sourceIsSealed BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER voucherIsNext BEFORE INSERT ON voucher
WHEN NEW.serial <> 1 AND NOT EXISTS (
  SELECT 1 FROM voucher
  WHERE landlord = NEW.landlord AND kind = NEW.kind AND year = NEW.year
    AND serial = NEW.serial - 1)
BEGIN SELECT RAISE(ABORT, 'documents are numbered without gaps'); END;

CREATE TRIGGER voucherIsNotDeleted BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER voucherIsNotUpdated BEFORE UPDATE ON voucher
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;

CREATE TRIGGER voucherIsSealed BEFORE INSERT ON voucher
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (
    SELECT 1 FROM voucher
    WHERE entry = NEW.entry OR voucher = NEW.voucher OR reverses = NEW.reverses)
  OR EXISTS (
    SELECT 1 FROM voucher
    WHERE landlord = NEW.landlord AND kind = NEW.kind AND year = NEW.year
      AND serial = NEW.serial)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE TRIGGER voucherLineIsNotDeleted BEFORE DELETE ON voucherLine
BEGIN SELECT RAISE(ABORT, 'a line is never deleted'); END;

CREATE TRIGGER voucherLineIsNotUpdated BEFORE UPDATE ON voucherLine
BEGIN SELECT RAISE(ABORT, 'a line is never changed'); END;

CREATE TRIGGER voucherLineIsSealed BEFORE INSERT ON voucherLine
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;

CREATE VIEW assumption AS
SELECT
  current.deal,
  CASE field.block WHEN 'solved' THEN 'solved' ELSE 'assumed' END AS basis,
  field.path,
  field.text,
  field.note,
  field.line,
  current.entry
FROM currentVersion AS current
JOIN field ON field.entry = current.entry
WHERE field.block IN ('assumptions', 'solved')
ORDER BY current.deal, field.position;

CREATE VIEW chain AS
SELECT
  entry.sequence,
  recording.recordedAt,
  entry.kind,
  entry.subject,
  entry.number AS version,
  nullif(entry.effectiveOn, '0001-01-01') AS effectiveOn,
  nullif(entry.knownOn, '0001-01-01') AS knownOn,
  entry.fileName,
  entry.document,
  entry.hash,
  recording.program
FROM entry
JOIN recording ON recording.recording = entry.recording
ORDER BY entry.sequence;

CREATE VIEW currentParty AS
SELECT party, name, ticker, shares, parent, role, note, entry
FROM (
  SELECT
    version.*,
    row_number() OVER (
      PARTITION BY version.party
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM partyVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1;

CREATE VIEW currentScenario AS
SELECT scenario, name, note, number AS version, document, changes, entry
FROM (
  SELECT
    version.*,
    entry.number,
    entry.document,
    (SELECT count(*) FROM scenarioChange AS change WHERE change.entry = version.entry) AS changes,
    row_number() OVER (
      PARTITION BY version.scenario
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM scenarioVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1
ORDER BY scenario;

CREATE VIEW currentSeries AS
SELECT
  series,
  name,
  kind,
  unit,
  frequency,
  (SELECT min(period) FROM seriesValue AS row WHERE row.entry = latest.entry) AS firstPeriod,
  (SELECT max(period) FROM seriesValue AS row WHERE row.entry = latest.entry) AS lastPeriod,
  (SELECT count(value) FROM seriesValue AS row WHERE row.entry = latest.entry) AS valueCount,
  number AS version,
  nullif(effectiveOn, '0001-01-01') AS effectiveOn,
  knownOn,
  note,
  entry
FROM (
  SELECT
    version.*,
    entry.number,
    entry.effectiveOn,
    entry.knownOn,
    row_number() OVER (
      PARTITION BY version.series
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM seriesVersion AS version
  JOIN entry ON entry.sequence = version.entry
) AS latest
WHERE place = 1
ORDER BY series;

CREATE VIEW currentSeriesValue AS
SELECT current.series, row.period, row.tenor, row.value, current.unit, row.line, current.entry
FROM currentSeries AS current
JOIN seriesValue AS row ON row.entry = current.entry
ORDER BY current.series, row.position;

CREATE VIEW currentSite AS
SELECT site, name, locality, region, country, landlord, campus, powerMarket, note, entry
FROM (
  SELECT
    version.*,
    row_number() OVER (
      PARTITION BY version.site
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM siteVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1;

CREATE VIEW currentVersion AS
WITH standing AS (
  SELECT
    version.entry, version.deal, version.change, version.name, entry.number, entry.effectiveOn,
    entry.knownOn
  FROM dealVersion AS version
  JOIN entry ON entry.sequence = version.entry
  WHERE NOT EXISTS (SELECT 1 FROM dealVersion AS later WHERE later.corrects = version.entry)
)
SELECT entry, deal, change, name, number, effectiveOn, knownOn
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY deal ORDER BY effectiveOn DESC, knownOn DESC, entry DESC) AS place
  FROM standing AS version
  WHERE NOT EXISTS (
    SELECT 1 FROM standing AS ending
    WHERE ending.deal = version.deal AND ending.change = 'withdrawal'
      AND ending.effectiveOn <= version.effectiveOn AND version.change <> 'withdrawal')
)
WHERE place = 1 AND change <> 'withdrawal';

CREATE VIEW dealHistory AS
SELECT
  version.deal,
  entry.number AS version,
  version.change,
  entry.effectiveOn,
  entry.knownOn,
  recording.recordedAt,
  version.name,
  entry.reason,
  landlord.name AS landlord,
  tenant.name AS tenant,
  terms.status,
  terms.criticalITWatts / 1e6 AS criticalITMegawatts,
  round(terms.contractValue / 100.0, 2) AS contractValue,
  terms.currency,
  version.corrects AS correctsEntry,
  (SELECT max(later.entry) FROM dealVersion AS later WHERE later.corrects = version.entry)
    AS correctedByEntry,
  entry.fileName,
  version.entry
FROM dealVersion AS version
JOIN entry ON entry.sequence = version.entry
JOIN recording ON recording.recording = entry.recording
LEFT JOIN dealTerms AS terms ON terms.entry = version.entry
LEFT JOIN currentParty AS landlord ON landlord.party = terms.landlord
LEFT JOIN currentParty AS tenant ON tenant.party = terms.tenant
ORDER BY version.deal, entry.sequence;

CREATE VIEW hallSchedule AS
SELECT
  current.deal,
  hall.name AS hall,
  hall.criticalITWatts / 1e6 AS criticalITMegawatts,
  hall.commencement,
  hall.expiry,
  round(hall.firstMonthRent / 100.0, 2) AS firstMonthRent,
  terms.currency,
  stated.readyForService AS statedReadyForService,
  stated.readyForServiceBasis,
  stated.criticalITBasis,
  current.entry
FROM currentVersion AS current
JOIN dealTerms AS terms ON terms.entry = current.entry
JOIN projectedHall AS hall ON hall.entry = current.entry
LEFT JOIN hall AS stated ON stated.entry = hall.entry AND stated.name = hall.name
ORDER BY current.deal, hall.position;

CREATE VIEW keptRun AS
SELECT
  run.number,
  run.run,
  run.verb,
  run.asked,
  run.asOfEntry,
  (SELECT count(*) FROM runInput AS part WHERE part.entry = run.entry) AS inputs,
  recording.program,
  recording.recordedAt,
  entry.document AS answer,
  run.entry
FROM run
JOIN entry ON entry.sequence = run.entry
JOIN recording USING (recording)
ORDER BY run.number;

CREATE VIEW openInvoice AS
SELECT
  voucher,
  landlord,
  deal,
  day,
  due,
  currency,
  amount,
  amount - settled AS balance,
  entry
FROM (
  SELECT
    invoice.*,
    (SELECT coalesce(sum(part.amount), 0) FROM application AS part
      WHERE part.debit = invoice.voucher) AS settled
  FROM voucher AS invoice
  WHERE invoice.kind = 'invoice'
)
WHERE amount > settled
ORDER BY due, entry;

CREATE VIEW partyHistory AS
SELECT
  version.party,
  entry.number AS version,
  nullif(entry.effectiveOn, '0001-01-01') AS effectiveOn,
  nullif(entry.knownOn, '0001-01-01') AS knownOn,
  version.name,
  version.ticker,
  version.shares,
  version.parent,
  entry.reason,
  version.entry
FROM partyVersion AS version
JOIN entry ON entry.sequence = version.entry
ORDER BY version.party, entry.effectiveOn, entry.knownOn, entry.sequence;

CREATE VIEW rentRoll AS
SELECT
  current.deal,
  landlord.name AS landlord,
  tenant.name AS tenant,
  endUser.name AS endUser,
  (
    SELECT group_concat(name, ', ')
    FROM (
      SELECT DISTINCT party.name
      FROM creditSupport AS support
      JOIN currentParty AS party ON party.party = support.guarantor
      WHERE support.entry = current.entry
      ORDER BY support.position)
  ) AS guarantor,
  site.name AS site,
  terms.status,
  terms.kind,
  CASE
    WHEN terms.kind NOT IN ('lease', 'hosting') THEN 'no'
    WHEN coalesce(terms.status, '') IN ('conditional', 'expired', 'terminated') THEN 'no'
    ELSE 'yes'
  END AS contracted,
  terms.structure,
  terms.criticalITWatts / 1e6 AS criticalITMegawatts,
  derived.firstCommencement,
  derived.lastExpiry,
  round(terms.termMonths / 12.0, 2) AS termYears,
  round(terms.contractValue / 100.0, 2) AS contractValue,
  round(derived.totalContractValue / 100.0, 2) AS totalContractValue,
  round(CAST(derived.firstYearRatePerKWMonth AS REAL), 4) AS firstYearRatePerKWMonth,
  derived.firstYearRateBasis,
  terms.escalator,
  terms.currency,
  CAST(coalesce(terms.ownershipPercent, '100') AS REAL) AS ownershipPercent,
  current.effectiveOn,
  current.knownOn,
  terms.landlord AS landlordId,
  terms.tenant AS tenantId,
  terms.site AS siteId,
  current.entry
FROM currentVersion AS current
JOIN dealTerms AS terms ON terms.entry = current.entry
LEFT JOIN derivation AS derived ON derived.entry = current.entry
LEFT JOIN currentParty AS landlord ON landlord.party = terms.landlord
LEFT JOIN currentParty AS tenant ON tenant.party = terms.tenant
LEFT JOIN currentParty AS endUser ON endUser.party = terms.endUser
LEFT JOIN currentSite AS site ON site.site = terms.site
ORDER BY contracted DESC, current.deal;

CREATE VIEW siteHistory AS
SELECT
  version.site,
  entry.number AS version,
  nullif(entry.effectiveOn, '0001-01-01') AS effectiveOn,
  nullif(entry.knownOn, '0001-01-01') AS knownOn,
  version.name,
  version.landlord,
  version.powerMarket,
  entry.reason,
  version.entry
FROM siteVersion AS version
JOIN entry ON entry.sequence = version.entry
ORDER BY version.site, entry.effectiveOn, entry.knownOn, entry.sequence;

CREATE VIEW sourceList AS
SELECT
  current.deal,
  source.source,
  source.tier,
  source.date,
  source.title,
  source.url,
  source.via,
  (
    SELECT count(*) FROM field
    WHERE field.entry = source.entry AND field.source = source.source
  ) + (
    SELECT count(*) FROM furtherSource AS further
    WHERE further.entry = source.entry AND further.source = source.source
  ) AS fields,
  current.entry
FROM currentVersion AS current
JOIN source ON source.entry = current.entry
ORDER BY current.deal, source.position;

CREATE VIEW totalledPosting AS
SELECT
  voucher.landlord,
  posting.account,
  voucher.currency,
  substr(posting.day, 1, 7) AS month,
  (posting.entry + 4095) / 4096 * 4096 AS throughEntry,
  sum(max(posting.amount, 0)) AS debits,
  sum(max(-posting.amount, 0)) AS credits
FROM posting
JOIN voucher ON voucher.entry = posting.entry
WHERE posting.entry <= (SELECT max(sequence) / 4096 * 4096 FROM entry)
GROUP BY 1, 2, 3, 4, 5;

CREATE VIEW trialBalance AS
SELECT
  voucher.landlord,
  posting.account,
  voucher.currency,
  sum(max(posting.amount, 0)) AS debits,
  sum(max(-posting.amount, 0)) AS credits,
  sum(posting.amount) AS balance
FROM posting
JOIN voucher USING (entry)
GROUP BY voucher.landlord, posting.account, voucher.currency
ORDER BY voucher.landlord, posting.account, voucher.currency;
