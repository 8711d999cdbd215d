-- What keeps the books fast: totals of the accounts carried forward, and the indexes that the
-- references between documents need.

-- What the documents in each 4,096 entries did to the accounts of each landlord, month by month:
-- the sum of these rows and of the postings after the last of them is the balance. No program
-- writes it: the trigger below does, from postings that are sealed, so that no hash covers it.
-- No reference to the entry: SQLite would look for its rows at every entry.
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

-- What the rows of accountTotal are to be.
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

INSERT INTO accountTotal SELECT * FROM totalledPosting;

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

CREATE TRIGGER accountTotalIsNotReplaced BEFORE INSERT ON accountTotal
WHEN NEW.throughEntry IS NOT (SELECT max(sequence) FROM entry)
  OR EXISTS (
    SELECT 1 FROM accountTotal
    WHERE landlord = NEW.landlord AND account = NEW.account AND currency = NEW.currency
      AND month = NEW.month AND throughEntry = NEW.throughEntry)
BEGIN SELECT RAISE(ABORT, 'totals are carried forward once'); END;
CREATE TRIGGER accountTotalIsNotUpdated BEFORE UPDATE ON accountTotal
BEGIN SELECT RAISE(ABORT, 'a total is never changed'); END;
CREATE TRIGGER accountTotalIsNotDeleted BEFORE DELETE ON accountTotal
BEGIN SELECT RAISE(ABORT, 'a total is never deleted'); END;

-- A reference that is checked at the end of a transaction is looked for whenever a row comes that
-- it may mean: without an index each document, and each entry, would read all those before it.
CREATE INDEX applicationOfCredit ON application (credit);
CREATE INDEX voucherLineAbout ON voucherLine (about) WHERE about IS NOT NULL;
CREATE INDEX runInputOfEntry ON runInput (input) WHERE input IS NOT NULL;
CREATE INDEX runInputOfLink ON runInput (link) WHERE link IS NOT NULL;

-- One deal is read without the versions of all others.
CREATE INDEX dealVersionOfDeal ON dealVersion (deal);
