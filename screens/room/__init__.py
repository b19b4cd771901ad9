"""The audience view: what the room sees of the session, on a second screen or behind the curtain."""
