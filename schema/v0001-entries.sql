-- The spine of the ledger: recordings, documents, and entries, each a link of a chain of hashes.
--
-- Nothing in any table is ever changed or deleted. The rows that an entry adds are written first;
-- the row in `entry` seals them, and nothing is added to a sealed entry. Kinds of entries are rows
-- of `entryKind`, so that later migrations add kinds and tables without touching these.

-- What an entry may be about.
CREATE TABLE entryKind (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind <> ''),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;

-- One command that recorded something.
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

-- A file as it was recorded, byte for byte.
CREATE TABLE document (
  document INTEGER PRIMARY KEY CHECK (document > 0),
  -- SHA-256 of the bytes in hexadecimal.
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT;

-- One version of a deal, a party, a site or another thing, with its three dates.
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
