"""T6: what the text tells against the tables."""
