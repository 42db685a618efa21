-- Roadmaps that visitors keep. Nobody is named, and nothing says when somebody looked but a day. Answers, notes and own
-- steps are the visitor's alone: what is deleted here is also taken out of the file (Database.forget).

CREATE TABLE roadmap (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Names its dates in calendars, and is no key to anything.
    calendar_key TEXT NOT NULL,
    answers TEXT NOT NULL,
    start_on TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    saved_on TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    used_on TEXT NOT NULL,
    -- What the plan said when its keeper last said "I have seen this".
    seen TEXT NOT NULL
);

CREATE INDEX roadmap_used ON roadmap (used_on);

CREATE TABLE roadmap_link (
    token_hash TEXT PRIMARY KEY,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('own', 'shared')),
    made_on TEXT NOT NULL
);

CREATE INDEX roadmap_link_roadmap ON roadmap_link (roadmap_id);

-- What somebody did with a step of the content; it stays when the step leaves the plan.
CREATE TABLE roadmap_mark (
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    title TEXT NOT NULL,
    done_on TEXT,
    done_for TEXT,
    postponed_to TEXT,
    note TEXT NOT NULL,
    -- The questions whose answers changed when it left the plan, with a space between.
    left_by TEXT NOT NULL,
    PRIMARY KEY (roadmap_id, step)
);

CREATE TABLE roadmap_own_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    roadmap_id INTEGER NOT NULL REFERENCES roadmap (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    due_on TEXT,
    note TEXT NOT NULL,
    done_on TEXT
);

CREATE INDEX roadmap_own_step_roadmap ON roadmap_own_step (roadmap_id);
