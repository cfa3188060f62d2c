DROP TRIGGER ledger_entry_update ON ledger_entry;
DROP TRIGGER ledger_entry_delete ON ledger_entry;
ALTER TABLE ledger_entry RENAME TO ledger_row;
ALTER INDEX ledger_entry_pkey RENAME TO ledger_row_pkey;
CREATE TABLE ledger_entry (
  position BIGINT NOT NULL PRIMARY KEY,
  entry BYTEA NOT NULL
);
CREATE TABLE ledger_body (
  position BIGINT NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL,
  body BYTEA NOT NULL -- empty once erased
);
CREATE INDEX ledger_body_epoch ON ledger_body (epoch);
INSERT INTO ledger_entry SELECT position, entry FROM ledger_row ORDER BY position;
INSERT INTO ledger_body SELECT position, epoch, body FROM ledger_row ORDER BY position;
DROP TABLE ledger_row;
CREATE TRIGGER ledger_entry_update BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('the log only grows');
CREATE TRIGGER ledger_body_update BEFORE UPDATE ON ledger_body FOR EACH ROW
WHEN (new.position <> old.position OR new.epoch <> old.epoch OR length(new.body) > 0)
EXECUTE FUNCTION ledger_refuse('a body of the log can only be emptied');
CREATE TRIGGER ledger_body_delete BEFORE DELETE OR TRUNCATE ON ledger_body
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('a body of the log can only be emptied');
