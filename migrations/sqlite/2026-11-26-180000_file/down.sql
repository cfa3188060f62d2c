DROP TABLE file_part;
DROP TABLE file;
DROP TABLE staged_part;
DROP TABLE staged_file;
