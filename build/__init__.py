"""The operation behind ``monazite build``: articles to claims to graph."""
