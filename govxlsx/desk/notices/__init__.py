"""What is said to a body about its report: the same words in a mail and in a letter."""
