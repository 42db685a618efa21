-- More links to the page of a case's owner than the one shown when it was sent in: one for each mail that holds one.
CREATE TABLE case_link (
    token_hash TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES vetting_case (id)
);
