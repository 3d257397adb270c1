"""The gazetteer of administrative units: data files and the command that rebuilds them."""
