ALTER TABLE organisation DROP COLUMN questions;
