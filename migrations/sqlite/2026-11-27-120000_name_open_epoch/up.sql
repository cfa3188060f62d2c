-- Whoever holds the head knows with it which epoch is open.
ALTER TABLE ledger_head ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
UPDATE ledger_head SET epoch = coalesce((SELECT number FROM ledger_epoch WHERE state = 'open'), 0);
