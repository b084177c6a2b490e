"""The catalogue for Neo4j Browser: favourites, a style and a guide to click through."""
