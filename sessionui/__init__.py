"""Facilitate a live session between two contract partners."""

__version__ = "0.1.0"
