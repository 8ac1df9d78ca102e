"""V2: what stands in one cell."""
