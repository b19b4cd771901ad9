"""One screen a stage of the session. ``registry.py`` says which screen shows which stage."""
