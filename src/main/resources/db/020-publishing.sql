-- The outbox of publishing. A row is written with the decision, and keeps both texts for the history of the entry.

CREATE TABLE publication (
    id INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    entry_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    base_hash TEXT,
    base_text TEXT,
    target_hash TEXT NOT NULL,
    target_text TEXT NOT NULL,
    receipt TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    not_before TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'writing', 'done', 'conflict', 'withdrawn')),
    ended_at TEXT,
    problem TEXT,
    found_text TEXT,
    reported INTEGER NOT NULL DEFAULT 0,
    commit_wanted INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at TEXT NOT NULL
);

CREATE INDEX publication_state ON publication (state, reported, commit_wanted);
CREATE INDEX publication_entry ON publication (entry_id);
CREATE INDEX publication_case ON publication (case_id);

-- What is believed of an entry: the newest row of it. Without a publication it was adopted from content/receipts.
CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    entry_id TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    body TEXT NOT NULL,
    publication_id INTEGER UNIQUE REFERENCES publication (id)
);

CREATE INDEX receipt_entry ON receipt (entry_id);

CREATE TABLE publishing_mark (
    name TEXT PRIMARY KEY,
    at TEXT NOT NULL
);
