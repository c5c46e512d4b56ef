-- Times (t) are UTC epoch milliseconds; values are in the quantity's canonical unit.

CREATE TABLE series (
  key      INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  sensor   TEXT NOT NULL,
  venue    TEXT NOT NULL,
  quantity TEXT NOT NULL
) STRICT;

-- One reading per series and time; quality is the code of the domain's Quality.
CREATE TABLE reading (
  series  INTEGER NOT NULL,
  t       INTEGER NOT NULL,
  value   REAL NOT NULL,
  quality INTEGER NOT NULL,
  PRIMARY KEY (series, t)
) STRICT, WITHOUT ROWID;

-- Minute, hour and day sums of the readings that count. The total of sound levels is one of
-- energies (10^(L/10)). A direction has its vector sums too; covered is a bit mask of the
-- minutes in an hour, or of the hours in a day, that hold a reading.
CREATE TABLE rollup (
  resolution INTEGER NOT NULL,
  series     INTEGER NOT NULL,
  t          INTEGER NOT NULL,
  n          INTEGER NOT NULL,
  low        REAL NOT NULL,
  total      REAL NOT NULL,
  high       REAL NOT NULL,
  east       REAL NOT NULL,
  north      REAL NOT NULL,
  covered    INTEGER NOT NULL,
  PRIMARY KEY (resolution, series, t)
) STRICT, WITHOUT ROWID;

-- What was committed of the broker's session, batch by batch: packet ids and hashes, to know a redelivery again.
CREATE TABLE ledger (
  batch   INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
) STRICT;

CREATE TABLE session_filter (filter TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Messages that could not be used, counted under their topic with the latest as a sample.
CREATE TABLE quarantine (
  topic   TEXT PRIMARY KEY,
  count   INTEGER NOT NULL,
  reason  TEXT NOT NULL,
  first_t INTEGER NOT NULL,
  last_t  INTEGER NOT NULL,
  bytes   INTEGER NOT NULL,
  payload BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX quarantine_by_time ON quarantine (last_t);

CREATE TABLE verdict (
  key          TEXT PRIMARY KEY,
  venue        TEXT NOT NULL,
  standard     TEXT NOT NULL,
  class        TEXT NOT NULL,
  profile      TEXT,
  clause       TEXT NOT NULL,
  certainty    TEXT NOT NULL,
  advisory     INTEGER NOT NULL,
  quantity     TEXT NOT NULL,
  period       TEXT NOT NULL,
  low          REAL,
  high         REAL,
  warn_low     REAL,
  warn_high    REAL,
  value        REAL,
  status       TEXT NOT NULL,
  completeness REAL NOT NULL,
  since        INTEGER NOT NULL,
  series       TEXT NOT NULL,
  window_from  INTEGER NOT NULL,
  window_to    INTEGER NOT NULL,
  revised      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What each closed natural day came to, for months and years: mean of the valid hours, highest eight-hour mean.
CREATE TABLE day_mean (
  series INTEGER NOT NULL,
  day    INTEGER NOT NULL,
  mean   REAL,
  hours  INTEGER NOT NULL,
  high8  REAL,
  eights INTEGER NOT NULL,
  PRIMARY KEY (series, day)
) STRICT, WITHOUT ROWID;

-- What happened to the kiosk itself: a lost session, a gap, a repair.
CREATE TABLE event (
  id     INTEGER PRIMARY KEY,
  t      INTEGER NOT NULL,
  kind   TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;
