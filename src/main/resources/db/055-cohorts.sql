-- Cohorts: groups whose leaders share progress by step. Who is in one stands nowhere but in roadmaps that name nobody.

CREATE TABLE cohort (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    office TEXT NOT NULL,
    used_on TEXT NOT NULL,
    -- The table that the office sees, which stays as it is until enough changed: when it was made, and of how many.
    counted_on TEXT,
    counted INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX cohort_used ON cohort (used_on);

CREATE TABLE cohort_link (
    token_hash TEXT PRIMARY KEY,
    cohort_id INTEGER NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('join', 'office'))
);

CREATE INDEX cohort_link_cohort ON cohort_link (cohort_id);

CREATE TABLE cohort_member (
    cohort_id INTEGER NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    -- A hash of the progress that the table counts; nothing while it counts none of it.
    counted TEXT,
    PRIMARY KEY (cohort_id, roadmap_id)
);

CREATE INDEX cohort_member_roadmap ON cohort_member (roadmap_id);

-- A row of the table: how many of those counted have the step in their plan, and how many of these have done it.
CREATE TABLE cohort_step (
    cohort_id INTEGER NOT NULL REFERENCES cohort (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    have INTEGER NOT NULL,
    done INTEGER NOT NULL,
    PRIMARY KEY (cohort_id, step)
);
