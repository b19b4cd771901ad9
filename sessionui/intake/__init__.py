"""Scores coming in from a file. See docs/importing-scores.md for the two layouts."""
