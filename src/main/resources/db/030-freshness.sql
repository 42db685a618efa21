-- What the links of the content answered, what owners were asked, and what the clock has set off.

CREATE TABLE link (
    address TEXT PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('works', 'dead', 'cannot tell')),
    why TEXT,
    etag TEXT,
    modified TEXT,
    asked_at TEXT NOT NULL,
    worked_at TEXT
);

-- The days on which an address was found dead since it worked last.
CREATE TABLE link_dead_day (
    address TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (address, day)
);

-- The content files that name an address, as the last run found them.
CREATE TABLE link_place (
    address TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (address, file)
);

CREATE INDEX link_place_file ON link_place (file);

CREATE TABLE link_run (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    ended_at TEXT
);

-- An owner is asked whether an entry is still right; the first answer ends it.
CREATE TABLE owner_question (
    id INTEGER PRIMARY KEY,
    entry_id TEXT NOT NULL,
    email TEXT NOT NULL,
    office TEXT NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES account (id),
    asked_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    answer TEXT,
    answered_at TEXT
);

CREATE INDEX owner_question_entry ON owner_question (entry_id);

-- The three links of a question. Only hashes of their tokens are kept.
CREATE TABLE owner_answer_link (
    question_id INTEGER NOT NULL REFERENCES owner_question (id),
    answer TEXT NOT NULL CHECK (answer IN ('still-right', 'change', 'ended')),
    token_hash TEXT NOT NULL UNIQUE,
    PRIMARY KEY (question_id, answer)
);

CREATE TABLE clock_mark (
    name TEXT PRIMARY KEY,
    at TEXT NOT NULL
);
