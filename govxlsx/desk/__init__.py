"""Many reports: batch, archive, roster, status, roll-up, compare, and the names of files."""
