-- A store: documents, what each coder made of them, and people's judgements. Any SQLite tool can
-- read it. Positions are those of the layers of a document, from 0. `start` and `stop` are half-open
-- and count Unicode code points of the text; `words` is what stands there. Days are ISO 8601.

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,             -- the id that the input gave, else the path
  url TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX documents_url ON documents (url) WHERE url <> '';

-- New bytes under a known name or address: the version with the highest number supersedes the rest.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,                  -- of the bytes
  added TEXT NOT NULL,
  UNIQUE (document_id, number)
) STRICT;
CREATE INDEX versions_sha256 ON versions (sha256);
CREATE INDEX versions_name ON versions (name);

-- One coder: all that it codes stands beside what others coded.
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  lexicons TEXT NOT NULL,
  begun TEXT NOT NULL,
  UNIQUE (version, model, lexicons)
) STRICT;

CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,           -- of the text
  text TEXT NOT NULL,
  -- unicode61 drops accents but keeps ligatures: "coeur" must find "cœur"
  folded TEXT GENERATED ALWAYS AS
    (replace(replace(replace(replace(text, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE')) VIRTUAL
) STRICT;

-- What one run made of one version.
CREATE TABLE codings (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  run_id INTEGER NOT NULL REFERENCES runs (id),
  text_id INTEGER NOT NULL REFERENCES texts (id),
  coded TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  subtitle TEXT NOT NULL,
  outlet TEXT NOT NULL,
  author TEXT NOT NULL,
  translator TEXT NOT NULL,
  url TEXT NOT NULL,
  published TEXT NOT NULL,               -- EDTF
  published_from TEXT,                   -- first and last day that it can be
  published_to TEXT,
  original_outlet TEXT NOT NULL,
  original_author TEXT NOT NULL,
  original_published TEXT NOT NULL,
  original_language TEXT NOT NULL,
  original_title TEXT NOT NULL,
  UNIQUE (version_id, run_id)
) STRICT;
CREATE INDEX codings_run ON codings (run_id);
CREATE INDEX codings_text ON codings (text_id);

CREATE TABLE cites (
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  outlet TEXT NOT NULL,
  PRIMARY KEY (coding_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  kind TEXT NOT NULL,
  speaker TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;

-- The sentences that hold a claim, with the parse that the claim rests on.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  conllu TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;

CREATE TABLE times (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  value TEXT NOT NULL,                   -- EDTF or ISO 8601 duration; empty: unresolved
  timex TEXT NOT NULL,
  kind TEXT NOT NULL,
  anchor TEXT NOT NULL,
  day_from TEXT,                         -- first and last day of a date
  day_to TEXT,
  rule TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;

CREATE TABLE quantities (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  value REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  unit TEXT NOT NULL,
  counted TEXT NOT NULL,                 -- what is counted, as in the text
  approx TEXT NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;

CREATE TABLE places (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  gazetteer_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;

-- Who a coding takes the mentions for. The slug is the same in all documents where the tables know
-- who it is; "local/…" is not. A judgement on identity goes into `wikidata`, never into the name.
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  kind TEXT NOT NULL,
  public INTEGER NOT NULL,
  plural INTEGER NOT NULL,
  gender INTEGER NOT NULL,               -- 0 unknown 1 masculine 2 feminine
  wikidata TEXT NOT NULL DEFAULT '',
  UNIQUE (coding_id, position)
) STRICT;
CREATE INDEX entities_slug ON entities (slug);
CREATE INDEX entities_code ON entities (code);

CREATE TABLE entity_members (
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  member_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  PRIMARY KEY (entity_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_members_member ON entity_members (member_id);

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL,
  entity_id INTEGER REFERENCES entities (id) ON DELETE CASCADE,
  coref_id INTEGER REFERENCES mentions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  form INTEGER NOT NULL,                 -- 0 name 1 description 2 adjective 3 pronoun 4 possessive 5 metonym
  rule TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;
CREATE INDEX mentions_entity ON mentions (entity_id);
CREATE INDEX mentions_coref ON mentions (coref_id) WHERE coref_id IS NOT NULL;

CREATE TABLE attributions (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  cue_start INTEGER NOT NULL,
  cue_stop INTEGER NOT NULL,
  cue TEXT NOT NULL,
  source_start INTEGER NOT NULL,
  source_stop INTEGER NOT NULL,
  source TEXT NOT NULL,
  entity_id INTEGER REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  content_start INTEGER NOT NULL,
  content_stop INTEGER NOT NULL,
  report TEXT NOT NULL,
  certainty TEXT NOT NULL,
  parent_id INTEGER REFERENCES attributions (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL,
  UNIQUE (coding_id, position)
) STRICT;
CREATE INDEX attributions_entity ON attributions (entity_id);
CREATE INDEX attributions_parent ON attributions (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  coding_id INTEGER NOT NULL REFERENCES codings (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,                    -- the id of the records
  quote_start INTEGER NOT NULL,
  quote_stop INTEGER NOT NULL,
  quote TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_stop INTEGER NOT NULL,
  trigger_words TEXT NOT NULL,
  event TEXT NOT NULL,
  mode TEXT NOT NULL,
  contexts TEXT NOT NULL,                -- separated by spaces
  cameo TEXT NOT NULL,
  score REAL NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  time TEXT NOT NULL,
  hypothetical INTEGER NOT NULL,
  auxiliary_modes TEXT NOT NULL,         -- PLOVER's: historical future hypothetical negation, separated by spaces
  day_from TEXT,                         -- when it happened, if the text says so, else when it was published
  day_to TEXT,
  confidence REAL NOT NULL,              -- of the parser in what the claim rests on, 0 … 1
  rule TEXT NOT NULL,
  folded TEXT GENERATED ALWAYS AS
    (replace(replace(replace(replace(quote, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE')) VIRTUAL,
  UNIQUE (coding_id, position)
) STRICT;
CREATE INDEX claims_name ON claims (name);
CREATE INDEX claims_event ON claims (event);

CREATE TABLE claim_actors (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_actors_mention ON claim_actors (mention_id);
CREATE TABLE claim_recipients (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mention_id INTEGER NOT NULL REFERENCES mentions (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_recipients_mention ON claim_recipients (mention_id);
-- Outermost first; a claim without voices is the narrator's: the outlet's or the author's.
CREATE TABLE claim_voices (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attribution_id INTEGER NOT NULL REFERENCES attributions (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_voices_attribution ON claim_voices (attribution_id);
CREATE TABLE claim_times (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  time_id INTEGER NOT NULL REFERENCES times (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_times_time ON claim_times (time_id);
CREATE TABLE claim_places (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  place_id INTEGER NOT NULL REFERENCES places (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_places_place ON claim_places (place_id);
CREATE TABLE claim_quantities (
  claim_id INTEGER NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  quantity_id INTEGER NOT NULL REFERENCES quantities (id) ON DELETE CASCADE,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_quantities_quantity ON claim_quantities (quantity_id);

-- A person's word on some words of a text. It hangs on the words, not on a run's claim, and so
-- survives every new run and a text that moved a little.
CREATE TABLE judgements (
  id INTEGER PRIMARY KEY,
  text_sha256 TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,                  -- up to 32 code points before
  suffix TEXT NOT NULL,                  -- and behind
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'correct', 'reject', 'split', 'note')),
  body TEXT NOT NULL DEFAULT '',         -- the correction, as a claim record; or the note
  author TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX judgements_text ON judgements (text_sha256, start);

CREATE VIRTUAL TABLE texts_fts USING fts5
  (folded, content = 'texts', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER texts_insert AFTER INSERT ON texts BEGIN
  INSERT INTO texts_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER texts_delete AFTER DELETE ON texts BEGIN
  INSERT INTO texts_fts (texts_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;

CREATE VIRTUAL TABLE claims_fts USING fts5
  (folded, content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER claims_insert AFTER INSERT ON claims BEGIN
  INSERT INTO claims_fts (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER claims_delete AFTER DELETE ON claims BEGIN
  INSERT INTO claims_fts (claims_fts, rowid, folded) VALUES ('delete', old.id, old.folded);
END;

-- What queries take unless they ask for a run: the latest coding of the latest version.
CREATE VIEW latest_codings AS
SELECT codings.* FROM codings JOIN versions ON versions.id = codings.version_id
WHERE versions.number = (SELECT max(number) FROM versions AS v WHERE v.document_id = versions.document_id)
  AND codings.id = (SELECT max(id) FROM codings AS c WHERE c.version_id = codings.version_id);

-- One line a claim, for those who open the file with another tool.
CREATE VIEW claim_lines AS
SELECT claims.name AS claim, documents.name AS document, latest_codings.title,
  coalesce((SELECT group_concat(name, ' > ') FROM
    (SELECT a.name FROM claim_voices v JOIN attributions a ON a.id = v.attribution_id
     WHERE v.claim_id = claims.id ORDER BY v.position)),
    nullif(latest_codings.outlet, ''), nullif(latest_codings.author, ''), '') AS according_to,
  (SELECT group_concat(name, ', ') FROM
    (SELECT coalesce(nullif(e.name, ''), m.words) AS name FROM claim_actors p
     JOIN mentions m ON m.id = p.mention_id LEFT JOIN entities e ON e.id = m.entity_id
     WHERE p.claim_id = claims.id ORDER BY p.position)) AS actors,
  claims.event,
  (SELECT group_concat(name, ', ') FROM
    (SELECT coalesce(nullif(e.name, ''), m.words) AS name FROM claim_recipients p
     JOIN mentions m ON m.id = p.mention_id LEFT JOIN entities e ON e.id = m.entity_id
     WHERE p.claim_id = claims.id ORDER BY p.position)) AS recipients,
  claims.polarity, claims.certainty, claims.time, claims.day_from, claims.day_to, claims.quote
FROM claims JOIN latest_codings ON latest_codings.id = claims.coding_id
JOIN versions ON versions.id = latest_codings.version_id
JOIN documents ON documents.id = versions.document_id;
