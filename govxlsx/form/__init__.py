"""The form, the law as data: its editions, their tables drawn, where the template has each cell."""
