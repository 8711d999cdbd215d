-- A ledger of schema 5, as leasebook 0.1.0 wrote it before there were books: two parties, a site, a
-- series (entry 6), a deal (entry 4), an amendment of it (entry 5) and a scenario (entry 7). Its head is
-- bf9bcff996d3d15d2cc3cc8d3751515b8301708bd006fd8c02756e0c00fd7b03.
PRAGMA application_id = 1279607123;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE entryKind (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind <> ''),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO entryKind VALUES('deal','the terms of a lease, a hosting contract or a cloud contract, or its end');
INSERT INTO entryKind VALUES('party','a landlord, tenant, guarantor or end user');
INSERT INTO entryKind VALUES('scenario','a named set of changes to assumptions and of delays');
INSERT INTO entryKind VALUES('series','values of months or days as they were published, such as a price index');
INSERT INTO entryKind VALUES('site','a place where halls stand');
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
INSERT INTO recording VALUES(1,'2026-11-21T09:00:00Z','leasebook 0.1.0',5);
INSERT INTO recording VALUES(2,'2026-11-21T09:01:00Z','leasebook 0.1.0',5);
INSERT INTO recording VALUES(3,'2026-11-21T09:02:00Z','leasebook 0.1.0',5);
INSERT INTO recording VALUES(4,'2026-11-21T09:03:00Z','leasebook 0.1.0',5);
CREATE TABLE document (
  document INTEGER PRIMARY KEY CHECK (document > 0),
  -- SHA-256 of the bytes in hexadecimal.
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT;
INSERT INTO document VALUES(1,'9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8',X'706172746965733a0a20206875742d383a207b6e616d653a20487574203820436f72702e2c20616c69617365733a205b48757420385d2c207469636b65723a204855547d0a2020666c756964737461636b3a207b6e616d653a20466c756964737461636b7d0a73697465733a0a202072697665722d62656e643a207b6e616d653a2052697665722042656e642063616d7075732c20726567696f6e3a204c412c20636f756e7472793a2055532c206c616e646c6f72643a206875742d387d0a');
INSERT INTO document VALUES(2,'0134579922162ec21c4a6af599f99ec768b3efe3769ff305af2fbbcd1f2958b1',X'6465616c3a2072697665722d62656e640a616e6e6f756e6365643a20323032352d31322d31370a736f757263653a2072656c656173650a7465726d733a0a20206c616e646c6f72643a206875742d380a202074656e616e743a20666c756964737461636b0a2020736974653a2072697665722d62656e640a2020636f6e74726163743a207b6b696e643a206c656173657d0a2020637269746963616c49543a20323435204d570a20207465726d3a2031352079656172730a202072656e74436f6d6d656e63656d656e743a20323032372d30372d30310a202072656e743a207b636f6e747261637456616c75653a20372e3020626e205553442c20657363616c61746f723a207b66697865643a203320257d7d0a736f75726365733a0a202072656c656173653a207b6b696e643a2072656c656173652c20646174653a20323032352d31322d31377d0a');
INSERT INTO document VALUES(3,'bd7b78cded8cbbba43dd4369c8135fa3d72b2d4d9972d806182308d4d13318f8',X'616d656e64733a2072697665722d62656e640a616e6e6f756e6365643a20323032362d30332d30320a736f757263653a206e6f74650a726561736f6e3a2064656c69766572656420612071756172746572206c617465720a7465726d733a0a202072656e74436f6d6d656e63656d656e743a20323032372d31302d30310a736f75726365733a0a20206e6f74653a207b6b696e643a2070726573732c20646174653a20323032362d30332d30327d0a');
INSERT INTO document VALUES(4,'43d8c6bb0b1a9f4c198f71d206a18d1488e28743c44e023e94d3dbbb1e28ebad',X'7365726965733a206370690a6e616d653a204350492c2074776f206d6f6e7468730a6b696e643a20707269636520696e6465780a756e69743a20696e6465780a6672657175656e63793a206d6f6e74686c790a616e6e6f756e6365643a20323032362d30322d31310a66696c653a206370692e6373760a636f6c756d6e733a207b6d6f6e74683a206d6f6e74682c2076616c75653a2076616c75657d0a736f757263653a20626c730a736f75726365733a0a2020626c733a207b6b696e643a2072656c656173652c20646174653a20323032362d30322d31317d0a');
INSERT INTO document VALUES(5,'ce45b7395c80a35b62b7276ff90911474066ea91a0c54d6e4da2cf4c214ed489',X'6d6f6e74682c76616c75650a323032352d31322c3332342e3035340a323032362d30312c3332352e3235320a');
INSERT INTO document VALUES(6,'b075d0ec245926533f70db007ce6dfec8f52d1b0b3aa56bf784dd4bc421ec989',X'7363656e6172696f3a206c6174650a6e616d653a2054776f207175617274657273206c6174650a64656c6179733a207b616c6c3a20322071756172746572737d0a');
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
INSERT INTO entry VALUES(1,2,'party','hut-8',1,'0001-01-01','0001-01-01','9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8','parties.yaml',NULL,'1e80fda7e7eabe5dfad2aa2397980ff9467857aa445e1ed461479d18fcda3b48','c9f934b9d716c051f1588e19e070d16afee5a87ec033c7450d7cac8fb55fb090');
INSERT INTO entry VALUES(2,2,'party','fluidstack',1,'0001-01-01','0001-01-01','9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8','parties.yaml',NULL,'3c930659814daa38537e8ddaf6cddab65e2ff3468df87a809d305a951d4ecfd5','edcf4e8f60db3f5e1c648e2536244cf55c30bd52069400385188797022f0d951');
INSERT INTO entry VALUES(3,2,'site','river-bend',1,'0001-01-01','0001-01-01','9f4996ab5e6a6ac444c7a7f7d05e88839406ca88843f8648aeab24e4bddcb7b8','parties.yaml',NULL,'3c9c4f14a7e1bbda674bac7addc71f630d870555ede0e8f3b341d010f7722fd9','6881c4991b5480cf74637c4ad85f5e525951a2a96539c3a06ba1cb3783b9cf2a');
INSERT INTO entry VALUES(4,2,'deal','river-bend',1,'2025-12-17','2025-12-17','0134579922162ec21c4a6af599f99ec768b3efe3769ff305af2fbbcd1f2958b1','river-bend.yaml',NULL,'42a97baedcb33c3079e0d18b2ba343e902418ab8d16e7f3710ee2df84d2a2b05','7100e7cc5786f0344677e5402c5218bf6966fb36881759e422648702178ecef5');
INSERT INTO entry VALUES(5,3,'deal','river-bend',2,'2026-03-02','2026-03-02','bd7b78cded8cbbba43dd4369c8135fa3d72b2d4d9972d806182308d4d13318f8','amendment.yaml','delivered a quarter later','bb3192eaa9675d475b6e97f22b3bc9bcaf9ea62cd237a4cf7914a4e2be914e2b','bbc0524b2818f7d1b899731eea7c1806278ecd4a297bcfb199571314298e9da3');
INSERT INTO entry VALUES(6,4,'series','cpi',1,'0001-01-01','2026-02-11','43d8c6bb0b1a9f4c198f71d206a18d1488e28743c44e023e94d3dbbb1e28ebad','cpi.yaml',NULL,'2af44ebea234822a2c366c4112f5a3c34d7062edb5dfb8277345c4c628269523','3da142d6246a62c886f5d271f31f7c9866f635c6a6ed107c1337926954d8a250');
INSERT INTO entry VALUES(7,4,'scenario','late',1,'0001-01-01','0001-01-01','b075d0ec245926533f70db007ce6dfec8f52d1b0b3aa56bf784dd4bc421ec989','late.yaml',NULL,'27364d6ffc238375a10cc447e2f4d2f91a10b839405602f115129607b6dfa00c','bf9bcff996d3d15d2cc3cc8d3751515b8301708bd006fd8c02756e0c00fd7b03');
CREATE TABLE party (
  party TEXT NOT NULL PRIMARY KEY CHECK (party <> '' AND party NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO party VALUES('fluidstack',2);
INSERT INTO party VALUES('hut-8',1);
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
INSERT INTO partyVersion VALUES(1,'hut-8','Hut 8 Corp.','HUT',NULL,NULL,NULL,NULL);
INSERT INTO partyVersion VALUES(2,'fluidstack','Fluidstack',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE partyAlias (
  entry INTEGER NOT NULL REFERENCES partyVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  alias TEXT NOT NULL CHECK (alias <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;
INSERT INTO partyAlias VALUES(1,1,'Hut 8');
CREATE TABLE site (
  site TEXT NOT NULL PRIMARY KEY CHECK (site <> '' AND site NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO site VALUES('river-bend',3);
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
INSERT INTO siteVersion VALUES(3,'river-bend','River Bend campus',NULL,'LA','US','hut-8',NULL,NULL,NULL);
CREATE TABLE deal (
  deal TEXT NOT NULL PRIMARY KEY CHECK (deal <> '' AND deal NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO deal VALUES('river-bend',4);
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
INSERT INTO dealVersion VALUES(4,'river-bend','original',NULL,NULL,'release');
INSERT INTO dealVersion VALUES(5,'river-bend','amendment',NULL,NULL,'release');
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
INSERT INTO dealTerms VALUES(4,'USD','2025-12-17',NULL,'hut-8',NULL,'fluidstack',NULL,'river-bend','lease',NULL,NULL,NULL,NULL,NULL,245000000,'disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-07-01','disclosed','15 years','disclosed',180,'per hall',NULL,NULL,700000000000,'disclosed',NULL,NULL,'3 % a year','disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO dealTerms VALUES(5,'USD','2026-03-02',NULL,'hut-8',NULL,'fluidstack',NULL,'river-bend','lease',NULL,NULL,NULL,NULL,NULL,245000000,'disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2027-10-01','disclosed','15 years','disclosed',180,'per hall',NULL,NULL,700000000000,'disclosed',NULL,NULL,'3 % a year','disclosed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO source VALUES(4,'release',1,'release','2025-12-17',NULL,NULL,NULL);
INSERT INTO source VALUES(5,'note',2,'press','2026-03-02',NULL,NULL,NULL);
INSERT INTO source VALUES(5,'release',1,'release','2025-12-17',NULL,NULL,NULL);
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
INSERT INTO field VALUES(4,1,'head','source','release','release',NULL,3,9);
INSERT INTO field VALUES(4,2,'head','deal','river-bend',NULL,NULL,1,7);
INSERT INTO field VALUES(4,3,'head','announced','2025-12-17',NULL,NULL,2,12);
INSERT INTO field VALUES(4,4,'terms','landlord','hut-8','release',NULL,5,13);
INSERT INTO field VALUES(4,5,'terms','tenant','fluidstack','release',NULL,6,11);
INSERT INTO field VALUES(4,6,'terms','site','river-bend','release',NULL,7,9);
INSERT INTO field VALUES(4,7,'terms','contract.kind','lease','release',NULL,8,20);
INSERT INTO field VALUES(4,8,'terms','criticalIT','245 MW','release',NULL,9,15);
INSERT INTO field VALUES(4,9,'terms','term','15 years','release',NULL,10,9);
INSERT INTO field VALUES(4,10,'terms','rentCommencement','2027-07-01','release',NULL,11,21);
INSERT INTO field VALUES(4,11,'terms','rent.contractValue','7.0 bn USD','release',NULL,12,25);
INSERT INTO field VALUES(4,12,'terms','rent.escalator.fixed','3 %','release',NULL,12,56);
INSERT INTO field VALUES(5,1,'head','source','release','release',NULL,3,9);
INSERT INTO field VALUES(5,2,'head','deal','river-bend',NULL,NULL,1,7);
INSERT INTO field VALUES(5,3,'head','announced','2026-03-02',NULL,NULL,2,12);
INSERT INTO field VALUES(5,4,'terms','landlord','hut-8','release',NULL,5,13);
INSERT INTO field VALUES(5,5,'terms','tenant','fluidstack','release',NULL,6,11);
INSERT INTO field VALUES(5,6,'terms','site','river-bend','release',NULL,7,9);
INSERT INTO field VALUES(5,7,'terms','contract.kind','lease','release',NULL,8,20);
INSERT INTO field VALUES(5,8,'terms','criticalIT','245 MW','release',NULL,9,15);
INSERT INTO field VALUES(5,9,'terms','term','15 years','release',NULL,10,9);
INSERT INTO field VALUES(5,10,'terms','rent.contractValue','7.0 bn USD','release',NULL,12,25);
INSERT INTO field VALUES(5,11,'terms','rent.escalator.fixed','3 %','release',NULL,12,56);
INSERT INTO field VALUES(5,12,'terms','rentCommencement','2027-10-01','note',NULL,6,21);
CREATE TABLE furtherSource (
  entry INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rank INTEGER NOT NULL CHECK (rank > 1),
  source TEXT NOT NULL,
  PRIMARY KEY (entry, position, rank),
  FOREIGN KEY (entry, position) REFERENCES field (entry, position),
  FOREIGN KEY (entry, source) REFERENCES source (entry, source)
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
INSERT INTO derivation VALUES(4,'leasebook 0.1.0','2027-07-01','2042-06-30',245000000,'128.015667767352','solved',699999999984);
INSERT INTO derivation VALUES(5,'leasebook 0.1.0','2027-10-01','2042-09-30',245000000,'128.015667767352','solved',699999999984);
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
INSERT INTO projectedHall VALUES(4,1,'all halls',245000000,'2027-07-01','2042-06-30',3136383860);
INSERT INTO projectedHall VALUES(5,1,'all halls',245000000,'2027-10-01','2042-09-30',3136383860);
CREATE TABLE series (
  series TEXT NOT NULL PRIMARY KEY CHECK (series <> '' AND series NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO series VALUES('cpi',6);
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
INSERT INTO seriesVersion VALUES(6,'cpi','CPI, two months','price index','index','monthly','2026-02-11',NULL,'ce45b7395c80a35b62b7276ff90911474066ea91a0c54d6e4da2cf4c214ed489','cpi.csv');
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
INSERT INTO seriesSource VALUES(6,'bls',1,'release','2026-02-11',NULL,NULL,NULL);
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
INSERT INTO seriesValue VALUES(6,1,'2025-12',NULL,'324.054',2);
INSERT INTO seriesValue VALUES(6,2,'2026-01',NULL,'325.252',3);
CREATE TABLE scenario (
  scenario TEXT NOT NULL PRIMARY KEY CHECK (scenario <> '' AND scenario NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
INSERT INTO scenario VALUES('late',7);
CREATE TABLE scenarioVersion (
  entry INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenario,
  name TEXT CHECK (name <> ''),
  note TEXT,
  FOREIGN KEY (entry, scenario) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO scenarioVersion VALUES(7,'late','Two quarters late',NULL);
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
INSERT INTO scenarioChange VALUES(7,1,NULL,'delays.all','6 months',3,15);
CREATE INDEX entryOfRecording ON entry (recording);
CREATE INDEX entryOfDocument ON entry (document) WHERE document IS NOT NULL;
CREATE TRIGGER entryKindIsNotReplaced BEFORE INSERT ON entryKind
WHEN EXISTS (SELECT 1 FROM entryKind WHERE kind = NEW.kind)
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never replaced'); END;
CREATE TRIGGER entryKindIsNotUpdated BEFORE UPDATE ON entryKind
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never changed'); END;
CREATE TRIGGER entryKindIsNotDeleted BEFORE DELETE ON entryKind
BEGIN SELECT RAISE(ABORT, 'a kind of entry is never deleted'); END;
CREATE TRIGGER recordingIsNext BEFORE INSERT ON recording
WHEN NEW.recording IS NOT (SELECT coalesce(max(recording), 0) + 1 FROM recording)
BEGIN SELECT RAISE(ABORT, 'recordings are numbered without gaps and never replaced'); END;
CREATE TRIGGER recordingIsNotUpdated BEFORE UPDATE ON recording
BEGIN SELECT RAISE(ABORT, 'a recording is never changed'); END;
CREATE TRIGGER recordingIsNotDeleted BEFORE DELETE ON recording
BEGIN SELECT RAISE(ABORT, 'a recording is never deleted'); END;
CREATE TRIGGER documentIsNext BEFORE INSERT ON document
WHEN NEW.document IS NOT (SELECT coalesce(max(document), 0) + 1 FROM document)
  OR EXISTS (SELECT 1 FROM document WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'documents are numbered without gaps and never replaced'); END;
CREATE TRIGGER documentIsNotUpdated BEFORE UPDATE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER documentIsNotDeleted BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;
CREATE TRIGGER entryIsNext BEFORE INSERT ON entry
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
  OR EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash)
  OR EXISTS (
    SELECT 1 FROM entry
    WHERE kind = NEW.kind AND subject = NEW.subject AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps and never replaced'); END;
CREATE TRIGGER entryIsNotUpdated BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entryIsNotDeleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END;
CREATE INDEX partyVersionOfParent ON partyVersion (parent) WHERE parent IS NOT NULL;
CREATE INDEX siteVersionOfLandlord ON siteVersion (landlord) WHERE landlord IS NOT NULL;
CREATE INDEX siteVersionOfCampus ON siteVersion (campus) WHERE campus IS NOT NULL;
CREATE TRIGGER partyIsSealed BEFORE INSERT ON party
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM party WHERE party = NEW.party)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER partyIsNotUpdated BEFORE UPDATE ON party
BEGIN SELECT RAISE(ABORT, 'a party is never changed'); END;
CREATE TRIGGER partyIsNotDeleted BEFORE DELETE ON party
BEGIN SELECT RAISE(ABORT, 'a party is never deleted'); END;
CREATE TRIGGER partyVersionIsSealed BEFORE INSERT ON partyVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER partyVersionIsNotUpdated BEFORE UPDATE ON partyVersion
BEGIN SELECT RAISE(ABORT, 'a version of a party is never changed'); END;
CREATE TRIGGER partyVersionIsNotDeleted BEFORE DELETE ON partyVersion
BEGIN SELECT RAISE(ABORT, 'a version of a party is never deleted'); END;
CREATE TRIGGER partyAliasIsSealed BEFORE INSERT ON partyAlias
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER partyAliasIsNotUpdated BEFORE UPDATE ON partyAlias
BEGIN SELECT RAISE(ABORT, 'an alias is never changed'); END;
CREATE TRIGGER partyAliasIsNotDeleted BEFORE DELETE ON partyAlias
BEGIN SELECT RAISE(ABORT, 'an alias is never deleted'); END;
CREATE TRIGGER siteIsSealed BEFORE INSERT ON site
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM site WHERE site = NEW.site)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER siteIsNotUpdated BEFORE UPDATE ON site
BEGIN SELECT RAISE(ABORT, 'a site is never changed'); END;
CREATE TRIGGER siteIsNotDeleted BEFORE DELETE ON site
BEGIN SELECT RAISE(ABORT, 'a site is never deleted'); END;
CREATE TRIGGER siteVersionIsSealed BEFORE INSERT ON siteVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER siteVersionIsNotUpdated BEFORE UPDATE ON siteVersion
BEGIN SELECT RAISE(ABORT, 'a version of a site is never changed'); END;
CREATE TRIGGER siteVersionIsNotDeleted BEFORE DELETE ON siteVersion
BEGIN SELECT RAISE(ABORT, 'a version of a site is never deleted'); END;
CREATE UNIQUE INDEX dealHasOneOriginal ON dealVersion (deal) WHERE change = 'original';
CREATE INDEX dealVersionCorrected ON dealVersion (corrects) WHERE corrects IS NOT NULL;
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
CREATE VIEW currentVersion AS
SELECT entry, deal, change, name, number, effectiveOn, knownOn
FROM (
  SELECT
    version.entry, version.deal, version.change, version.name, entry.number, entry.effectiveOn,
    entry.knownOn,
    row_number() OVER (
      PARTITION BY version.deal
      ORDER BY entry.effectiveOn DESC, entry.knownOn DESC, entry.sequence DESC) AS place
  FROM dealVersion AS version
  JOIN entry ON entry.sequence = version.entry
  WHERE NOT EXISTS (SELECT 1 FROM dealVersion AS later WHERE later.corrects = version.entry)
)
WHERE place = 1 AND change <> 'withdrawal';
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
CREATE INDEX seriesVersionOfSeries ON seriesVersion (series);
CREATE INDEX seriesVersionOfTable ON seriesVersion (tableDocument);
CREATE UNIQUE INDEX seriesHasOneValue ON seriesValue (entry, period, coalesce(tenor, ''));
CREATE INDEX scenarioVersionOfScenario ON scenarioVersion (scenario);
CREATE TRIGGER seriesIsSealed BEFORE INSERT ON series
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM series WHERE series = NEW.series)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesIsNotUpdated BEFORE UPDATE ON series
BEGIN SELECT RAISE(ABORT, 'a series is never changed'); END;
CREATE TRIGGER seriesIsNotDeleted BEFORE DELETE ON series
BEGIN SELECT RAISE(ABORT, 'a series is never deleted'); END;
CREATE TRIGGER seriesVersionIsSealed BEFORE INSERT ON seriesVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesVersionIsNotUpdated BEFORE UPDATE ON seriesVersion
BEGIN SELECT RAISE(ABORT, 'a version of a series is never changed'); END;
CREATE TRIGGER seriesVersionIsNotDeleted BEFORE DELETE ON seriesVersion
BEGIN SELECT RAISE(ABORT, 'a version of a series is never deleted'); END;
CREATE TRIGGER seriesSourceIsSealed BEFORE INSERT ON seriesSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesSourceIsNotUpdated BEFORE UPDATE ON seriesSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER seriesSourceIsNotDeleted BEFORE DELETE ON seriesSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;
CREATE TRIGGER seriesValueIsSealed BEFORE INSERT ON seriesValue
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER seriesValueIsNotUpdated BEFORE UPDATE ON seriesValue
BEGIN SELECT RAISE(ABORT, 'a published value is never changed'); END;
CREATE TRIGGER seriesValueIsNotDeleted BEFORE DELETE ON seriesValue
BEGIN SELECT RAISE(ABORT, 'a published value is never deleted'); END;
CREATE TRIGGER scenarioIsSealed BEFORE INSERT ON scenario
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM scenario WHERE scenario = NEW.scenario)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER scenarioIsNotUpdated BEFORE UPDATE ON scenario
BEGIN SELECT RAISE(ABORT, 'a scenario is never changed'); END;
CREATE TRIGGER scenarioIsNotDeleted BEFORE DELETE ON scenario
BEGIN SELECT RAISE(ABORT, 'a scenario is never deleted'); END;
CREATE TRIGGER scenarioVersionIsSealed BEFORE INSERT ON scenarioVersion
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER scenarioVersionIsNotUpdated BEFORE UPDATE ON scenarioVersion
BEGIN SELECT RAISE(ABORT, 'a version of a scenario is never changed'); END;
CREATE TRIGGER scenarioVersionIsNotDeleted BEFORE DELETE ON scenarioVersion
BEGIN SELECT RAISE(ABORT, 'a version of a scenario is never deleted'); END;
CREATE TRIGGER scenarioChangeIsSealed BEFORE INSERT ON scenarioChange
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER scenarioChangeIsNotUpdated BEFORE UPDATE ON scenarioChange
BEGIN SELECT RAISE(ABORT, 'a change of a scenario is never changed'); END;
CREATE TRIGGER scenarioChangeIsNotDeleted BEFORE DELETE ON scenarioChange
BEGIN SELECT RAISE(ABORT, 'a change of a scenario is never deleted'); END;
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
CREATE VIEW currentScenario AS
SELECT scenario, name, note, number AS version, document, changes, entry
FROM (
  SELECT
    version.*,
    entry.number,
    entry.document,
    (SELECT count(*) FROM scenarioChange AS change WHERE change.entry = version.entry) AS changes,
    row_number() OVER (PARTITION BY version.scenario ORDER BY entry.sequence DESC) AS place
  FROM scenarioVersion AS version
  JOIN entry ON entry.sequence = version.entry
)
WHERE place = 1
ORDER BY scenario;
COMMIT;
