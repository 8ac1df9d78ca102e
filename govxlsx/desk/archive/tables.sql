-- version 1: submissions, their findings and files, and each time that one came

CREATE TABLE submission (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    path TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    received TEXT,
    agency TEXT NOT NULL,
    agency_key TEXT NOT NULL,
    year INTEGER,
    edition TEXT,
    template TEXT,
    tool TEXT NOT NULL,
    catalogue TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'errors', 'unusable')),
    accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    error_code TEXT,
    error TEXT,
    replaced_by INTEGER REFERENCES submission (id)
);
CREATE INDEX submission_of_agency ON submission (agency_key, year);
CREATE INDEX submission_of_year ON submission (year);

CREATE TABLE finding (
    submission INTEGER NOT NULL REFERENCES submission (id),
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    sheet TEXT,
    cell TEXT,
    message TEXT NOT NULL,
    explained TEXT,
    PRIMARY KEY (submission, place)
) WITHOUT ROWID;

CREATE TABLE file (
    submission INTEGER NOT NULL REFERENCES submission (id),
    kind TEXT NOT NULL,
    place TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (submission, kind)
) WITHOUT ROWID;

CREATE TABLE arrival (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    path TEXT NOT NULL,
    seen TEXT NOT NULL,
    received TEXT,
    tool TEXT NOT NULL,
    catalogue TEXT NOT NULL,
    outcome TEXT NOT NULL
);
CREATE INDEX arrival_of_submission ON arrival (submission);
PRAGMA application_id = 1735358072;

-- version 2: mails, where they lie, and their workbooks

CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    message_id TEXT NOT NULL,
    source TEXT NOT NULL,
    sender TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    sent TEXT,
    seen TEXT NOT NULL,
    became TEXT NOT NULL,
    unclear TEXT NOT NULL,
    draft TEXT NOT NULL
);

CREATE TABLE letter_place (
    mailbox TEXT NOT NULL,
    uidvalidity INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    letter INTEGER NOT NULL REFERENCES letter (id),
    PRIMARY KEY (mailbox, uidvalidity, uid)
) WITHOUT ROWID;

CREATE TABLE enclosed (
    letter INTEGER NOT NULL REFERENCES letter (id),
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (letter, place)
) WITHOUT ROWID;
PRAGMA user_version = 2;

-- version 3: what is to be done about each finding

ALTER TABLE finding ADD COLUMN fix TEXT NOT NULL DEFAULT '';
ALTER TABLE finding ADD COLUMN lead TEXT;
ALTER TABLE finding ADD COLUMN item INTEGER;
PRAGMA user_version = 3;

-- version 4: what was filed on the page

CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL REFERENCES submission (id),
    code TEXT NOT NULL,
    body TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    seen TEXT NOT NULL
);
CREATE INDEX receipt_of_code ON receipt (code);
CREATE INDEX receipt_of_submission ON receipt (submission);
PRAGMA user_version = 4;

-- version 5: when on its day a submission was sent, in UTC: of one day the last one counts

ALTER TABLE submission ADD COLUMN sent TEXT;
PRAGMA user_version = 5;
