-- Series of published values, such as the CPI, and scenarios: named sets of assumed changes.
--
-- A version of a series is its whole table. The heading and the table are documents, each kept
-- byte for byte; `seriesValue` repeats the values as exact decimals. A scenario's document is the
-- authority for what it changes; `scenarioChange` repeats it leaf by leaf.

INSERT INTO entryKind (kind, meaning) VALUES
  ('series', 'values of months or days as they were published, such as a price index'),
  ('scenario', 'a named set of changes to assumptions and of delays');

-- A series by its id, and the entry that first recorded it.
CREATE TABLE series (
  series TEXT NOT NULL PRIMARY KEY CHECK (series <> '' AND series NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What is said of the values that were known from the entry's known date on.
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
CREATE INDEX seriesVersionOfSeries ON seriesVersion (series);
CREATE INDEX seriesVersionOfTable ON seriesVersion (tableDocument);

-- Where the values were read, the main source first.
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

-- One value of a month, of a day, or of a day and a tenor.
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
CREATE UNIQUE INDEX seriesHasOneValue ON seriesValue (entry, period, coalesce(tenor, ''));

-- A scenario by its id, and the entry that first recorded it.
CREATE TABLE scenario (
  scenario TEXT NOT NULL PRIMARY KEY CHECK (scenario <> '' AND scenario NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- A version of a scenario; the entry's document is its file, and the hash that results print.
CREATE TABLE scenarioVersion (
  entry INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenario,
  name TEXT CHECK (name <> ''),
  note TEXT,
  FOREIGN KEY (entry, scenario) REFERENCES entry (sequence, subject) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX scenarioVersionOfScenario ON scenarioVersion (scenario);

-- One change or one delay, in the order of the file.
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

-- One row a series as the ledger has it now: of its versions the one with the latest effective
-- date, of equals the one known later, of equals the one recorded later.
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

-- The values of every series as the ledger has them now.
CREATE VIEW currentSeriesValue AS
SELECT current.series, row.period, row.tenor, row.value, current.unit, row.line, current.entry
FROM currentSeries AS current
JOIN seriesValue AS row ON row.entry = current.entry
ORDER BY current.series, row.position;

-- One row a scenario as the ledger has it now, with the hash that results print.
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
