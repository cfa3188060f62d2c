ALTER TABLE thread DROP COLUMN staff_spoke_last;
