"""The tables of a ledger file, and the steps that bring an older file up to date.

`fact` is the log, in order of arrival: runs, reports, readings of reports, each followed by its claims, and verdicts.
All other tables are made of it, and can be made anew. Content ids are kept once, in `name`, as are the terms by which
claims and events are found, in `term`; elsewhere they are integers. Days are ISO text, an unknown day is ''.

`claim.key` and `event.key` sort as the store gives them out (see `order.py`), so every list of keys by term is in that
order, and a page of rows is found without sorting.
"""

APPLICATION_ID = 0x53617973  # "Says"

FIRST = """
CREATE TABLE fact (num INTEGER PRIMARY KEY, kind TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE name (num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE run (name INTEGER PRIMARY KEY REFERENCES name, fact INTEGER NOT NULL REFERENCES fact);
CREATE TABLE verdict (name INTEGER PRIMARY KEY REFERENCES name, fact INTEGER NOT NULL REFERENCES fact);

CREATE TABLE version (
    num INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES name, day TEXT NOT NULL,
    fact INTEGER NOT NULL REFERENCES fact, run INTEGER NOT NULL REFERENCES run,
    until TEXT -- the day from which a later version counts
);
CREATE INDEX version_report ON version (report, day);

CREATE TABLE claim (
    key INTEGER PRIMARY KEY, name INTEGER NOT NULL REFERENCES name, version INTEGER NOT NULL REFERENCES version,
    fact INTEGER NOT NULL REFERENCES fact, start TEXT NOT NULL, finish TEXT NOT NULL,
    until TEXT -- as its version
);
CREATE INDEX claim_name ON claim (name);
CREATE INDEX claim_version ON claim (version);
CREATE INDEX claim_until ON claim (until) WHERE until IS NOT NULL;

CREATE TABLE event (
    key INTEGER PRIMARY KEY, name INTEGER NOT NULL UNIQUE REFERENCES name, block INTEGER NOT NULL REFERENCES name,
    founded TEXT NOT NULL, start TEXT NOT NULL, finish TEXT NOT NULL,
    row BLOB NOT NULL, terms BLOB NOT NULL
);
CREATE INDEX event_block ON event (block);

CREATE TABLE term (
    num INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,
    claims INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0 -- how many have it
);
CREATE TABLE claim_term (term INTEGER, key INTEGER, PRIMARY KEY (term, key)) WITHOUT ROWID;
CREATE TABLE event_term (term INTEGER, key INTEGER, PRIMARY KEY (term, key)) WITHOUT ROWID;

-- Those that tell of days far from the day in their key.
CREATE TABLE claim_far (key INTEGER PRIMARY KEY, start TEXT NOT NULL, finish TEXT NOT NULL);
CREATE TABLE event_far (key INTEGER PRIMARY KEY, start TEXT NOT NULL, finish TEXT NOT NULL);

-- Points of places.
CREATE TABLE spot (
    num INTEGER PRIMARY KEY, term INTEGER NOT NULL REFERENCES term, lat REAL NOT NULL, lon REAL NOT NULL,
    UNIQUE (term, lat, lon)
);
CREATE VIRTUAL TABLE spot_box USING rtree (num, west, east, south, north);
CREATE TABLE claim_spot (key INTEGER, spot INTEGER, PRIMARY KEY (key, spot)) WITHOUT ROWID;
CREATE TABLE event_spot (key INTEGER, spot INTEGER, PRIMARY KEY (key, spot)) WITHOUT ROWID;

-- Words of sentences. They are split, and bared of case and accents, before they come here.
CREATE VIRTUAL TABLE claim_text USING fts5 (text, content = '', detail = none, columnsize = 0, tokenize = 'ascii');

CREATE TABLE member (
    num INTEGER PRIMARY KEY, block INTEGER NOT NULL REFERENCES name, ord TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES name, place INTEGER NOT NULL, -- -1 for none
    answers TEXT, event INTEGER REFERENCES name, UNIQUE (claim, place)
);
CREATE INDEX member_block ON member (block, ord);
CREATE INDEX member_event ON member (event) WHERE event IS NOT NULL;
CREATE TABLE made (num INTEGER PRIMARY KEY CHECK (num = 1), by TEXT NOT NULL); -- by what all that is derived
CREATE TABLE stale (block INTEGER PRIMARY KEY REFERENCES name, ord TEXT NOT NULL);

-- A voice on a holder at a place, and all that it says of it.
CREATE TABLE ground (
    num INTEGER PRIMARY KEY, place TEXT NOT NULL, voice TEXT NOT NULL, name TEXT NOT NULL, holder TEXT NOT NULL,
    relation TEXT NOT NULL, denied INTEGER NOT NULL, id TEXT, country TEXT, admin1 TEXT, lat REAL, lon REAL,
    body BLOB NOT NULL UNIQUE -- a statement, as far as all have it in common
);
CREATE TABLE holding (
    num INTEGER PRIMARY KEY, ground INTEGER NOT NULL REFERENCES ground, begins TEXT NOT NULL, published TEXT NOT NULL,
    id TEXT NOT NULL, claim INTEGER NOT NULL REFERENCES name, body BLOB NOT NULL -- act, start, end, publication
);
CREATE INDEX holding_ground ON holding (ground, begins, published, id, claim);
CREATE INDEX holding_claim ON holding (claim);

CREATE TABLE copy_key (key INTEGER, report INTEGER, PRIMARY KEY (key, report)) WITHOUT ROWID;
CREATE TABLE copied (report INTEGER PRIMARY KEY REFERENCES name, keys BLOB NOT NULL); -- to take them out again
CREATE TABLE copy_pair (a INTEGER, b INTEGER, containment REAL NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX copy_pair_b ON copy_pair (b);
"""

STEPS: tuple[str, ...] = (FIRST,)
"""Step n makes a file of version n out of one of version n - 1; the version of a file is its `user_version`."""
