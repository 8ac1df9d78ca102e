"""The roster (名册): which bodies owe a report, of what kind they are, and to whom they belong."""
