"""The archive: accepted workbooks with their documents and findings, and the register of all."""
