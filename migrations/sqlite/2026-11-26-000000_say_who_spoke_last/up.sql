-- Whether staff spoke last among what is shown; within one tick the reporter did, so that nobody is forgotten. One bit,
-- and no tick kept beside a message: its day is all that is known of it.
ALTER TABLE thread ADD COLUMN staff_spoke_last INTEGER NOT NULL DEFAULT 0 CHECK (staff_spoke_last IN (0, 1));
UPDATE thread SET staff_spoke_last = 1 WHERE
  (SELECT max(day) FROM message WHERE message.thread = thread.id AND author <> zeroblob(16))
  > (SELECT max(day) FROM message WHERE message.thread = thread.id AND author = zeroblob(16));
