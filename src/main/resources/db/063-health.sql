-- Written to find out whether the database can be written to.
CREATE TABLE health_mark (
    name TEXT PRIMARY KEY,
    at TEXT NOT NULL
);
