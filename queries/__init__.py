"""The catalogue: one Cypher file a question, with typed parameters and columns."""
