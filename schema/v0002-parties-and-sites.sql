-- Parties and sites: an identity that others refer to, and versions with the entry's dates.

INSERT INTO entryKind (kind, meaning) VALUES
  ('party', 'a landlord, tenant, guarantor or end user'),
  ('site', 'a place where halls stand');

-- A party by its id, and the entry that first named it.
CREATE TABLE party (
  party TEXT NOT NULL PRIMARY KEY CHECK (party <> '' AND party NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What is known of a party from the entry's effective date on.
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
CREATE INDEX partyVersionOfParent ON partyVersion (parent) WHERE parent IS NOT NULL;

-- The other names by which deal files and people call a party.
CREATE TABLE partyAlias (
  entry INTEGER NOT NULL REFERENCES partyVersion,
  position INTEGER NOT NULL CHECK (position > 0),
  alias TEXT NOT NULL CHECK (alias <> ''),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- A site by its id, and the entry that first named it.
CREATE TABLE site (
  site TEXT NOT NULL PRIMARY KEY CHECK (site <> '' AND site NOT GLOB '*[^a-z0-9-]*'),
  entry INTEGER NOT NULL UNIQUE REFERENCES entry (sequence) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What is known of a site from the entry's effective date on.
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
