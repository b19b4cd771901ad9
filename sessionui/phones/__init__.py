"""Scores from phones in the room: a small web server on the laptop, off at all other times."""
