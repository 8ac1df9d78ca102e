"""What a page's styles show of it: sheets, selectors, values, and the look of each element."""
