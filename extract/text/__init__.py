"""Reading text without changing it: folded views with exact offsets, and sentence bounds."""
