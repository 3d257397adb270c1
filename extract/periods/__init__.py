"""Dates and periods: what is printed, as closed ISO dates."""
