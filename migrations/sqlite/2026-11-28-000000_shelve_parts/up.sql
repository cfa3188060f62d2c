-- Parts of files that lie on the shelf outside the database, or are on their way there: the secret that opens the object,
-- and its name. A part is in the database, on the shelf, or in both for a moment; its bytes leave once the shelf has them.
CREATE TABLE shelved_part (
  thread BLOB NOT NULL CHECK (length(thread) = 32),
  author BLOB NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  part INTEGER NOT NULL,
  secret BLOB NOT NULL CHECK (length(secret) = 32),
  object BLOB NOT NULL CHECK (length(object) = 32),
  PRIMARY KEY (thread, author, number, part)
) STRICT;

-- Objects whose rows are gone: nothing opens them any more, and after the next tick they are taken from the shelf.
CREATE TABLE discarded_object (
  object BLOB NOT NULL PRIMARY KEY CHECK (length(object) = 32)
) STRICT;
