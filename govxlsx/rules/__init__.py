"""The rules and nothing else: one file a rule, a folder a family, found by file name."""
