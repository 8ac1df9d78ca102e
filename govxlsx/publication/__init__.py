"""The report as it is published: a page, a fragment for a content system, and PDF for the archive.

Each is read back by the reader of published reports and compared before it is delivered.
"""
