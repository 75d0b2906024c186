-- How a version stands that is on probation, or was and did not pass; empty for every other.
ALTER TABLE serai_version ADD COLUMN probation TEXT DEFAULT '' NOT NULL;
