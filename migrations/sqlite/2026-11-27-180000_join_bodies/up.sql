-- An entry and its body are one row: what is appended touches one tree instead of three. A body without its entry, or an
-- entry without its body, stops this step.
DROP TRIGGER ledger_entry_update;
DROP TRIGGER ledger_entry_delete;
DROP TRIGGER ledger_body_update;
DROP TRIGGER ledger_body_delete;
CREATE TABLE ledger_row (
  position INTEGER NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL,
  entry BLOB NOT NULL,
  body BLOB NOT NULL -- empty once erased
) STRICT;
INSERT INTO ledger_row (position, epoch, entry, body)
SELECT coalesce(e.position, b.position), b.epoch, e.entry, b.body
FROM ledger_entry e FULL JOIN ledger_body b ON b.position = e.position ORDER BY 1;
DROP TABLE ledger_body;
DROP TABLE ledger_entry;
ALTER TABLE ledger_row RENAME TO ledger_entry;
CREATE TRIGGER ledger_entry_update BEFORE UPDATE ON ledger_entry
WHEN new.position <> old.position OR new.epoch <> old.epoch OR new.entry <> old.entry OR length(new.body) > 0
BEGIN SELECT RAISE(ABORT, 'the log only grows, and a body can only be emptied'); END;
CREATE TRIGGER ledger_entry_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
