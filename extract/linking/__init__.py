"""What belongs to a figure: subject, category, place, period, change, attribution, document."""
