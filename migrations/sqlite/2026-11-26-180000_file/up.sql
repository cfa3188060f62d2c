-- Files of threads, sealed on the device, in the parts they travel in. Like messages they wait until their tick and are
-- moved in random order; an unfinished one waits until it is whole, or is forgotten.
CREATE TABLE staged_file (
  thread BLOB NOT NULL CHECK (length(thread) = 32),
  author BLOB NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  organisation BLOB NOT NULL REFERENCES organisation (id),
  size INTEGER NOT NULL, -- bytes when sealed
  missing INTEGER NOT NULL, -- parts
  tick INTEGER NOT NULL, -- the first one after it was begun
  PRIMARY KEY (thread, author, number)
) STRICT;

CREATE TABLE staged_part (
  thread BLOB NOT NULL CHECK (length(thread) = 32),
  author BLOB NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (thread, author, number, part)
) STRICT;

-- Without a reference to the thread, which comes out of staging a moment later.
CREATE TABLE file (
  thread BLOB NOT NULL CHECK (length(thread) = 32),
  author BLOB NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  organisation BLOB NOT NULL REFERENCES organisation (id),
  size INTEGER NOT NULL,
  PRIMARY KEY (thread, author, number)
) STRICT;

CREATE TABLE file_part (
  thread BLOB NOT NULL CHECK (length(thread) = 32),
  author BLOB NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (thread, author, number, part)
) STRICT;
