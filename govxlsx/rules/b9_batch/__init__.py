"""B9: across the reports of a batch."""
