-- A program before this step reads what it deleted, and SQL does not make it again: to go back, restore a backup.
SELECT 1;
