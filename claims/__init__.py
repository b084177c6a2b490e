"""The claim store: articles, stories, entities, claims and runs in one SQLite file."""
