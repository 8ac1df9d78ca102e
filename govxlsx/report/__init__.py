"""What one body says: figures, paragraphs, frames, sums, and the same as interchange data."""
