-- Every table has a rowid on purpose: where a table is ordered by its key, rows of some kilobytes lie in the file
-- in the order they came. Enumerations are text with a check. Days count from 1970-01-01; the only finer times are
-- those of staff sessions and leases (unix seconds).

CREATE TABLE installation (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE organisation (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  slug TEXT NOT NULL UNIQUE,
  identity BLOB UNIQUE CHECK (length(identity) = 16), -- first 16 bytes of the hash of roster 1; null before it
  name TEXT NOT NULL,
  locale TEXT NOT NULL
) STRICT;

CREATE TABLE invitation (
  hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  organisation BLOB NOT NULL REFERENCES organisation (id),
  role TEXT NOT NULL CHECK (role IN ('coach', 'fallback', 'management', 'auditor')),
  name TEXT,
  until_day INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  organisation BLOB NOT NULL REFERENCES organisation (id),
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('coach', 'fallback', 'management', 'auditor')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'removed')),
  record BLOB NOT NULL, -- her self-signed public record
  login_key BLOB NOT NULL CHECK (length(login_key) = 32),
  recovery_key BLOB NOT NULL CHECK (length(recovery_key) = 32),
  batch_seen INTEGER NOT NULL,
  UNIQUE (organisation, account)
) STRICT;

CREATE TABLE vault (
  person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
  version INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE session (
  token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
  person BLOB NOT NULL REFERENCES person (id),
  created INTEGER NOT NULL, -- unix seconds
  used INTEGER NOT NULL -- unix seconds
) STRICT;
CREATE INDEX session_person ON session (person);

CREATE TABLE roster (
  organisation BLOB NOT NULL REFERENCES organisation (id),
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (organisation, number)
) STRICT;

CREATE TABLE roster_proposal (
  organisation BLOB NOT NULL PRIMARY KEY REFERENCES organisation (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE roster_attestation (
  organisation BLOB NOT NULL PRIMARY KEY REFERENCES organisation (id),
  day INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE batch (
  organisation BLOB NOT NULL REFERENCES organisation (id),
  number INTEGER NOT NULL,
  day INTEGER NOT NULL,
  slots INTEGER NOT NULL,
  roster INTEGER NOT NULL,
  PRIMARY KEY (organisation, number)
) STRICT;

CREATE TABLE thread (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  organisation BLOB NOT NULL,
  header BLOB NOT NULL,
  batch INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  day INTEGER NOT NULL, -- the day shown: that of the tick
  clock_day INTEGER NOT NULL, -- the day the legal clock starts
  answered_day INTEGER,
  ring_key INTEGER NOT NULL,
  secrets BLOB NOT NULL, -- share, ledger ratchet, pending tag: sealed under ring_key
  UNIQUE (organisation, batch, slot),
  FOREIGN KEY (organisation, batch) REFERENCES batch (organisation, number)
) STRICT;
CREATE INDEX thread_ring_key ON thread (ring_key);

CREATE TABLE message (
  thread BLOB NOT NULL REFERENCES thread (id),
  author BLOB NOT NULL CHECK (length(author) = 16),
  sequence INTEGER NOT NULL,
  day INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (thread, author, sequence)
) STRICT;

-- Arrivals wait here until their tick and are moved in random order.
CREATE TABLE staged_thread (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  organisation BLOB NOT NULL REFERENCES organisation (id),
  tick INTEGER NOT NULL,
  header BLOB NOT NULL,
  ring_key INTEGER NOT NULL,
  secrets BLOB NOT NULL
) STRICT;

CREATE TABLE staged_message (
  thread BLOB NOT NULL CHECK (length(thread) = 32),
  author BLOB NOT NULL CHECK (length(author) = 16),
  sequence INTEGER NOT NULL,
  tick INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (thread, author, sequence)
) STRICT;

CREATE TABLE enrolment (
  thread BLOB NOT NULL REFERENCES thread (id),
  person BLOB NOT NULL REFERENCES person (id),
  key_row BLOB,
  PRIMARY KEY (thread, person)
) STRICT;
CREATE INDEX enrolment_person ON enrolment (person);

CREATE TABLE barred (
  thread BLOB NOT NULL REFERENCES thread (id),
  person BLOB NOT NULL REFERENCES person (id),
  PRIMARY KEY (thread, person)
) STRICT;

CREATE TABLE case_file (
  thread BLOB NOT NULL PRIMARY KEY REFERENCES thread (id),
  header BLOB NOT NULL
) STRICT;

CREATE TABLE case_record (
  thread BLOB NOT NULL REFERENCES case_file (thread),
  kind INTEGER NOT NULL,
  author BLOB NOT NULL CHECK (length(author) = 16),
  sequence INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (thread, kind, author, sequence)
) STRICT;

CREATE TABLE tombstone (
  hash BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
  until_day INTEGER NOT NULL
) STRICT;

-- What reporters did, as it will stand in the log when the epoch closes; nothing here names a thread.
CREATE TABLE pending_entry (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32), -- random
  organisation BLOB NOT NULL REFERENCES organisation (id),
  ring_key INTEGER NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE lease (
  name TEXT NOT NULL PRIMARY KEY,
  holder BLOB NOT NULL CHECK (length(holder) = 16),
  fence INTEGER NOT NULL,
  until INTEGER NOT NULL -- unix seconds
) STRICT;

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

CREATE TABLE ledger_node (
  level INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, position)
) STRICT;

CREATE TABLE ledger_head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  size INTEGER NOT NULL,
  frontier BLOB NOT NULL,
  note TEXT NOT NULL,
  mode TEXT NOT NULL
) STRICT;

CREATE TABLE ledger_checkpoint (
  size INTEGER NOT NULL PRIMARY KEY,
  epoch INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE ledger_epoch (
  number INTEGER NOT NULL PRIMARY KEY,
  day INTEGER NOT NULL,
  state TEXT NOT NULL,
  encapsulations BLOB NOT NULL
) STRICT;

-- The log only grows. A body may be emptied, nothing else.
CREATE TRIGGER ledger_entry_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER ledger_entry_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
CREATE TRIGGER ledger_body_update BEFORE UPDATE ON ledger_body
WHEN new.position <> old.position OR new.epoch <> old.epoch OR length(new.body) > 0
BEGIN SELECT RAISE(ABORT, 'a body of the log can only be emptied'); END;
CREATE TRIGGER ledger_body_delete BEFORE DELETE ON ledger_body
BEGIN SELECT RAISE(ABORT, 'a body of the log can only be emptied'); END;
