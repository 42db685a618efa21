-- The published texts that drafts were made from: with them, a person can bring a draft and a later text together.
CREATE TABLE case_base (
    case_id TEXT NOT NULL REFERENCES vetting_case (id),
    hash TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, hash)
);
