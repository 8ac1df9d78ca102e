"""I1: what importing a published report has to say of it; no checks of a workbook."""
