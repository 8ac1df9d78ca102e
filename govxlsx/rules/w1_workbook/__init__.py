"""W1: the workbook and its structure."""
