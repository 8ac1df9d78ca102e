"""Results as a workbook for the operator: a row for each body, for each finding, for each check."""
