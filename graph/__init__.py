"""Claims become facts, facts become a graph, the graph is written to a store and read from it."""
