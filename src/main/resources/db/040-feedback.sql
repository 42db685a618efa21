-- What readers say. Never who: no address, no browser. Counts stay; what was written goes a year after it was dealt with.

CREATE TABLE feedback_count (
    entry TEXT NOT NULL,
    month TEXT NOT NULL,
    helpful INTEGER NOT NULL DEFAULT 0,
    not_helpful INTEGER NOT NULL DEFAULT 0,
    reports INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (entry, month)
);

-- Only where words came with it, or a problem. The e-mail address goes as soon as it was dealt with.
CREATE TABLE reader_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry TEXT NOT NULL,
    said TEXT NOT NULL CHECK (said IN ('helpful', 'not-helpful', 'report')),
    problem TEXT,
    words TEXT NOT NULL,
    email TEXT,
    may_publish INTEGER NOT NULL,
    case_id TEXT,
    began_case INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    closed_at TEXT
);

CREATE INDEX reader_note_closed ON reader_note (closed_at);
CREATE INDEX reader_note_entry ON reader_note (entry);

-- "You said, we did": in the words of curators, and only where the reader agreed.
CREATE TABLE reader_answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry TEXT NOT NULL,
    said TEXT NOT NULL,
    did TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE INDEX reader_answer_entry ON reader_answer (entry);
