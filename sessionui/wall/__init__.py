"""From the running application to the window of the room, on this machine and for this user only.

The application feeds, windows follow. What goes over is opaque text here: whoever calls
``WallFeed.show`` answers for what is in it.
"""
