"""How alike reports are: a small signature of each, and what a batch of signatures tells.

The only door to rensa (MinHash) and rapidfuzz. They are imported where they are used.
"""
