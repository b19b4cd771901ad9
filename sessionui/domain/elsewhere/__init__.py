"""Sessions that were held elsewhere, of which a file has nothing but the minutes."""
