"""Published reports become reports: pages, PDF and Word files, read by the labels they bear."""
