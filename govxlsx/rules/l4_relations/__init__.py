"""L4: relations inside one year."""
