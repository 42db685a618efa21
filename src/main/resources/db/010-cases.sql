-- Cases: what is proposed, and what became of it. Texts and history are only added to.

CREATE TABLE vetting_case (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    entry TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    decided_at TEXT,
    version INTEGER NOT NULL,
    facts TEXT NOT NULL,
    UNIQUE (year, number)
);

CREATE INDEX vetting_case_open ON vetting_case (is_open, year, number);
CREATE INDEX vetting_case_entry ON vetting_case (entry);

CREATE TABLE case_draft (
    case_id TEXT NOT NULL REFERENCES vetting_case (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, number)
);

CREATE TABLE case_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id TEXT NOT NULL REFERENCES vetting_case (id),
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    account_id INTEGER,
    who TEXT NOT NULL,
    role TEXT NOT NULL,
    organization TEXT NOT NULL,
    step TEXT NOT NULL,
    words TEXT NOT NULL,
    text TEXT,
    audience TEXT NOT NULL
);

CREATE INDEX case_event_case ON case_event (case_id, id);

CREATE TRIGGER case_draft_is_not_changed BEFORE UPDATE ON case_draft
BEGIN
    SELECT RAISE(ABORT, 'Drafts are only added');
END;

CREATE TRIGGER case_draft_is_not_deleted BEFORE DELETE ON case_draft
BEGIN
    SELECT RAISE(ABORT, 'Drafts are only added');
END;

CREATE TRIGGER case_event_is_not_changed BEFORE UPDATE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'The history of a case is only added to');
END;

CREATE TRIGGER case_event_is_not_deleted BEFORE DELETE ON case_event
BEGIN
    SELECT RAISE(ABORT, 'The history of a case is only added to');
END;
