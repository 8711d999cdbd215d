-- What a true-up brings a year to, so that its amount can be computed again: this less what was
-- billed for the year before it.

-- Of a line of recovery-true-up what the tenant owes for the year in all; NULL of other lines, and
-- of true-ups that were recorded before there was this column.
ALTER TABLE voucherLine ADD COLUMN actual INTEGER
  CHECK (actual IS NULL OR (item = 'recovery-true-up' AND actual >= 0));
