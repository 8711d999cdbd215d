-- A withdrawal ends a deal for good: a version that was to come into force on its day or later never
-- does.

DROP VIEW currentVersion;
CREATE VIEW currentVersion AS
WITH standing AS (
  SELECT
    version.entry, version.deal, version.change, version.name, entry.number, entry.effectiveOn,
    entry.knownOn
  FROM dealVersion AS version
  JOIN entry ON entry.sequence = version.entry
  WHERE NOT EXISTS (SELECT 1 FROM dealVersion AS later WHERE later.corrects = version.entry)
)
SELECT entry, deal, change, name, number, effectiveOn, knownOn
FROM (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY deal ORDER BY effectiveOn DESC, knownOn DESC, entry DESC) AS place
  FROM standing AS version
  WHERE NOT EXISTS (
    SELECT 1 FROM standing AS ending
    WHERE ending.deal = version.deal AND ending.change = 'withdrawal'
      AND ending.effectiveOn <= version.effectiveOn AND version.change <> 'withdrawal')
)
WHERE place = 1 AND change <> 'withdrawal';
