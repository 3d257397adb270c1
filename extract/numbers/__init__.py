"""Numbers with their units: value, bounds, qualifier and kind."""
