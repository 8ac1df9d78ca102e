"""N7: wording, structure and dates of the text."""
