-- Files of threads, sealed on the device, in the parts they travel in. Like messages they wait until their tick and are
-- moved in random order; an unfinished one waits until it is whole, or is forgotten.
CREATE TABLE staged_file (
  thread BYTEA NOT NULL CHECK (length(thread) = 32),
  author BYTEA NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  size BIGINT NOT NULL, -- bytes when sealed
  missing INTEGER NOT NULL, -- parts
  tick BIGINT NOT NULL, -- the first one after it was begun
  PRIMARY KEY (thread, author, number)
);

CREATE TABLE staged_part (
  thread BYTEA NOT NULL CHECK (length(thread) = 32),
  author BYTEA NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (thread, author, number, part)
);

-- Without a reference to the thread, which comes out of staging a moment later.
CREATE TABLE file (
  thread BYTEA NOT NULL CHECK (length(thread) = 32),
  author BYTEA NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  organisation BYTEA NOT NULL REFERENCES organisation (id),
  size BIGINT NOT NULL,
  PRIMARY KEY (thread, author, number)
);

CREATE TABLE file_part (
  thread BYTEA NOT NULL CHECK (length(thread) = 32),
  author BYTEA NOT NULL CHECK (length(author) = 16),
  number INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BYTEA NOT NULL,
  PRIMARY KEY (thread, author, number, part)
);

-- Sealed bytes do not compress: do not try.
ALTER TABLE staged_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE file_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
