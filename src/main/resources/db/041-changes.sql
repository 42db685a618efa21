-- What changed is asked for by day.

CREATE INDEX publication_ended ON publication (ended_at, id);
