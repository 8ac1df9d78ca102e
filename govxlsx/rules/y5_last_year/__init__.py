"""Y5: against last year's report."""
