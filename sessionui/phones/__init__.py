"""Scores from phones in the room: a small web server on the laptop, off at all other times.

``server.PhoneServer`` starts and stops it, ``address`` has the addresses to show, ``tokens`` the
codes, ``room.Room`` is what the server sees of the application.
"""
