-- The same tables as for SQLite. Enumerations are text with a check. Days count from 1970-01-01; the only finer times are
-- those of staff sessions and leases (unix seconds).

CREATE TABLE installation (
  name TEXT NOT NULL PRIMARY KEY,
  value BYTEA NOT NULL
);

CREATE TABLE organisation (
  id BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  slug TEXT NOT NULL UNIQUE,
  identity BYTEA UNIQUE CHECK (length(identity) = 16), -- first 16 bytes of the hash of roster 1; null before it
  name TEXT NOT NULL,
  locale TEXT NOT NULL
);

CREATE TABLE invitation (
  hash BYTEA NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('coach', 'fallback', 'management', 'auditor')),
  name TEXT,
  until_day INTEGER NOT NULL
);

CREATE TABLE person (
  id BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('coach', 'fallback', 'management', 'auditor')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'removed')),
  record BYTEA NOT NULL, -- her self-signed public record
  login_key BYTEA NOT NULL CHECK (length(login_key) = 32),
  recovery_key BYTEA NOT NULL CHECK (length(recovery_key) = 32),
  batch_seen BIGINT NOT NULL,
  UNIQUE (organisation, account)
);

CREATE TABLE vault (
  person BYTEA NOT NULL PRIMARY KEY REFERENCES person (id),
  version BIGINT NOT NULL,
  bytes BYTEA NOT NULL
);

CREATE TABLE session (
  token_hash BYTEA NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
  person BYTEA NOT NULL REFERENCES person (id),
  created BIGINT NOT NULL, -- unix seconds
  used BIGINT NOT NULL -- unix seconds
);
CREATE INDEX session_person ON session (person);

CREATE TABLE roster (
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  number INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (organisation, number)
);

CREATE TABLE roster_proposal (
  organisation BYTEA NOT NULL PRIMARY KEY REFERENCES organisation (id),
  bytes BYTEA NOT NULL
);

CREATE TABLE roster_attestation (
  organisation BYTEA NOT NULL PRIMARY KEY REFERENCES organisation (id),
  day INTEGER NOT NULL,
  bytes BYTEA NOT NULL
);

CREATE TABLE batch (
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  number BIGINT NOT NULL,
  day INTEGER NOT NULL,
  slots INTEGER NOT NULL,
  roster INTEGER NOT NULL,
  PRIMARY KEY (organisation, number)
);

CREATE TABLE thread (
  id BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  organisation BYTEA NOT NULL,
  header BYTEA NOT NULL,
  batch BIGINT NOT NULL,
  slot INTEGER NOT NULL,
  day INTEGER NOT NULL, -- the day shown: that of the tick
  clock_day INTEGER NOT NULL, -- the day the legal clock starts
  answered_day INTEGER,
  ring_key BIGINT NOT NULL,
  secrets BYTEA NOT NULL, -- share, ledger ratchet, pending tag: sealed under ring_key
  UNIQUE (organisation, batch, slot),
  FOREIGN KEY (organisation, batch) REFERENCES batch (organisation, number)
);
CREATE INDEX thread_ring_key ON thread (ring_key);

CREATE TABLE message (
  thread BYTEA NOT NULL REFERENCES thread (id),
  author BYTEA NOT NULL CHECK (length(author) = 16),
  sequence BIGINT NOT NULL,
  day INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (thread, author, sequence)
);

-- Arrivals wait here until their tick and are moved in random order.
CREATE TABLE staged_thread (
  id BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  tick BIGINT NOT NULL,
  header BYTEA NOT NULL,
  ring_key BIGINT NOT NULL,
  secrets BYTEA NOT NULL
);

CREATE TABLE staged_message (
  thread BYTEA NOT NULL CHECK (length(thread) = 32),
  author BYTEA NOT NULL CHECK (length(author) = 16),
  sequence BIGINT NOT NULL,
  tick BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (thread, author, sequence)
);

CREATE TABLE enrolment (
  thread BYTEA NOT NULL REFERENCES thread (id),
  person BYTEA NOT NULL REFERENCES person (id),
  key_row BYTEA,
  PRIMARY KEY (thread, person)
);
CREATE INDEX enrolment_person ON enrolment (person);

CREATE TABLE barred (
  thread BYTEA NOT NULL REFERENCES thread (id),
  person BYTEA NOT NULL REFERENCES person (id),
  PRIMARY KEY (thread, person)
);

CREATE TABLE case_file (
  thread BYTEA NOT NULL PRIMARY KEY REFERENCES thread (id),
  header BYTEA NOT NULL
);

CREATE TABLE case_record (
  thread BYTEA NOT NULL REFERENCES case_file (thread),
  kind INTEGER NOT NULL,
  author BYTEA NOT NULL CHECK (length(author) = 16),
  sequence BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (thread, kind, author, sequence)
);

CREATE TABLE tombstone (
  hash BYTEA NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  until_day INTEGER NOT NULL
);

-- What reporters did, as it will stand in the log when the epoch closes; nothing here names a thread.
CREATE TABLE pending_entry (
  id BYTEA NOT NULL PRIMARY KEY CHECK (length(id) = 32), -- random
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  ring_key BIGINT NOT NULL,
  sealed BYTEA NOT NULL
);

CREATE TABLE lease (
  name TEXT NOT NULL PRIMARY KEY,
  holder BYTEA NOT NULL CHECK (length(holder) = 16),
  fence BIGINT NOT NULL,
  until BIGINT NOT NULL -- unix seconds
);

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

CREATE TABLE ledger_node (
  level INTEGER NOT NULL,
  position BIGINT NOT NULL,
  hash BYTEA NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, position)
);

CREATE TABLE ledger_head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  size BIGINT NOT NULL,
  frontier BYTEA NOT NULL,
  note TEXT NOT NULL,
  mode TEXT NOT NULL
);

CREATE TABLE ledger_checkpoint (
  size BIGINT NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE ledger_epoch (
  number INTEGER NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL,
  state TEXT NOT NULL,
  encapsulations BYTEA NOT NULL
);

-- Sealed bytes do not compress: do not try.
ALTER TABLE message ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE staged_message ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE thread ALTER COLUMN header SET STORAGE EXTERNAL;
ALTER TABLE staged_thread ALTER COLUMN header SET STORAGE EXTERNAL;

-- The log only grows. A body may be emptied, nothing else.
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;
CREATE TRIGGER ledger_entry_update BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('the log only grows');
CREATE TRIGGER ledger_body_update BEFORE UPDATE ON ledger_body FOR EACH ROW
WHEN (new.position <> old.position OR new.epoch <> old.epoch OR length(new.body) > 0)
EXECUTE FUNCTION ledger_refuse('a body of the log can only be emptied');
CREATE TRIGGER ledger_body_delete BEFORE DELETE OR TRUNCATE ON ledger_body
FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse('a body of the log can only be emptied');
