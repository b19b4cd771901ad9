"""The audience view: what the room sees, on a second screen or behind the curtain."""
