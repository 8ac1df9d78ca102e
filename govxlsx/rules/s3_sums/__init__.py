"""S3: sums and the balance (勾稽)."""
