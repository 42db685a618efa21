-- What visitors of the intake answered who agreed to be counted: numbers only, by one margin at a time, by school year.
-- No row is about a person, and no time stands here.

CREATE TABLE awareness_count (
    -- The calendar year in which the school year begins.
    school_year INTEGER NOT NULL,
    margin TEXT NOT NULL,
    row_id TEXT NOT NULL,
    item TEXT NOT NULL,
    answer TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (school_year, margin, row_id, item, answer)
);

CREATE TABLE awareness_agreed (
    school_year INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
);

-- Hashes of the random numbers of runs that were counted, so that a page sent twice counts once. Kept for two days.
CREATE TABLE awareness_run (
    number_hash TEXT PRIMARY KEY,
    on_day TEXT NOT NULL
);

CREATE INDEX awareness_run_day ON awareness_run (on_day);
