"""What a sentence says of a vote beyond its two ends: which number, stage, mechanism, target."""
