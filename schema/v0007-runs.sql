-- Kept runs: a question as it was asked, of which state of the ledger, and the answer it got.
--
-- A run is one entry of the chain; the entry's document is the answer, byte for byte, and its
-- recording has the program that gave it. What was asked is kept option by option with every
-- default filled in, so that a later program, with other defaults, asks the same again.

INSERT INTO entryKind (kind, meaning) VALUES
  ('run', 'a question, what it was asked of, and the answer that it got');

-- A run by its name, such as value-3.
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

-- One option of the question with its value, a default as well as what was typed.
CREATE TABLE runOption (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  -- Such as rate; deal of the deals, which are named without an option.
  option TEXT NOT NULL CHECK (option GLOB '[a-z]*' AND option NOT GLOB '*[^a-z0-9-]*'),
  value TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- What the answer rests on: an entry of the ledger, or a file that no entry has.
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
CREATE INDEX runInputOfFile ON runInput (document) WHERE file IS NOT NULL;

-- A convention that the answer follows, in the words that the report prints.
CREATE TABLE runConvention (
  entry INTEGER NOT NULL REFERENCES run,
  position INTEGER NOT NULL CHECK (position > 0),
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entryOfRunHasAnswer BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND NEW.document IS NULL
BEGIN SELECT RAISE(ABORT, 'a run has its answer'); END;
CREATE TRIGGER entryOfRunIsOfItsState BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND EXISTS (
  SELECT 1 FROM run LEFT JOIN entry AS state ON state.sequence = run.asOfEntry
  WHERE run.entry = NEW.sequence AND run.asOfEntry > 0 AND run.asOfHash IS NOT state.hash)
BEGIN SELECT RAISE(ABORT, 'a run is asked of the ledger as it is'); END;
CREATE TRIGGER entryOfRunHasItsInputs BEFORE INSERT ON entry
WHEN NEW.kind = 'run' AND EXISTS (
  SELECT 1 FROM runInput AS part JOIN run ON run.entry = part.entry
  LEFT JOIN entry AS input ON input.sequence = part.input
  WHERE part.entry = NEW.sequence AND part.input IS NOT NULL
    AND (part.input > run.asOfEntry OR input.hash IS NOT part.link
      OR input.document IS NOT part.document))
BEGIN SELECT RAISE(ABORT, 'a run rests on entries as they are'); END;

CREATE TRIGGER runIsSealed BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
  OR EXISTS (SELECT 1 FROM run WHERE entry = NEW.entry OR run = NEW.run)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runIsNext BEFORE INSERT ON run
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM run)
BEGIN SELECT RAISE(ABORT, 'runs are numbered without gaps'); END;
CREATE TRIGGER runIsNotUpdated BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never changed'); END;
CREATE TRIGGER runIsNotDeleted BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'a run is never deleted'); END;

CREATE TRIGGER runOptionIsSealed BEFORE INSERT ON runOption
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runOptionIsNotUpdated BEFORE UPDATE ON runOption
BEGIN SELECT RAISE(ABORT, 'an option of a run is never changed'); END;
CREATE TRIGGER runOptionIsNotDeleted BEFORE DELETE ON runOption
BEGIN SELECT RAISE(ABORT, 'an option of a run is never deleted'); END;

CREATE TRIGGER runInputIsSealed BEFORE INSERT ON runInput
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runInputIsNotUpdated BEFORE UPDATE ON runInput
BEGIN SELECT RAISE(ABORT, 'an input of a run is never changed'); END;
CREATE TRIGGER runInputIsNotDeleted BEFORE DELETE ON runInput
BEGIN SELECT RAISE(ABORT, 'an input of a run is never deleted'); END;

CREATE TRIGGER runConventionIsSealed BEFORE INSERT ON runConvention
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER runConventionIsNotUpdated BEFORE UPDATE ON runConvention
BEGIN SELECT RAISE(ABORT, 'a convention of a run is never changed'); END;
CREATE TRIGGER runConventionIsNotDeleted BEFORE DELETE ON runConvention
BEGIN SELECT RAISE(ABORT, 'a convention of a run is never deleted'); END;

-- The kept runs, with the hash of each answer.
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
