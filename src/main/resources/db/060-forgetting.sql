-- One row as long as deleted rows have not been taken out of the file too (Forgetting).
CREATE TABLE owed_forgetting (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    since TEXT NOT NULL
);
