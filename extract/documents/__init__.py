"""Legal and administrative documents, and the short forms that point back at them."""
