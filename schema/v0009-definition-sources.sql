-- Where a version of a party, a site or a scenario was read. Its dates and its reason stand in its
-- entry, as those of a deal do; a version without dates holds since ever and needs no source.

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

CREATE TRIGGER definitionSourceIsSealed BEFORE INSERT ON definitionSource
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER definitionSourceIsNotUpdated BEFORE UPDATE ON definitionSource
BEGIN SELECT RAISE(ABORT, 'a source is never changed'); END;
CREATE TRIGGER definitionSourceIsNotDeleted BEFORE DELETE ON definitionSource
BEGIN SELECT RAISE(ABORT, 'a source is never deleted'); END;

-- The versions of every party and site in the order in which they hold: who was called what, with
-- how many shares, from when. A date is NULL of what holds since ever.
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

-- One row a scenario as the ledger has it now: a scenario may be dated as well.
DROP VIEW currentScenario;
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
