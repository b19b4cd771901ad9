"""Dialogs: a question over the screen, answered or left by escape."""
