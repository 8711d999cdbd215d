-- The books: invoices, credit notes, receipts and what follows them, with their postings.
--
-- A document is one entry of the chain and is never edited: what it did is undone or corrected by
-- another one. Its postings follow from what it says; they are kept so that queries need no
-- engine, and balance on each of their days. An amount is an integer of minor units; in `posting`
-- debit is positive and credit negative.

INSERT INTO entryKind (kind, meaning) VALUES
  ('invoice', 'amounts that a tenant owes'),
  ('creditNote', 'amounts taken off what was billed, or given back'),
  ('receipt', 'money that came in from a tenant'),
  ('writeOff', 'an amount that is no longer expected'),
  ('refund', 'a credit of a tenant that was paid back'),
  ('reversal', 'a receipt, a write-off or a refund undone');

-- The chart of accounts.
CREATE TABLE account (
  account TEXT NOT NULL PRIMARY KEY
    CHECK (account GLOB 'Assets:*' OR account GLOB 'Liabilities:*' OR account GLOB 'Income:*'
      OR account GLOB 'Expenses:*'),
  meaning TEXT NOT NULL CHECK (meaning <> '')
) STRICT, WITHOUT ROWID;

INSERT INTO account (account, meaning) VALUES
  ('Assets:Bank', 'money received, less what was paid back'),
  ('Assets:Receivables', 'invoices as far as nothing was applied to them'),
  ('Liabilities:Tenant-Credits', 'receipts and credit notes that are applied to no invoice yet'),
  ('Liabilities:Deposits-Held', 'deposits due from tenants, until they are given back'),
  ('Liabilities:Prepaid-Rent', 'rent paid ahead, until it is used against rent'),
  ('Income:Base-Rent', 'rent of base terms'),
  ('Income:Renewal-Rent', 'rent of renewals'),
  ('Income:Recoveries', 'operating cost that tenants pay back'),
  ('Income:Power-Recoveries', 'power that tenants pay back'),
  ('Income:Other-Income', 'what is received beside rent and recoveries'),
  ('Income:Termination-Fees', 'fees for an early end'),
  ('Income:Late-Interest', 'interest on invoices paid late'),
  ('Income:Rent-Credits', 'rent given up for late delivery'),
  ('Expenses:Bad-Debts', 'invoices written off');

-- A document by its number, such as hut-8-2027-0001 of an invoice and hut-8-2027-R0001 of a receipt.
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
CREATE INDEX voucherOfDeal ON voucher (deal);
CREATE UNIQUE INDEX voucherIsReversedOnce ON voucher (reverses) WHERE reverses IS NOT NULL;

-- What an invoice or a credit note is for, traceable to the hall, the month and the clause.
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
  about TEXT REFERENCES voucher (voucher) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- What a credit settles of an invoice or a refund; negative where a reversal takes it back.
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
CREATE INDEX applicationOfDebit ON application (debit);

-- What a document does to the accounts: debit is positive, credit negative.
CREATE TABLE posting (
  entry INTEGER NOT NULL REFERENCES voucher,
  position INTEGER NOT NULL CHECK (position > 0),
  day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
  account TEXT NOT NULL REFERENCES account,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entryBalances BEFORE INSERT ON entry
WHEN EXISTS (
  SELECT 1 FROM posting WHERE entry = NEW.sequence GROUP BY day HAVING sum(amount) <> 0)
BEGIN SELECT RAISE(ABORT, 'an entry whose postings do not balance is never sealed'); END;
CREATE TRIGGER entryIsOfItsVoucher BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM voucher WHERE entry = NEW.sequence AND kind <> NEW.kind)
BEGIN SELECT RAISE(ABORT, 'an entry is of the kind of its document'); END;

CREATE TRIGGER accountIsNotReplaced BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE account = NEW.account)
BEGIN SELECT RAISE(ABORT, 'an account is never replaced'); END;
CREATE TRIGGER accountIsNotUpdated BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never changed'); END;
CREATE TRIGGER accountIsNotDeleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END;

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
CREATE TRIGGER voucherIsNext BEFORE INSERT ON voucher
WHEN NEW.serial <> 1 AND NOT EXISTS (
  SELECT 1 FROM voucher
  WHERE landlord = NEW.landlord AND kind = NEW.kind AND year = NEW.year
    AND serial = NEW.serial - 1)
BEGIN SELECT RAISE(ABORT, 'documents are numbered without gaps'); END;
CREATE TRIGGER voucherIsNotUpdated BEFORE UPDATE ON voucher
BEGIN SELECT RAISE(ABORT, 'a document is never changed'); END;
CREATE TRIGGER voucherIsNotDeleted BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER voucherLineIsSealed BEFORE INSERT ON voucherLine
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER voucherLineIsNotUpdated BEFORE UPDATE ON voucherLine
BEGIN SELECT RAISE(ABORT, 'a line is never changed'); END;
CREATE TRIGGER voucherLineIsNotDeleted BEFORE DELETE ON voucherLine
BEGIN SELECT RAISE(ABORT, 'a line is never deleted'); END;

CREATE TRIGGER applicationIsSealed BEFORE INSERT ON application
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER applicationIsNotUpdated BEFORE UPDATE ON application
BEGIN SELECT RAISE(ABORT, 'an application is never changed'); END;
CREATE TRIGGER applicationIsNotDeleted BEFORE DELETE ON application
BEGIN SELECT RAISE(ABORT, 'an application is never deleted'); END;

CREATE TRIGGER postingIsSealed BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE sequence = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a sealed entry'); END;
CREATE TRIGGER postingIsNotUpdated BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END;
CREATE TRIGGER postingIsNotDeleted BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;

-- What stands in each account of each landlord, by currency; a landlord's sums are zero.
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

-- The invoices of which something is open.
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
