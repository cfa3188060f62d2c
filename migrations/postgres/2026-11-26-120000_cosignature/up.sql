-- What witnesses wrote under a checkpoint: one line each, under the key it is checked with.
CREATE TABLE ledger_cosignature (
  size BIGINT NOT NULL REFERENCES ledger_checkpoint (size),
  witness TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (size, witness)
);
