"""P8: privacy and secrecy."""
