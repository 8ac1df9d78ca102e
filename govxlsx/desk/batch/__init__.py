"""Many files at once: checked and built by a crew, results in order, memory that does not grow."""
