"""The batch as one workbook: who, what is wrong, the figures, the shares, who is missing."""
