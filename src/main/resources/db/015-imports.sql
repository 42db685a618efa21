-- What bulk import has brought in: the hash of each row as it was written, so that the same row never makes two cases.

CREATE TABLE imported_row (
    hash TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at TEXT NOT NULL
);
