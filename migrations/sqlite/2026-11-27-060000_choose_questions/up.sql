-- Which of the optional questions a report is asked, by their words: all of them, until somebody chooses.
ALTER TABLE organisation ADD COLUMN questions TEXT NOT NULL DEFAULT 'urgency effect wants topics';
