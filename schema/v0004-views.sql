-- What the ledger says now, in the users' words: amounts in currency units, capacity in megawatts.
--
-- "Now" is the whole ledger, whatever its dates: of each deal the version with the latest
-- effective date, of equals the one known later, of equals the one recorded later. A version that
-- was corrected is passed over, and a deal that was withdrawn is in `dealHistory` alone.

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

-- One row a party or site, as the ledger has it now.
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

-- One row a deal: who lets how much to whom, from when to when, for how much. A contracted one is
-- a lease or a hosting contract that is in force or to come: the others are in no total.
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

-- One row a version, in the order of recording.
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

-- One row a hall of each deal, with its base term and its first full month's rent.
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

-- Everything that is ours rather than a source's.
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

-- One row a source of a deal, with how many fields rest on it.
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

-- Every entry in the order of recording, with its link of the chain. A date is NULL where the entry
-- has none: it holds since ever, or was always known.
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
