"""The minutes as one HTML file that needs nothing else, to read on a screen and to print."""
