-- Deals: what each version states, field by field and in typed columns, and what follows from it.
--
-- `field` holds every leaf of the deal file as written and is the authority; the typed tables
-- repeat what queries need. An amount is an integer of minor units, a capacity an integer of
-- watts, a rate or a percentage an exact decimal as text. Beside each figure stands its basis:
-- disclosed by a source, solved by a tool, or assumed by us.
--
-- Choices are checked by OR: for an IN of more than two SQLite builds a table at every row.

INSERT INTO entryKind (kind, meaning) VALUES
  ('deal', 'the terms of a lease, a hosting contract or a cloud contract, or its end');

-- A deal by its id, and the entry that first recorded it.
CREATE TABLE deal (
  deal TEXT NOT NULL PRIMARY KEY CHECK (deal <> '' AND deal NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- The complete terms of a deal from the entry's effective date on, or its end.
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
CREATE UNIQUE INDEX dealHasOneOriginal ON dealVersion (deal) WHERE change = 'original';
CREATE INDEX dealVersionCorrected ON dealVersion (corrects) WHERE corrects IS NOT NULL;

-- The terms that queries ask for; none for a withdrawal.
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

-- The halls that the version names.
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

-- The periods of a split base term.
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

-- Promises by others to pay what the tenant owes.
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

-- Where the terms were read.
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

-- Every leaf of the deal file, in its order, after an amendment's changes were taken in.
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

-- The second and later sources of a field that several stand behind.
CREATE TABLE furtherSource (
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rank INTEGER NOT NULL CHECK (rank > 1),
  source TEXT NOT NULL,
  PRIMARY KEY (entry, position, rank),
  FOREIGN KEY (entry, position) REFERENCES field (entry, position),
  FOREIGN KEY (entry, source) REFERENCES source (entry, source)
) STRICT, WITHOUT ROWID;

-- What a program derived from the version's terms when it was recorded.
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

-- The halls as a projection takes them, each with its base term.
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

CREATE TRIGGER dealIsSealed BEFORE INSERT ON deal
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM deal WHERE deal = NEW.deal)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER dealIsNotUpdated BEFORE UPDATE ON deal
BEGIN SELECT RAISE(ABORT, 'a deal is never changed'); END;
CREATE TRIGGER dealIsNotDeleted BEFORE DELETE ON deal
BEGIN SELECT RAISE(ABORT, 'a deal is never deleted'); END;

CREATE TRIGGER dealVersionIsSealed BEFORE INSERT ON dealVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR NEW.change = 'original' AND EXISTS (
    SELECT 1 FROM dealVersion WHERE deal = NEW.deal AND change = 'original')
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER dealVersionIsNotUpdated BEFORE UPDATE ON dealVersion
BEGIN SELECT RAISE(ABORT, 'a version of a deal is never changed'); END;
CREATE TRIGGER dealVersionIsNotDeleted BEFORE DELETE ON dealVersion
BEGIN SELECT RAISE(ABORT, 'a version of a deal is never deleted'); END;

CREATE TRIGGER dealTermsIsSealed BEFORE INSERT ON dealTerms
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER dealTermsIsNotUpdated BEFORE UPDATE ON dealTerms
BEGIN SELECT RAISE(ABORT, 'what a version states is never changed'); END;
CREATE TRIGGER dealTermsIsNotDeleted BEFORE DELETE ON dealTerms
BEGIN SELECT RAISE(ABORT, 'what a version states is never deleted'); END;

CREATE TRIGGER hallIsSealed BEFORE INSERT ON hall
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER hallIsNotUpdated BEFORE UPDATE ON hall
BEGIN SELECT RAISE(ABORT, 'a hall is never changed'); END;
CREATE TRIGGER hallIsNotDeleted BEFORE DELETE ON hall
BEGIN SELECT RAISE(ABORT, 'a hall is never deleted'); END;

CREATE TRIGGER rentPeriodIsSealed BEFORE INSERT ON rentPeriod
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER rentPeriodIsNotUpdated BEFORE UPDATE ON rentPeriod
BEGIN SELECT RAISE(ABORT, 'a period is never changed'); END;
CREATE TRIGGER rentPeriodIsNotDeleted BEFORE DELETE ON rentPeriod
BEGIN SELECT RAISE(ABORT, 'a period is never deleted'); END;

CREATE TRIGGER creditSupportIsSealed BEFORE INSERT ON creditSupport
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER creditSupportIsNotUpdated BEFORE UPDATE ON creditSupport
BEGIN SELECT RAISE(ABORT, 'credit support is never changed'); END;
CREATE TRIGGER creditSupportIsNotDeleted BEFORE DELETE ON creditSupport
BEGIN SELECT RAISE(ABORT, 'credit support is never deleted'); END;

CREATE TRIGGER sourceIsSealed BEFORE INSERT ON source
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER sourceIsNotUpdated BEFORE UPDATE ON source
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER sourceIsNotDeleted BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

CREATE TRIGGER fieldIsSealed BEFORE INSERT ON field
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER fieldIsNotUpdated BEFORE UPDATE ON field
BEGIN SELECT RAISE(ABORT, 'a field is never changed'); END;
CREATE TRIGGER fieldIsNotDeleted BEFORE DELETE ON field
BEGIN SELECT RAISE(ABORT, 'a field is never deleted'); END;

CREATE TRIGGER furtherSourceIsSealed BEFORE INSERT ON furtherSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER furtherSourceIsNotUpdated BEFORE UPDATE ON furtherSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER furtherSourceIsNotDeleted BEFORE DELETE ON furtherSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

CREATE TRIGGER derivationIsSealed BEFORE INSERT ON derivation
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER derivationIsNotUpdated BEFORE UPDATE ON derivation
BEGIN SELECT RAISE(ABORT, 'what was derived is never changed'); END;
CREATE TRIGGER derivationIsNotDeleted BEFORE DELETE ON derivation
BEGIN SELECT RAISE(ABORT, 'what was derived is never deleted'); END;

CREATE TRIGGER projectedHallIsSealed BEFORE INSERT ON projectedHall
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER projectedHallIsNotUpdated BEFORE UPDATE ON projectedHall
BEGIN SELECT RAISE(ABORT, 'a projected hall is never changed'); END;
CREATE TRIGGER projectedHallIsNotDeleted BEFORE DELETE ON projectedHall
BEGIN SELECT RAISE(ABORT, 'a projected hall is never deleted'); END;
