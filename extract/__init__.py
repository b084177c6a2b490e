"""Articles become claims: read, cut into sentences, find mentions, link, vote, weigh."""
