"""Administrative places: provinces, districts and communes, with their codes before and since July 2025."""
