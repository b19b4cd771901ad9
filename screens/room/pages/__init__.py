"""How each scene is drawn: one function a scene, from the scene and the room there is to a page."""
