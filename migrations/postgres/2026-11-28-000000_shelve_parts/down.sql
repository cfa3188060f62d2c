-- What lies on the shelf alone is lost by this step.
DROP TABLE discarded_object;
DROP TABLE shelved_part;
