"""The tables of the claim store.

``articles.story`` is the smallest id of the articles that tell the same story; ``joined`` is 0
until an article was compared with the others. ``versions`` are ids under which a stored article
was also read (a shorter body on another page). ``descriptions`` say what an entity is called; an
entity that several articles describe in different words has several. ``claims.body`` is the claim
as JSON, ``fact`` the uid of the fact it states. ``sketches`` are explained in ``shingles``.
``content.token`` is another one after each change of anything but ``runs``.
"""

SCHEMA_VERSION = 2
APPLICATION_ID = 0x4D4F4E5A  # "MONZ"

_CONTENT = """
CREATE TABLE content (token TEXT NOT NULL);
INSERT INTO content VALUES (hex(randomblob(16)));
"""

TABLES = (
    """
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
  lang TEXT NOT NULL, source TEXT, published TEXT, url TEXT, topic TEXT, origin TEXT,
  story TEXT NOT NULL, joined INTEGER NOT NULL DEFAULT 0,
  extractor TEXT NOT NULL, sentences INTEGER NOT NULL
);
CREATE INDEX articles_title ON articles (title);
CREATE INDEX articles_story ON articles (story);
CREATE INDEX articles_unjoined ON articles (number) WHERE joined = 0;

CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX versions_article ON versions (article);

CREATE TABLE sketches (
  value INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  PRIMARY KEY (value, article)
) WITHOUT ROWID;
CREATE INDEX sketches_article ON sketches (article);

CREATE TABLE descriptions (
  number INTEGER PRIMARY KEY, entity TEXT NOT NULL, body TEXT NOT NULL UNIQUE
);
CREATE INDEX descriptions_entity ON descriptions (entity);

CREATE TABLE described (
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  description INTEGER NOT NULL REFERENCES descriptions,
  PRIMARY KEY (article, description)
) WITHOUT ROWID;
CREATE INDEX described_description ON described (description);

CREATE TABLE claims (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
  id TEXT NOT NULL, fact TEXT NOT NULL, published TEXT NOT NULL,
  confidence REAL NOT NULL, body TEXT NOT NULL
);
CREATE UNIQUE INDEX claims_fact ON claims (fact, published, id);
CREATE INDEX claims_article ON claims (article);

CREATE TABLE runs (
  number INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT,
  inputs TEXT NOT NULL, versions TEXT NOT NULL, counts TEXT, outcome TEXT NOT NULL
);
"""
    + _CONTENT
)

# What makes a store of an older version one of this version, by the older one.
UPGRADES = {1: _CONTENT}
