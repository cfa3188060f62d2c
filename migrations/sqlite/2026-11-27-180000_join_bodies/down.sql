DROP TRIGGER ledger_entry_update;
DROP TRIGGER ledger_entry_delete;
ALTER TABLE ledger_entry RENAME TO ledger_row;
CREATE TABLE ledger_entry (
  position INTEGER NOT NULL PRIMARY KEY,
  entry BLOB NOT NULL
) STRICT;
CREATE TABLE ledger_body (
  position INTEGER NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL,
  body BLOB NOT NULL -- empty once erased
) STRICT;
CREATE INDEX ledger_body_epoch ON ledger_body (epoch);
INSERT INTO ledger_entry SELECT position, entry FROM ledger_row ORDER BY position;
INSERT INTO ledger_body SELECT position, epoch, body FROM ledger_row ORDER BY position;
DROP TABLE ledger_row;
CREATE TRIGGER ledger_entry_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER ledger_entry_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER ledger_body_update BEFORE UPDATE ON ledger_body
WHEN new.position <> old.position OR new.epoch <> old.epoch OR length(new.body) > 0
BEGIN SELECT RAISE(ABORT, 'a body of the log can only be emptied'); END;
CREATE TRIGGER ledger_body_delete BEFORE DELETE ON ledger_body
BEGIN SELECT RAISE(ABORT, 'a body of the log can only be emptied'); END;
