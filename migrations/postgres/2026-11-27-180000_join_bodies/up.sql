-- An entry and its body are one row: what is appended touches one tree instead of three. A body without its entry, or an
-- entry without its body, stops this step.
CREATE TABLE ledger_row (
  position BIGINT NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL,
  entry BYTEA NOT NULL,
  body BYTEA NOT NULL -- empty once erased
);
INSERT INTO ledger_row (position, epoch, entry, body)
SELECT coalesce(e.position, b.position), b.epoch, e.entry, b.body
FROM ledger_entry e FULL JOIN ledger_body b ON b.position = e.position ORDER BY 1;
DROP TABLE ledger_body;
DROP TABLE ledger_entry;
ALTER TABLE ledger_row RENAME TO ledger_entry;
ALTER INDEX ledger_row_pkey RENAME TO ledger_entry_pkey;
-- Sealed bytes do not compress: do not try.
ALTER TABLE ledger_entry ALTER COLUMN entry SET STORAGE EXTERNAL;
ALTER TABLE ledger_entry ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TRIGGER ledger_entry_update BEFORE UPDATE ON ledger_entry FOR EACH ROW
WHEN (new.position <> old.position OR new.epoch <> old.epoch OR new.entry <> old.entry OR length(new.body) > 0)
EXECUTE FUNCTION ledger_refuse('the log only grows, and a body can only be emptied');
CREATE TRIGGER ledger_entry_delete BEFORE DELETE OR TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('the log only grows');
