"""What the page shows, as trees of elements; they are made of the same parts as a check's page."""
