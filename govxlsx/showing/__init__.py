"""Findings become a screen, a page, JSON, CSV, an annotated copy: one module a form."""
